package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;

import dev.millrace.engines.forecast.SeriesForecaster;
import dev.millrace.tables.silver.StockLevel;
import java.sql.Date;
import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The days on which nothing of a series' product was on hand at some count: what was sold then is the least of what was asked for. Of a
 * series of all places together, days on which there was nothing anywhere.
 *
 * @param series of product_id, or of product_id and location_id
 */
record StockOuts(SeriesTable series) {

    /**
     * Columns series_id and day.
     *
     * @param stock rows of {@link StockLevel}
     */
    Dataset<Row> of(Dataset<Row> stock) {
        Column product = StockLevel.PRODUCT_ID.col();
        Column day = StockLevel.STOCK_DATE.col();
        Dataset<Row> places = stock.groupBy(product, StockLevel.LOCATION_ID.col(), day)
                .agg(min(StockLevel.ON_HAND.col()).alias("left"));
        boolean ofPlaces = series.settings().series().contains(StockLevel.LOCATION_ID.name());
        Dataset<Row> counted =
                ofPlaces ? places : places.groupBy(product, day).agg(max("left").alias("left"));
        return counted.filter(col("left").leq(0))
                .select(series.series().alias(SeriesForecaster.SERIES), day.alias(SeriesTable.DAY));
    }

    /**
     * The values of series, told which are censored; on a day without stock and without a row, the value is null.
     *
     * @param values columns series_id, period and value
     * @param stock rows of {@link StockLevel}
     * @param asOf the day before which everything lies
     */
    Dataset<Row> beside(Dataset<Row> values, Dataset<Row> stock, LocalDate asOf) {
        Column day = StockLevel.STOCK_DATE.col();
        LocalDate first = asOf.minusDays(series.settings().historyDays());
        Column looked = day.lt(lit(Date.valueOf(asOf))).and(day.geq(lit(Date.valueOf(first))));
        Dataset<Row> without = of(stock.filter(looked))
                .join(values.select(SeriesForecaster.SERIES).distinct(), SeriesForecaster.SERIES)
                .select(
                        col(SeriesForecaster.SERIES),
                        datediff(col(SeriesTable.DAY), lit(Date.valueOf(LocalDate.EPOCH)))
                                .cast("long")
                                .alias(SeriesForecaster.PERIOD),
                        lit(null).cast("double").alias(SeriesForecaster.VALUE),
                        lit(true).alias(SeriesForecaster.CENSORED));
        return values.withColumn(SeriesForecaster.CENSORED, lit(false))
                .unionByName(without)
                .groupBy(SeriesForecaster.SERIES, SeriesForecaster.PERIOD)
                .agg(
                        max(SeriesForecaster.VALUE).alias(SeriesForecaster.VALUE),
                        max(SeriesForecaster.CENSORED).alias(SeriesForecaster.CENSORED));
    }
}
