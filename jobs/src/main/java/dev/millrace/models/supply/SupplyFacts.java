package dev.millrace.models.supply;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.job.Input;
import dev.millrace.job.JobInputs;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.score.DemandForecast;
import dev.millrace.tables.silver.Shipment;
import dev.millrace.tables.silver.StockLevel;
import dev.millrace.tables.silver.SupplyTerms;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/**
 * What was known of stock and supply on the morning of an as-of date.
 *
 * @param inputs of the job
 * @param mapped which of the tables there are; of the others there is no row
 * @param byPlace whether places are told apart; else they are added up
 * @param lookbackDays in which counts and deliveries are looked for
 * @param asOf the morning
 */
record SupplyFacts(JobInputs inputs, Set<TableSpec> mapped, boolean byPlace, int lookbackDays, LocalDate asOf) {

    private static final String ANY = SupplyTerms.ANY;

    /** The forecast, and what is mapped of the tables that are used: what has days makes a job due by them; all is read as it stands. */
    static Set<Input> inputs(List<TableSpec> used, Set<TableSpec> mapped) {
        Set<Input> inputs = new LinkedHashSet<>();
        Stream.concat(Stream.of(DemandForecast.SPEC), used.stream().filter(mapped::contains))
                .forEach(table -> {
                    if (table.dayField().isPresent()) {
                        inputs.add(new Input(table, Reach.SAME_DAY));
                    }
                    inputs.add(new Input(table, Reach.LATEST));
                });
        return inputs;
    }

    /** The newest count of each place, up to the morning; all places together where demand is. */
    Dataset<Row> counts() {
        Dataset<Row> newest = rows(StockLevel.SPEC)
                .filter(StockLevel.STOCK_DATE.col().geq(lit(first())))
                .filter(StockLevel.STOCK_DATE.col().leq(lit(Date.valueOf(asOf))))
                .filter(StockLevel.STOCK_TS.col().leq(lit(morning())))
                .groupBy(StockLevel.PRODUCT_ID.col(), StockLevel.LOCATION_ID.col())
                .agg(max_by(
                                struct(
                                        StockLevel.STOCK_DATE.col(),
                                        StockLevel.ON_HAND.col(),
                                        StockLevel.RESERVED.col(),
                                        StockLevel.ON_ORDER.col(),
                                        StockLevel.UNIT_COST.col()),
                                StockLevel.STOCK_TS.col())
                        .alias("count"));
        Column free = col("count.on_hand").minus(coalesce(col("count.reserved"), lit(0)));
        return newest.groupBy(col("product_id"), place(col("location_id")).alias("location_id"))
                .agg(
                        max("count.stock_date").alias("stock_date"),
                        sum(free).cast("double").alias("on_hand"),
                        sum("count.on_order").cast("double").alias("counted_on_order"),
                        max("count.unit_cost").cast("double").alias("counted_cost"));
    }

    /** Deliveries of a product that had not come. */
    Dataset<Row> open() {
        Column open = Shipment.DELIVERED_TS
                .col()
                .isNull()
                .or(Shipment.DELIVERED_TS.col().geq(lit(morning())));
        return supplied()
                .filter(open)
                .filter(Shipment.PRODUCT_ID.col().isNotNull())
                .filter(Shipment.QUANTITY_DELIVERED.col().gt(0));
    }

    /** Their units. */
    Dataset<Row> underway() {
        return open().groupBy(
                        Shipment.PRODUCT_ID.col(),
                        place(Shipment.DESTINATION.col()).alias("location_id"))
                .agg(sum(Shipment.QUANTITY_DELIVERED.col()).cast("double").alias("underway"));
    }

    /** With the terms of the supplier that is ordered from; those of a place go before those that hold anywhere. */
    Dataset<Row> withTerms(Dataset<Row> items) {
        Dataset<Row> terms = rows(SupplyTerms.SPEC)
                .filter(SupplyTerms.ENDED_ON
                        .col()
                        .isNull()
                        .or(SupplyTerms.ENDED_ON.col().gt(lit(Date.valueOf(asOf)))))
                .select(
                        SupplyTerms.PRODUCT_ID.col().alias("terms_product"),
                        SupplyTerms.LOCATION_ID.col().alias("terms_place"),
                        SupplyTerms.PARTNER_ID.col().alias("terms_supplier"),
                        SupplyTerms.PREFERENCE.col(),
                        SupplyTerms.LEAD_TIME_DAYS.col().alias("agreed_days"),
                        SupplyTerms.PACK.col().cast("double").alias("agreed_pack"),
                        SupplyTerms.MINIMUM_QUANTITY.col().cast("double").alias("agreed_minimum"),
                        SupplyTerms.SHELF_LIFE_DAYS.col(),
                        SupplyTerms.UNIT_COST.col().cast("double").alias("terms_cost"),
                        SupplyTerms.ORDER_COST.col().cast("double").alias("order_cost"));
        Column anywhere = col("terms_place").equalTo(ANY);
        Column holds = col("terms_product").equalTo(col("product_id"));
        holds = byPlace ? holds.and(anywhere.or(col("terms_place").equalTo(col("location_id")))) : holds;
        Column rank = row_number()
                .over(Window.partitionBy("product_id", "location_id")
                        .orderBy(
                                byPlace ? anywhere.asc() : anywhere.desc(),
                                col("preference").asc_nulls_last(),
                                col("terms_cost").asc_nulls_last(),
                                col("agreed_days").asc_nulls_last(),
                                col("terms_supplier").asc(),
                                col("terms_place").asc()));
        return items.join(terms, holds, "left")
                .withColumn("rank", rank)
                .filter(col("rank").equalTo(1))
                .withColumn("terms_partner", nullif(col("terms_supplier"), lit(ANY)));
    }

    /** Deliveries to the company, not to its customers, that were ordered before the morning. */
    Dataset<Row> supplied() {
        return rows(Shipment.SPEC)
                .filter(Shipment.PLANNED_DATE.col().geq(lit(first())))
                .filter(Shipment.CUSTOMER_ID.col().isNull())
                .filter(Shipment.ORDERED_TS.col().lt(lit(morning())));
    }

    private Column place(Column place) {
        return byPlace ? place : lit(ANY);
    }

    /** The rows of a table; none where it is not mapped. */
    Dataset<Row> rows(TableSpec table) {
        return mapped.contains(table)
                ? inputs.newest(table)
                : inputs.newest(DemandForecast.SPEC).sparkSession().createDataFrame(List.of(), table.schema());
    }

    private Date first() {
        return Date.valueOf(asOf.minusDays(lookbackDays));
    }

    Timestamp morning() {
        return Timestamp.from(asOf.atStartOfDay(ZoneOffset.UTC).toInstant());
    }
}
