package dev.millrace.models.demand;

import dev.millrace.testing.Company;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/** A company that delivers what it sold of products in places, and what lay there. */
final class Depot {

    /** A Monday. */
    static final LocalDate FIRST = LocalDate.parse("2024-01-01");

    private static final double[] WEEK = {10, 12, 11, 10, 15, 20, 6};
    private static final String CONFIGURATION =
            """
            company { name = "Depot", currency = "EUR" }
            sources.sales { files = "sales/*", columns = [series, at, units, product, place] }
            sources.counts { files = "counts/*", columns = [product, place, day, on_hand] }
            entities.series_observation.sales.columns {
              series_id = series, observed_ts = at, observed_value = units, product_id = product, location_id = place
            }
            entities.stock_level.counts.columns {
              product_id = product, location_id = place, stock_ts = day, on_hand = on_hand
            }
            forecasts.demand {
              table = silver.series_observation, series = [product_id, location_id], value = observed_value
              horizon-days = 7, windows = 3, methods = [mean]
            %s
            }
            """;

    private final Company company;
    private final StringBuilder lines = new StringBuilder();

    Depot(SparkSession session, Path folder, String settings) {
        this.company = new Company(session, folder, configuration(settings));
    }

    /** The configuration with settings of its forecast. */
    static String configuration(String settings) {
        return CONFIGURATION.formatted(settings);
    }

    /** What a usual week sells on a day. */
    static double week(long day) {
        return WEEK[(int) (day % WEEK.length)];
    }

    Company company() {
        return company;
    }

    /** A line of the next delivery; days are counted from {@link #FIRST}. */
    Depot sold(String product, String place, long day, double units) {
        return sold(product + " " + place, product, place, day, units);
    }

    Depot sold(String series, String product, String place, long day, double units) {
        lines.append(
                String.format(Locale.ROOT, "%s,%s,%s,%s,%s%n", series, FIRST.plusDays(day), units, product, place));
        return this;
    }

    /** Delivers what was sold since the last delivery. */
    Depot deliver(long day) {
        company.deliver("sales/" + FIRST.plusDays(day) + ".csv", "series,at,units,product,place\n" + lines);
        lines.setLength(0);
        return this;
    }

    /** Delivers counts of stock, each a line of product, place, day and units. */
    Depot count(long day, String... counts) {
        company.deliver(
                "counts/" + FIRST.plusDays(day) + ".csv",
                "product,place,day,on_hand\n" + String.join("\n", counts) + "\n");
        return this;
    }
}
