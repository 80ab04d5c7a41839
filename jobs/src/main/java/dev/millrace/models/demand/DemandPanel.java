package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.first;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.engines.forecast.FilledSeries;
import dev.millrace.engines.forecast.SeriesForecaster;
import dev.millrace.engines.forecast.pooled.PanelSeries;
import dev.millrace.job.JobInputs;
import dev.millrace.settings.AttributeColumn;
import dev.millrace.settings.PlannedInput;
import dev.millrace.table.TableSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * The series of a forecast with what is known beside them: attributes, and numbers of days past and to come.
 *
 * @param series the forecast
 * @param inputs what the job reads
 */
record DemandPanel(SeriesTable series, JobInputs inputs) {

    private static final String ATTRIBUTES = "attributes";
    private static final String KEYS = "keys";

    /**
     * The series in order of name.
     *
     * @param filled rows of {@link SeriesForecaster#filled}
     * @param demand whether values below 0 are taken as 0
     */
    List<PanelSeries> of(Dataset<Row> filled, boolean demand) {
        List<PlannedInput> planned = series.settings().pooled().inputs();
        Dataset<Row> rows = filled;
        for (AttributeColumn attribute : series.settings().pooled().attributes()) {
            rows = withAttribute(rows, attribute);
        }
        List<Column> columns = new ArrayList<>(
                Arrays.stream(filled.columns()).map(functions::col).toList());
        columns.add(array(series.settings().pooled().attributes().stream()
                        .map(attribute -> col(name(attribute)))
                        .toArray(Column[]::new))
                .alias(ATTRIBUTES));
        List<Row> collected = rows.select(columns.toArray(Column[]::new))
                .orderBy(SeriesForecaster.SERIES)
                .collectAsList();
        List<KnownInAdvance> known = known(planned, collected);
        return collected.stream().map(row -> panelSeries(row, known, demand)).toList();
    }

    private static String name(AttributeColumn attribute) {
        return attribute.table() + "/" + attribute.column();
    }

    private Dataset<Row> withAttribute(Dataset<Row> rows, AttributeColumn attribute) {
        TableSpec table = series.beside().get(attribute.table());
        Dataset<Row> described = inputs.newest(table)
                .groupBy(SeriesTable.joined(table.keyNames()).alias(KEYS))
                .agg(first(col(attribute.column()).cast("string"), true).alias("_value"));
        Column value = coalesce(col("_value"), lit(SeriesTable.NO_VALUE));
        return rows.withColumn(KEYS, series.partial(table.keyNames()))
                .join(described, KEYS, "left")
                .withColumn(name(attribute), value)
                .drop(KEYS, "_value");
    }

    private List<KnownInAdvance> known(List<PlannedInput> planned, List<Row> rows) {
        if (rows.isEmpty() || planned.isEmpty()) {
            return List.of();
        }
        long last = rows.stream().mapToLong(row -> row.getLong(1)).max().orElseThrow();
        LocalDate until = LocalDate.ofEpochDay(last + series.settings().horizonDays());
        LocalDate from = LocalDate.ofEpochDay(last - series.settings().historyDays());
        return planned.stream()
                .map(input -> KnownInAdvance.of(series, input, inputs, from, until))
                .toList();
    }

    private PanelSeries panelSeries(Row row, List<KnownInAdvance> known, boolean demand) {
        FilledSeries filled = FilledSeries.of(row);
        double[] values = Arrays.stream(filled.values())
                .map(value -> demand ? Math.max(0, value) : value)
                .toArray();
        List<String> attributes = new ArrayList<>(SeriesTable.parts(filled.name()));
        attributes.addAll(row.getList(row.fieldIndex(ATTRIBUTES)));
        int length = values.length + series.settings().horizonDays();
        double[][] numbers = known.stream()
                .map(input -> input.of(series.partsOf(filled.name(), input.columns()), filled.first(), length))
                .toArray(double[][]::new);
        return new PanelSeries(filled.name(), attributes, filled.first(), values, numbers);
    }
}
