package dev.millrace.simulate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.millrace.simulate.StockBook.Day;
import dev.millrace.simulate.StockBook.Kept;
import dev.millrace.simulate.StockBook.Order;
import dev.millrace.simulate.StockBook.Wish;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Keeps the stock of a shop's products, each in one task from its first day to the last: today's stock follows from yesterday's, which no
 * built-in function of Spark can say, so that rows pass through Java here.
 */
final class ShopSupply {

    /** Share of products for which nothing arrives for a while. */
    static final double HELD = 0.1;

    /** For how long. */
    static final int HELD_DAYS = 21;

    private static final List<Integer> PACKS = List.of(1, 6, 12);

    private static final StructType SCHEMA = new StructType()
            .add("kind", DataTypes.StringType, false)
            .add("product_id", DataTypes.StringType, false)
            .add("at", DataTypes.IntegerType, false)
            .add("first", DataTypes.IntegerType)
            .add("second", DataTypes.IntegerType)
            .add("third", DataTypes.IntegerType)
            .add("fourth", DataTypes.IntegerType)
            .add("fifth", DataTypes.IntegerType)
            .add("sixth", DataTypes.IntegerType)
            .add("seventh", DataTypes.IntegerType)
            .add("order_id", DataTypes.StringType)
            .add("line_number", DataTypes.IntegerType);

    private static final String DAY = "day";
    private static final String ORDER = "order";
    private static final String LOST = "lost";

    private final ShopPlan plan;
    private final Draws draws;

    ShopSupply(ShopPlan plan) {
        this.plan = plan;
        this.draws = new Draws(plan.seed());
    }

    /**
     * Who delivers each product, and on what terms.
     *
     * @param products as of {@link Assortment#products}
     * @return these with {@code supplier_no}, {@code supplier_id}, {@code lead_days}, {@code pack}, {@code start_index}, {@code
     *     held_from} and {@code held_to}
     */
    Dataset<Row> terms(Dataset<Row> products) {
        List<Supplier> suppliers = Supplier.of(plan.products());
        Column no = col("product_no");
        Column held = draws.chance(HELD, "held", no);
        int latest = Math.max(1, plan.days() - 2 * HELD_DAYS);
        return products.withColumn("supplier_no", draws.below(suppliers.size(), "supplier", no))
                .withColumn(
                        "supplier_id",
                        Draws.at(suppliers.stream().map(Supplier::id).toList(), col("supplier_no")))
                .withColumn("lead_days", number(suppliers))
                .withColumn("pack", pack())
                .withColumn(
                        "start_index",
                        greatest(
                                lit(0),
                                datediff(col("launched_on"), plan.horizon().first())))
                .withColumn(
                        "held_from",
                        when(held, draws.below(latest, "held from", no).plus(HELD_DAYS))
                                .otherwise(0))
                .withColumn(
                        "held_to", when(held, col("held_from").plus(HELD_DAYS)).otherwise(0));
    }

    private static Column number(List<Supplier> suppliers) {
        return Draws.at(
                        suppliers.stream()
                                .map(each -> Integer.toString(each.leadDays()))
                                .toList(),
                        col("supplier_no"))
                .cast("int");
    }

    private Column pack() {
        return Draws.at(
                        PACKS.stream().map(size -> Integer.toString(size)).toList(),
                        draws.below(PACKS.size(), "pack", col("product_no")))
                .cast("int");
    }

    /**
     * Keeps all books.
     *
     * @param wanted order lines as customers would place them: product_id, day, seconds, order_id, line_number, quantity
     * @param terms as of {@link #terms}
     * @return to be read by {@link SupplyBooks}
     */
    SupplyBooks books(Dataset<Row> wanted, Dataset<Row> terms) {
        ShopPlan whole = plan;
        FlatMapFunction<Row, Row> keep = row -> keep(row, whole);
        Dataset<Row> wishes = wanted.select(
                col("product_id").as("wished"),
                struct(
                                datediff(col("day"), plan.horizon().first()).as("at"),
                                col("seconds"),
                                col("order_id"),
                                col("line_number"),
                                col("quantity"))
                        .as("wish"));
        Dataset<Row> kept = terms.join(wishes, col("wished").equalTo(col("product_id")), "left")
                .groupBy("product_id", "product_no", "supplier_no", "pack", "start_index", "held_from", "held_to")
                .agg(sort_array(collect_list(col("wish"))).as("wishes"))
                .flatMap(keep, Encoders.row(SCHEMA));
        return new SupplyBooks(kept, plan.horizon());
    }

    private static Iterator<Row> keep(Row product, ShopPlan plan) {
        List<Row> lines = product.getList(7);
        List<Wish> wishes = lines.stream()
                .map(line -> new Wish(line.getInt(0), line.getInt(4)))
                .toList();
        Supplier supplier = Supplier.of(plan.products()).get(product.getInt(2));
        Kept kept = StockBook.keep(
                new StockBook.Terms(
                        supplier,
                        product.getInt(3),
                        product.getInt(4),
                        plan.days(),
                        product.getInt(5),
                        product.getInt(6),
                        plan.seed() * 1_000_003 + product.getLong(1)),
                wishes);
        List<Row> rows = new ArrayList<>();
        for (Day day : kept.days()) {
            rows.add(row(
                    DAY,
                    product,
                    day.day(),
                    day.opening(),
                    day.received(),
                    day.sold(),
                    day.lost(),
                    day.closing(),
                    day.onOrder(),
                    day.reorderPoint(),
                    null,
                    null));
        }
        for (Order order : kept.orders()) {
            rows.add(row(
                    ORDER,
                    product,
                    order.ordered(),
                    order.planned(),
                    order.arrives(),
                    order.quantity(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null));
        }
        for (int place : kept.lost()) {
            Row line = lines.get(place);
            rows.add(row(
                    LOST,
                    product,
                    line.getInt(0),
                    line.getInt(4),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    line.getString(2),
                    line.getInt(3)));
        }
        return rows.iterator();
    }

    private static Row row(String kind, Row product, Integer at, Object... rest) {
        Object[] values = new Object[3 + rest.length];
        values[0] = kind;
        values[1] = product.getString(0);
        values[2] = at;
        System.arraycopy(rest, 0, values, 3, rest.length);
        return RowFactory.create(values);
    }

    /**
     * The books of all products.
     *
     * @param rows of all kinds
     */
    record SupplyBooks(Dataset<Row> rows, Horizon horizon) {

        /** One row a product and day: opening, received, sold, lost, closing, on_order, reorder_point. */
        Dataset<Row> days() {
            return of(DAY).select(
                            col("product_id"),
                            date_add(horizon.first(), col("at")).as("day"),
                            col("first").as("opening"),
                            col("second").as("received"),
                            col("third").as("sold"),
                            col("fourth").as("lost"),
                            col("fifth").as("closing"),
                            col("sixth").as("on_order"),
                            col("seventh").as("reorder_point"));
        }

        /** One row an order to a supplier: ordered_on, planned_on, arrives_on, quantity. */
        Dataset<Row> orders() {
            return of(ORDER)
                    .select(
                            col("product_id"),
                            date_add(horizon.first(), col("at")).as("ordered_on"),
                            date_add(horizon.first(), col("first")).as("planned_on"),
                            date_add(horizon.first(), col("second")).as("arrives_on"),
                            col("third").as("quantity"));
        }

        /** One row an order line that could not be served. */
        Dataset<Row> lost() {
            return of(LOST).select("order_id", "line_number");
        }

        private Dataset<Row> of(String kind) {
            return rows.filter(col("kind").equalTo(kind));
        }
    }
}
