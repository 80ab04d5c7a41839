package dev.millrace.features;

import static org.apache.spark.sql.functions.expr;

import dev.millrace.table.Field;
import dev.millrace.tables.feature.CustomerSnapshot;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Makes the columns of a snapshot from running sums; what each means, {@link CustomerSnapshot} says. */
final class SnapshotColumns {

    /** The column of turns, as many as there are known of a customer by now: those known as of the date are picked here. */
    static final String TURNS = "turns";

    private static final int DECIMALS = 6;

    private SnapshotColumns() {}

    /** The snapshots of all customers who are known to have ordered. */
    static Dataset<Row> of(Dataset<Row> sums) {
        Dataset<Row> rows = withOrderDays(sums);
        for (Map.Entry<Field, String> column : derived().entrySet()) {
            Field field = column.getKey();
            rows = rows.withColumn(field.name(), expr(column.getValue()).cast(field.type()));
        }
        return rows.select(CustomerSnapshot.SPEC.fields().stream()
                .map(SnapshotColumns::typed)
                .toArray(Column[]::new));
    }

    private static Column typed(Field field) {
        return field.col().cast(field.type()).alias(field.name());
    }

    /** The days with an order that are still ones as of the date: begun once more often than ended. */
    private static Dataset<Row> withOrderDays(Dataset<Row> sums) {
        return sums.withColumn(TURNS, expr("filter(turns, t -> greatest(t.order_date, t.known_date) < as_of_date)"))
                .withColumn("begun", expr("transform(filter(turns, t -> t.order_days > 0), t -> t.order_date)"))
                .withColumn("ended", expr("transform(filter(turns, t -> t.order_days < 0), t -> t.order_date)"))
                .withColumn(
                        "days",
                        expr(
                                """
                                array_sort(IF(size(ended) = 0, begun, array_distinct(filter(begun, day ->
                                  size(filter(begun, other -> other = day)) > size(filter(ended, other -> other = day))))))
                                """))
                .filter("size(days) > 0")
                .withColumn("first", expr("days[0]"))
                .withColumn(
                        "origin",
                        expr(
                                """
                                array_max(transform(filter(turns, t -> t.order_date = first),
                                  t -> struct(t.known_date, t.country, t.channel)))
                                """))
                .withColumn(
                        "squares",
                        expr(
                                """
                                aggregate(zip_with(slice(days, 1, size(days) - 1), slice(days, 2, size(days) - 1),
                                  (one, next) -> CAST(datediff(next, one) AS DOUBLE)), 0D, (sum, gap) -> sum + gap * gap)
                                """));
    }

    private static Map<Field, String> derived() {
        Map<Field, String> columns = new LinkedHashMap<>();
        columns.put(CustomerSnapshot.COUNTRY, "origin.country");
        columns.put(CustomerSnapshot.CHANNEL, "origin.channel");
        columns.put(CustomerSnapshot.FIRST_ORDER_DATE, "first");
        columns.put(CustomerSnapshot.LAST_ORDER_DATE, "days[size(days) - 1]");
        columns.put(CustomerSnapshot.TENURE_DAYS, "datediff(as_of_date, first_order_date)");
        columns.put(CustomerSnapshot.RECENCY_DAYS, "datediff(as_of_date, last_order_date)");
        columns.put(CustomerSnapshot.ORDER_DAYS, "size(days)");
        columns.put(CustomerSnapshot.AVERAGE_ORDER_VALUE, "gross_sales / orders");
        columns.put(CustomerSnapshot.RETURN_RATE, "IF(gross_sales > 0, returns / gross_sales, 0)");
        columns.put(CustomerSnapshot.DISCOUNT_RATE, "IF(gross_sales > 0, discounts / gross_sales, 0)");
        columns.putAll(rhythm());
        columns.put(CustomerSnapshot.ORDERS_90_BEFORE, "orders_180 - orders_90");
        columns.put(
                CustomerSnapshot.TREND,
                "IF(orders_180 > 0, (orders_90 - orders_90_before) / CAST(orders_180 AS DOUBLE), 0)");
        return columns;
    }

    /** Gaps between order days: their mean follows from the ends, their deviation from the sum of their squares. */
    private static Map<Field, String> rhythm() {
        Map<Field, String> columns = new LinkedHashMap<>();
        columns.put(
                CustomerSnapshot.MEAN_GAP_DAYS,
                rounded("IF(order_days > 1, (tenure_days - recency_days) / CAST(order_days - 1 AS DOUBLE), NULL)"));
        columns.put(
                CustomerSnapshot.GAP_DEVIATION_DAYS,
                rounded(
                        """
                        IF(order_days > 2, sqrt(greatest(0D,
                          (squares - pow(tenure_days - recency_days, 2) / (order_days - 1)) / (order_days - 2))), NULL)
                        """));
        columns.put(
                CustomerSnapshot.OVERDUE,
                rounded(
                        "IF(order_days > 1, recency_days * (order_days - 1) / CAST(tenure_days - recency_days AS DOUBLE),"
                                + " NULL)"));
        return columns;
    }

    private static String rounded(String sql) {
        return "round(" + sql + ", " + DECIMALS + ")";
    }
}
