package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.millrace.job.JobInputs;
import dev.millrace.settings.PlannedInput;
import dev.millrace.table.TableSpec;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * What is known of the days of series in advance, such as promotions and prices, as its table has it now: what was told and taken back
 * is not in it.
 *
 * @param missing what stands for days without a row
 * @param columns which of the columns that tell series apart the table has
 * @param days numbers by day since 1970-01-01, by what the series has in those columns
 */
record KnownInAdvance(PlannedInput.Missing missing, List<String> columns, Map<String, Map<Long, Double>> days) {

    private static final String KEY = "key";
    private static final String NUMBER = "number";

    /**
     * Reads an input.
     *
     * @param first the first day that is looked at
     * @param last the last day that is forecast
     */
    static KnownInAdvance of(
            SeriesTable series, PlannedInput input, JobInputs inputs, LocalDate first, LocalDate last) {
        TableSpec table = series.beside().get(input.table());
        List<String> columns = series.settings().series().stream()
                .filter(table.columnNames()::contains)
                .toList();
        Column day = table.dayField().orElseThrow().col();
        Dataset<Row> rows = inputs.newest(table)
                .filter(expr(input.where()))
                .filter(day.between(lit(Date.valueOf(first)), lit(Date.valueOf(last))))
                .select(
                        SeriesTable.joined(columns).alias(KEY),
                        day.alias(SeriesTable.DAY),
                        expr(input.value()).cast("double").alias(NUMBER))
                .filter(col(NUMBER).isNotNull())
                .groupBy(KEY, SeriesTable.DAY)
                .agg(max(NUMBER).alias(NUMBER));
        Map<String, Map<Long, Double>> days = new HashMap<>();
        for (Row row : rows.collectAsList()) {
            days.computeIfAbsent(row.getString(0), key -> new HashMap<>())
                    .put(SeriesTable.period(row.getDate(1).toLocalDate()), row.getDouble(2));
        }
        return new KnownInAdvance(input.missing(), columns, days);
    }

    /**
     * The numbers of a series.
     *
     * @param key what it has in the {@link #columns}
     * @param first its first day, since 1970-01-01
     * @param length how many days, the ones that are forecast among them
     */
    double[] of(String key, long first, int length) {
        Map<Long, Double> known = days.getOrDefault(key, Map.of());
        double[] numbers = new double[length];
        Arrays.fill(numbers, Double.NaN);
        known.forEach((day, number) -> {
            if (day >= first && day < first + length) {
                numbers[(int) (day - first)] = number;
            }
        });
        double before = missing == PlannedInput.Missing.ZERO ? 0 : firstOf(numbers);
        for (int t = 0; t < length; t++) {
            numbers[t] = Double.isNaN(numbers[t]) ? before : numbers[t];
            before = missing == PlannedInput.Missing.ZERO ? 0 : numbers[t];
        }
        return numbers;
    }

    private static double firstOf(double... numbers) {
        return Arrays.stream(numbers)
                .filter(number -> !Double.isNaN(number))
                .findFirst()
                .orElse(0);
    }
}
