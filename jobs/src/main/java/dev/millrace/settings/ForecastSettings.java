package dev.millrace.settings;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * How a kind of daily series is forecast.
 *
 * @param name of the forecast
 * @param table id of the table that has the values by day, such as {@code gold/product_day}
 * @param ifMapped whether it is left out while no job makes the table
 * @param series columns that tell series apart
 * @param value SQL over the table's columns: what is forecast
 * @param where SQL condition: which rows take part
 * @param combine what becomes of several values of a series and day
 * @param holes what stands for days without a row, by its name in the engine
 * @param longestHole days without a row after which a measured series begins anew
 * @param demand whether values cannot be below 0
 * @param censorStockOuts whether days on which nothing was on hand tell no more of demand than its least
 * @param horizonDays days ahead
 * @param historyDays days back that are looked at
 * @param activeDays days without a row after which a series is over
 * @param season days of a season
 * @param windows earlier origins that methods are tried from
 * @param methods what there is to choose from, by their names in the engine
 * @param measure what error is kept small, by its name in the engine
 * @param signals whether it is told what changed in the series
 * @param signalGroups columns, of the table or of the product, that series are grouped by for the same
 * @param likeItems whether series too short to try methods on are forecast from series like them
 * @param pooled what methods that learn from all series together take
 */
public record ForecastSettings(
        String name,
        String table,
        boolean ifMapped,
        List<String> series,
        String value,
        String where,
        Combine combine,
        String holes,
        int longestHole,
        boolean demand,
        boolean censorStockOuts,
        int horizonDays,
        int historyDays,
        int activeDays,
        int season,
        int windows,
        List<String> methods,
        String measure,
        boolean signals,
        List<String> signalGroups,
        boolean likeItems,
        PooledSettings pooled) {

    /** The methods for single series that can be named. */
    public static final List<String> METHODS = List.of(
            "mean",
            "naive",
            "drift",
            "seasonal_naive",
            "seasonal_mean",
            "ets",
            "theta",
            "arima",
            "mstl",
            "croston",
            "sba",
            "tsb");

    /** The methods that can be named and learn from all series together. */
    public static final List<String> POOLED_METHODS = List.of("calendar_factors", "boosted");

    /** The errors that can be named. */
    public static final List<String> MEASURES = List.of("wape", "mase", "rmsse");

    /** What can stand for days without a row. */
    public static final List<String> HOLES = List.of("zero", "last", "line");

    public ForecastSettings {
        series = List.copyOf(series);
        methods = List.copyOf(methods);
        signalGroups = List.copyOf(signalGroups);
    }

    /** The methods that are tried for each series by itself. */
    public List<String> singleMethods() {
        return methods.stream().filter(METHODS::contains).toList();
    }

    /** The methods that learn from all series together. */
    public List<String> pooledMethods() {
        return methods.stream().filter(POOLED_METHODS::contains).toList();
    }

    /** Whether something is found out of all series together. */
    public boolean looksAtAll() {
        return likeItems || !pooledMethods().isEmpty();
    }

    /** Ids of the tables that are looked at beside that of the series for what is found out of all together. */
    public Set<String> tablesBeside() {
        Set<String> tables = new TreeSet<>();
        if (looksAtAll()) {
            pooled.attributes().forEach(each -> tables.add(each.table()));
            pooled.inputs().forEach(each -> tables.add(each.table()));
        }
        return tables;
    }

    /** What becomes of several values of a series and day. */
    public enum Combine {
        /** They are added up, as units sold are. */
        SUM,
        /** Their mean is taken, as of what is measured. */
        MEAN
    }
}
