package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_sub;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.element_at;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.engines.forecast.SeriesForecaster;
import dev.millrace.settings.ForecastSettings;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * A table as daily series.
 *
 * @param settings of the forecast
 * @param table that has the values; it has a day
 * @param censored whether it is known on which days there was no stock, and counts
 * @param beside the tables of attributes and of what is known in advance, by id
 */
public record SeriesTable(ForecastSettings settings, TableSpec table, boolean censored, Map<String, TableSpec> beside) {

    /** Column of the day of a value. */
    static final String DAY = "day";

    static final String NO_VALUE = "(none)";
    /** What ASCII has for it, and no name holds. */
    private static final String UNIT_SEPARATOR = "\u001f";

    public SeriesTable {
        beside = Map.copyOf(beside);
    }

    /** The day of the newest row that takes part. */
    Optional<LocalDate> newest(Dataset<Row> rows) {
        Row newest = partaking(rows).agg(max(day())).first();
        return newest.isNullAt(0)
                ? Optional.empty()
                : Optional.of(newest.getDate(0).toLocalDate());
    }

    /**
     * The values of the days up to an as-of date that are looked at, of the series that are not over.
     *
     * @return columns series_id, period (days since 1970-01-01) and value, one row a series and day
     */
    Dataset<Row> before(Dataset<Row> rows, LocalDate asOf) {
        return before(rows, asOf, series());
    }

    /** The same of other series than the table's own: those with the same in a column. */
    Dataset<Row> before(Dataset<Row> rows, LocalDate asOf, Column series) {
        Dataset<Row> values = values(
                series,
                rows.filter(day().lt(lit(Date.valueOf(asOf)))
                        .and(day().geq(lit(Date.valueOf(asOf.minusDays(settings.historyDays())))))));
        Column newest = max(DAY).over(Window.partitionBy(SeriesForecaster.SERIES));
        return values.withColumn("newest", newest)
                .filter(col("newest").geq(date_sub(lit(Date.valueOf(asOf)), settings.activeDays())))
                .select(
                        col(SeriesForecaster.SERIES),
                        datediff(col(DAY), lit(Date.valueOf(LocalDate.EPOCH)))
                                .cast("long")
                                .alias(SeriesForecaster.PERIOD),
                        col(SeriesForecaster.VALUE));
    }

    /** The number of the period of a day. */
    static long period(LocalDate day) {
        return day.toEpochDay();
    }

    /** One row a series and day that has a value: series_id, day and value. */
    Dataset<Row> values(Dataset<Row> rows) {
        return values(series(), rows);
    }

    private Dataset<Row> values(Column series, Dataset<Row> rows) {
        Column value = col(SeriesForecaster.VALUE);
        Column combined = settings.combine() == ForecastSettings.Combine.SUM ? sum(value) : avg(value);
        return partaking(rows)
                .select(
                        series.alias(SeriesForecaster.SERIES),
                        day().alias(DAY),
                        expr(settings.value()).cast("double").alias(SeriesForecaster.VALUE))
                .filter(value.isNotNull())
                .groupBy(SeriesForecaster.SERIES, DAY)
                .agg(combined.alias(SeriesForecaster.VALUE));
    }

    /** Whether series are grouped by something that the table does not have, so that it is to be looked for elsewhere. */
    boolean groupsBeyondTheTable() {
        return !table.columnNames().containsAll(settings.signalGroups());
    }

    private Dataset<Row> partaking(Dataset<Row> rows) {
        return rows.filter(expr(settings.where()));
    }

    private Column day() {
        return table.dayField().orElseThrow().col();
    }

    /** The series of a row with its columns. */
    Column series() {
        return joined(settings.series());
    }

    /** The name of a series for people. */
    static Column name() {
        return expr("replace(" + SeriesForecaster.SERIES + ", '\\u001f', ' / ')");
    }

    /** What a series has in some of its columns, joined as a series is. */
    Column partial(List<String> columns) {
        Column parts = split(col(SeriesForecaster.SERIES), UNIT_SEPARATOR);
        return joined(columns.stream()
                .map(column -> element_at(parts, settings.series().indexOf(column) + 1)));
    }

    /** What a row of another table has in some of the columns that tell series apart, joined in the same way. */
    static Column joined(List<String> columns) {
        return joined(columns.stream().map(column -> coalesce(col(column).cast("string"), lit(NO_VALUE))));
    }

    private static Column joined(Stream<Column> parts) {
        return concat_ws(UNIT_SEPARATOR, parts.toArray(Column[]::new));
    }

    /** The same of a series that is at hand. */
    String partsOf(String name, List<String> columns) {
        List<String> parts = parts(name);
        return columns.stream()
                .map(column -> parts.get(settings.series().indexOf(column)))
                .collect(Collectors.joining(UNIT_SEPARATOR));
    }

    /** What a series has in each of its columns. */
    static List<String> parts(String series) {
        return List.of(series.split(UNIT_SEPARATOR, -1));
    }

    /** What a series has in one of its columns; null where it is not told apart by it. */
    Column part(Field column) {
        int place = settings.series().indexOf(column.name());
        return place < 0
                ? lit(null).cast("string")
                : element_at(split(col(SeriesForecaster.SERIES), UNIT_SEPARATOR), place + 1);
    }
}
