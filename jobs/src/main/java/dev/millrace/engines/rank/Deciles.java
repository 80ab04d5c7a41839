package dev.millrace.engines.rank;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.floor;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.log;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Tenths of rows by a value, 1 the highest, without sorting all rows in one place: values that differ by less than a tenth of a per
 * cent are counted together, and the few counts are added up. Equal values share a tenth: the one that their middle lies in.
 */
public final class Deciles {

    private static final double STEPS = 1_000;

    private Deciles() {}

    /** The rows with a column {@code decile}; values of none are below zero. */
    public static Dataset<Row> by(Dataset<Row> rows, Column value) {
        Column bin = coalesce(
                floor(log(when(value.gt(0), value.cast("double"))).multiply(STEPS))
                        .cast("long"),
                lit(Long.MIN_VALUE));
        Dataset<Row> binned = rows.withColumn("_bin", bin);
        WindowSpec everything = Window.partitionBy(lit(1));
        WindowSpec downwards =
                everything.orderBy(col("_bin").desc()).rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        Column middle = sum("_rows").over(downwards).minus(col("_rows").divide(2));
        Dataset<Row> tenths = binned.groupBy("_bin")
                .agg(count(lit(1)).alias("_rows"))
                .select(
                        col("_bin"),
                        floor(middle.multiply(10).divide(sum("_rows").over(everything)))
                                .plus(1)
                                .cast("int")
                                .alias("decile"));
        return binned.join(broadcast(tenths), "_bin").drop("_bin");
    }
}
