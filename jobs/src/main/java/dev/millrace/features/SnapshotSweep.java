package dev.millrace.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.filter;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.DecimalType;
import org.apache.spark.sql.types.StructType;

/**
 * Adds daily rows up as of many dates at once. A row that happened on day {@code h} and is known from day {@code k} counts as of
 * the dates after both; in the sum of the last {@code w} days it counts until date {@code h + w}. So each row enters each sum on
 * one day and leaves it on another. Entering and leaving are added up for each customer and date, and running sums over the dates
 * give all snapshots: rows are shuffled once, by customer, and their number does not grow with that of the dates.
 */
final class SnapshotSweep {

    static final String CUSTOMER = "customer_id";
    static final String DATE = "as_of_date";
    static final String HAPPENED = "happened";
    static final String KNOWN = "known";

    private static final DataType WHOLE = DataTypes.createDecimalType(18, 0);
    private static final String WHEN = "event.day";
    private static final String TOTAL = "event.total";

    private final List<LocalDate> dates;
    private final List<String> totals;
    private final Map<String, List<Integer>> windows;

    /**
     * A sweep over some dates.
     *
     * @param dates as-of dates, in order
     * @param totals columns to add up over all time
     * @param windows columns to add up over the last days, with the numbers of days; the sums are called COLUMN_DAYS
     */
    SnapshotSweep(List<LocalDate> dates, List<String> totals, Map<String, List<Integer>> windows) {
        this.dates = List.copyOf(dates);
        this.totals = List.copyOf(totals);
        this.windows = new LinkedHashMap<>(windows);
    }

    /**
     * The sums of each customer and date from the first on of which something counts.
     *
     * @param rows customer, day {@link #HAPPENED}, day {@link #KNOWN}, and the columns to add up: whole numbers and decimals
     */
    Dataset<Row> sums(Dataset<Row> rows) {
        Column[] changes = changes();
        Dataset<Row> summed = inLastPlaces(rows)
                .repartition(col(CUSTOMER))
                .withColumn("event", explode(array(events())))
                .withColumn(DATE, dateOf(col(WHEN)))
                .filter(col(DATE).isNotNull())
                .groupBy(col(CUSTOMER), col(DATE))
                .agg(changes[0], Arrays.copyOfRange(changes, 1, changes.length));
        return repeated(running(summed, rows.schema()));
    }

    /** Decimals in units of their last place: whole numbers add up in a fraction of the time, and as exactly. */
    private Dataset<Row> inLastPlaces(Dataset<Row> rows) {
        List<Column> columns = new ArrayList<>(List.of(col(CUSTOMER), col(HAPPENED), col(KNOWN)));
        measures()
                .forEach(name -> columns.add(
                        whole(col(name), rows.schema().apply(name).dataType()).alias(name)));
        return rows.select(columns.toArray(Column[]::new));
    }

    private static Column whole(Column value, DataType type) {
        return (type instanceof DecimalType decimal ? value.multiply(lit(BigDecimal.TEN.pow(decimal.scale()))) : value)
                .cast("long");
    }

    private Stream<String> measures() {
        return Stream.concat(totals.stream(), windows.keySet().stream()).distinct();
    }

    private List<Integer> lengths() {
        return windows.values().stream()
                .flatMap(List::stream)
                .distinct()
                .sorted()
                .toList();
    }

    private static Column visible() {
        return date_add(greatest(col(HAPPENED), col(KNOWN)), 1);
    }

    private static Column lastOf(int window) {
        return date_add(col(HAPPENED), window);
    }

    /** Entering all sums on the first day of which the row counts, and leaving each window after its last. */
    private Column[] events() {
        List<Column> events = new ArrayList<>();
        events.add(event(visible(), lit(1), lengths(), 1));
        lengths().forEach(window -> events.add(event(date_add(lastOf(window), 1), lit(0), List.of(window), -1)));
        return events.toArray(new Column[0]);
    }

    private Column event(Column day, Column total, List<Integer> concerned, int sign) {
        List<Column> fields = new ArrayList<>(List.of(day.alias("day"), total.alias("total")));
        for (int window : lengths()) {
            // What becomes known after the window has passed it by never was in it.
            Column counts = when(visible().leq(lastOf(window)), sign).otherwise(0);
            fields.add((concerned.contains(window) ? counts : lit(0)).alias("w" + window));
        }
        return struct(fields.toArray(new Column[0]));
    }

    /** The first date that sees what changed on a day; null where none does. */
    private Column dateOf(Column day) {
        Column date = lit(null).cast("date");
        for (int i = dates.size() - 1; i >= 0; i--) {
            date = when(day.leq(lit(dates.get(i))), lit(dates.get(i))).otherwise(date);
        }
        return date;
    }

    private Column[] changes() {
        Stream<Column> all = totals.stream().map(name -> change(name, TOTAL, name));
        Stream<Column> recent = windows.entrySet().stream().flatMap(entry -> entry.getValue().stream()
                .map(window -> change(entry.getKey(), "event.w" + window, entry.getKey() + "_" + window)));
        return Stream.concat(all, recent).toArray(Column[]::new);
    }

    private static Column change(String measure, String times, String name) {
        return coalesce(sum(col(measure).multiply(col(times))), lit(0)).alias(name);
    }

    private Dataset<Row> running(Dataset<Row> changes, StructType schema) {
        WindowSpec inTurn = Window.partitionBy(CUSTOMER).orderBy(DATE);
        WindowSpec sofar = inTurn.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        List<Column> columns = new ArrayList<>(List.of(
                col(CUSTOMER), col(DATE), lead(col(DATE), 1).over(inTurn).alias("next_date")));
        totals.forEach(name -> columns.add(running(name, schema.apply(name).dataType(), sofar)));
        windows.forEach((measure, days) -> days.forEach(window -> columns.add(
                running(measure + "_" + window, schema.apply(measure).dataType(), sofar))));
        return changes.select(columns.toArray(new Column[0]));
    }

    private static Column running(String name, DataType type, WindowSpec sofar) {
        Column sum = sum(col(name)).over(sofar);
        return (type instanceof DecimalType decimal
                        ? sum.cast(WHOLE).multiply(lit(BigDecimal.ONE.movePointLeft(decimal.scale())))
                        : sum)
                .cast(type)
                .alias(name);
    }

    /** On dates on which nothing changed, all is as on the date before. */
    private Dataset<Row> repeated(Dataset<Row> sums) {
        Column all = array(dates.stream().map(date -> lit(date)).toArray(Column[]::new))
                .cast("array<date>");
        Column until = filter(
                all, date -> date.geq(col(DATE)).and(col("next_date").isNull().or(date.lt(col("next_date")))));
        return sums.withColumn("_dates", until)
                .drop(DATE)
                .withColumn(DATE, explode(col("_dates")))
                .drop("_dates", "next_date");
    }
}
