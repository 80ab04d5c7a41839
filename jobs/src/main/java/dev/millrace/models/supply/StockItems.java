package dev.millrace.models.supply;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.collect_list;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.sort_array;
import static org.apache.spark.sql.functions.struct;

import dev.millrace.tables.score.DemandForecast;
import dev.millrace.tables.silver.Product;
import dev.millrace.tables.silver.Shipment;
import dev.millrace.tables.silver.SupplyTerms;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Gathers, for each product and place with a forecast, what was known of its stock and its supply on the morning of its as-of date.
 *
 * @param forecast of demand
 * @param facts of stock and supply
 */
record StockItems(NewestForecast forecast, SupplyFacts facts) {

    /** What {@link #all} has, and the class beside it. */
    static final StructType SCHEMA = new StructType()
            .add("product_id", DataTypes.StringType)
            .add("location_id", DataTypes.StringType)
            .add(
                    "days",
                    DataTypes.createArrayType(new StructType()
                            .add("step", DataTypes.IntegerType)
                            .add("expected", DataTypes.DoubleType)
                            .add("total_deviation", DataTypes.DoubleType)))
            .add("stock_date", DataTypes.DateType)
            .add("on_hand", DataTypes.DoubleType)
            .add("on_order", DataTypes.DoubleType)
            .add("partner_id", DataTypes.StringType)
            .add("agreed_days", DataTypes.IntegerType)
            .add("agreed_pack", DataTypes.DoubleType)
            .add("agreed_minimum", DataTypes.DoubleType)
            .add("shelf_life_days", DataTypes.IntegerType)
            .add("unit_cost", DataTypes.DoubleType)
            .add("order_cost", DataTypes.DoubleType)
            .add("stock_class", DataTypes.StringType);

    private static final List<String> KEY = List.of("product_id", "location_id");

    /** One row a product and place, in the columns of {@link #SCHEMA} but the class. */
    Dataset<Row> all() {
        Dataset<Row> items = facts.withTerms(demand());
        items = joined(items, facts.counts(), KEY);
        items = joined(items, facts.underway(), KEY);
        items = joined(items, suppliers(), List.of("product_id"));
        items = joined(items, products(), List.of("product_id"));
        return items.select(
                col("product_id"),
                col("location_id"),
                col("days"),
                col("stock_date"),
                col("on_hand"),
                coalesce(col("counted_on_order"), col("underway"), unlessUnknown())
                        .alias("on_order"),
                coalesce(col("terms_partner"), col("last_partner")).alias("partner_id"),
                col("agreed_days"),
                col("agreed_pack"),
                col("agreed_minimum"),
                col("shelf_life_days"),
                coalesce(col("terms_cost"), col("counted_cost"), col("product_cost"))
                        .alias("unit_cost"),
                col("order_cost"));
    }

    /** Days from order to delivery of each supplier's deliveries. */
    Map<String, double[]> leadTimes() {
        Column days = datediff(Shipment.DELIVERED_TS.col(), Shipment.ORDERED_TS.col());
        Map<String, List<Row>> bySupplier = new HashMap<>();
        facts.supplied()
                .filter(Shipment.DELIVERED_TS.col().lt(lit(facts.morning())).and(days.geq(0)))
                .filter(Shipment.PARTNER_ID.col().isNotNull())
                .groupBy(Shipment.PARTNER_ID.col(), days.alias("days"))
                .count()
                .collectAsList()
                .forEach(row -> bySupplier
                        .computeIfAbsent(row.getString(0), supplier -> new ArrayList<>())
                        .add(row));
        Map<String, double[]> leadTimes = new HashMap<>();
        bySupplier.forEach((supplier, counts) -> leadTimes.put(
                supplier,
                counts.stream()
                        .flatMapToDouble(row ->
                                DoubleStream.generate(() -> row.getInt(1)).limit(row.getLong(2)))
                        .toArray()));
        return leadTimes;
    }

    /** Where shipments are mapped and none is open, none is underway. */
    private Column unlessUnknown() {
        return lit(facts.mapped().contains(Shipment.SPEC) ? 0.0 : null).cast("double");
    }

    private Dataset<Row> demand() {
        Column day =
                struct(DemandForecast.STEP.col(), DemandForecast.EXPECTED.col(), DemandForecast.TOTAL_DEVIATION.col());
        return forecast.rows()
                .groupBy(
                        DemandForecast.PRODUCT_ID.col(),
                        coalesce(DemandForecast.LOCATION_ID.col(), lit(SupplyTerms.ANY))
                                .alias("location_id"))
                .agg(sort_array(collect_list(day)).alias("days"));
    }

    /** Who delivered each product last. */
    private Dataset<Row> suppliers() {
        return facts.supplied()
                .filter(Shipment.PRODUCT_ID
                        .col()
                        .isNotNull()
                        .and(Shipment.PARTNER_ID.col().isNotNull()))
                .groupBy(Shipment.PRODUCT_ID.col())
                .agg(max_by(Shipment.PARTNER_ID.col(), struct(Shipment.ORDERED_TS.col(), Shipment.SHIPMENT_ID.col()))
                        .alias("last_partner"));
    }

    private Dataset<Row> products() {
        return facts.rows(Product.SPEC)
                .select(
                        Product.PRODUCT_ID.col(),
                        Product.UNIT_COST.col().cast("double").alias("product_cost"));
    }

    private static Dataset<Row> joined(Dataset<Row> items, Dataset<Row> more, List<String> key) {
        return items.join(more, key.toArray(new String[0]), "left");
    }
}
