package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.engines.market.SeriesSignals;
import dev.millrace.engines.market.SignalFinder;
import dev.millrace.tables.silver.Product;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A table's series, and beside them the groups that they fall into.
 *
 * @param all columns level, series_id, period and value; a level for each column that groups are made by
 * @param item the name of the level of the series themselves
 * @param asOf day before which everything lies
 */
record SeriesLevels(Dataset<Row> all, String item, LocalDate asOf) {

    private static final String NO_GROUP = "(none)";

    /**
     * Reads them.
     *
     * @param products silver/product, where groups are columns of it
     */
    static SeriesLevels of(SeriesTable series, Dataset<Row> rows, Optional<Dataset<Row>> products, LocalDate asOf) {
        String name = String.join(", ", series.settings().series());
        Dataset<Row> all = level(series.before(rows, asOf), name).withColumn(SignalFinder.SERIES, SeriesTable.name());
        for (String group : series.settings().signalGroups()) {
            boolean own = series.table().columnNames().contains(group);
            if (own || products.isPresent()) {
                Dataset<Row> told = own ? rows : withProducts(rows, products.get(), group);
                Column value = coalesce(col(group).cast("string"), lit(NO_GROUP));
                all = all.unionByName(level(series.before(told, asOf, value), group));
            }
        }
        return new SeriesLevels(all, name, asOf);
    }

    private static Dataset<Row> withProducts(Dataset<Row> rows, Dataset<Row> products, String group) {
        return rows.join(
                broadcast(products.select(Product.PRODUCT_ID.col(), col(group))),
                rows.col(Product.PRODUCT_ID.name()).equalTo(products.col(Product.PRODUCT_ID.name())),
                "left");
    }

    private static Dataset<Row> level(Dataset<Row> values, String name) {
        return values.withColumn(SignalFinder.LEVEL, lit(name));
    }

    /** The series themselves, which together are the market. */
    Dataset<Row> items() {
        return all.filter(col(SignalFinder.LEVEL).equalTo(item));
    }

    /** How many series of each level had a value in the newest window: columns level and active. */
    Dataset<Row> active() {
        return all.filter(col(SignalFinder.PERIOD).geq(SeriesTable.period(asOf) - SeriesSignals.WINDOW))
                .groupBy(col(SignalFinder.LEVEL))
                .agg(count_distinct(col(SignalFinder.SERIES)).alias("active"));
    }
}
