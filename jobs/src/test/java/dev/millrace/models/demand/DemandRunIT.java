package dev.millrace.models.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobResult;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Four weeks of a product that sells two more a day in every other week, and one sale of another; then a week comes, and one line late. */
@ExtendWith(SparkExtension.class)
class DemandRunIT {

    private static final String PUBLISHED =
            "series_id, product_id, location_id, forecast_date, step, expected, low_80, high_80,"
                    + " total_expected, total_deviation, method, fallback, windows";
    private static final String ACCURACY = "series_id, days, actual, expected, absolute_error, naive_absolute_error,"
            + " round(wape, 6), round(naive_wape, 6), round(bias, 6), within_80";

    private static Depot fourWeeks(SparkSession session, Path folder) {
        Depot depot = new Depot(session, folder, "");
        for (int day = 0; day < 28; day++) {
            depot.sold("tea", "north", day, Depot.week(day) + (day / 7 % 2 == 1 ? 2 : 0));
        }
        return depot.sold("cup", "north", 27, 4).deliver(27);
    }

    private static List<String> published(Depot depot, String asOf) {
        return rows(depot, "score/demand_forecast", asOf, PUBLISHED, "struct(series_id, step)");
    }

    private static List<String> accuracy(Depot depot, String asOf) {
        return rows(depot, "gold/forecast_accuracy", asOf, ACCURACY, "series_id");
    }

    private static List<String> rows(Depot depot, String table, String asOf, String columns, String order) {
        List<String> rows = new ArrayList<>();
        depot.company()
                .table(table)
                .filter("as_of_date = DATE'" + asOf + "'")
                .orderBy(org.apache.spark.sql.functions.expr(order))
                .selectExpr(columns.split(", (?![^(]*\\))"))
                .collectAsList()
                .forEach(row -> rows.add(row.mkString("|")));
        return rows;
    }

    /** How many days' sales of tea lay within the 80 % interval, counted from the tables alone. */
    private static long within(Depot depot, String asOf) {
        depot.company().table("score/demand_forecast").createOrReplaceTempView("said");
        depot.company().table("silver/series_observation").createOrReplaceTempView("sold");
        return depot.company()
                .table("score/demand_forecast")
                .sparkSession()
                .sql(
                        """
                        SELECT count_if(units BETWEEN low_80 AND high_80)
                        FROM (SELECT observed_date, sum(observed_value) AS units FROM sold WHERE product_id = 'tea' GROUP BY 1)
                        JOIN said ON forecast_date = observed_date
                        WHERE product_id = 'tea' AND as_of_date = DATE'%s'"""
                                .formatted(asOf))
                .first()
                .getLong(0);
    }

    private static void assertNothingToDo(Depot depot) {
        assertTrue(
                depot.company().runWell().jobs().stream().allMatch(job -> job.status() == JobResult.Status.UP_TO_DATE));
    }

    @Test
    void whatWasPublishedStaysAndIsHeldToWhatCame(SparkSession session, @TempDir Path folder) {
        Depot depot = fourWeeks(session, folder);
        depot.company().runWell();
        List<String> first = published(depot, "2024-01-29");

        assertEquals(14, first.size());
        assertTrue(
                first.get(0).startsWith("cup / north|cup|north|2024-01-29|1|4.0|null|null|4.0|null|naive|one_value|0"));
        assertTrue(first.get(13).startsWith("tea / north|tea|north|2024-02-04|7|13.0|"), first.get(13));
        assertTrue(first.get(13).endsWith("|mean|none|3"), first.get(13));
        assertNothingToDo(depot);

        // A day is known: a new date is published, and the one before, of which more days are to come, is not yet
        // judged.
        depot.sold("tea", "north", 28, 13).deliver(28).company().runWell();
        assertEquals(first, published(depot, "2024-01-29"));
        assertEquals(14, published(depot, "2024-01-30").size());
        assertEquals(0, depot.company().table("gold/forecast_accuracy").count());

        for (int day = 29; day < 35; day++) {
            depot.sold("tea", "north", day, Depot.week(day) + 3);
        }
        depot.deliver(34).company().runWell();

        // Of tea 13, 15, 14, 13, 18, 23 and 9 were sold where 13 a day were expected and 12, 14, 13, 12, 17, 22 and 8
        // the week before;
        // of cups none where 4 a day were expected, and one was in the week before.
        String within = "|" + within(depot, "2024-01-29");
        assertEquals(first, published(depot, "2024-01-29"));
        assertEquals(
                List.of(
                        "cup / north|7|0.0|28.0|28.0|4.0|null|null|null|null",
                        "tea / north|7|105.0|91.0|22.0|7.0|0.209524|0.066667|-0.133333" + within),
                accuracy(depot, "2024-01-29"));
        assertEquals(List.of(), accuracy(depot, "2024-01-30"));

        // Seven more of the 30th come late: they change the figures of that week and the newest forecast, and nothing
        // else.
        List<String> newest = published(depot, "2024-02-05");
        depot.sold("tea late", "tea", "north", 29, 7).deliver(35).company().runWell();
        assertEquals(first, published(depot, "2024-01-29"));
        assertNotEquals(newest, published(depot, "2024-02-05"));
        assertTrue(
                accuracy(depot, "2024-01-29")
                        .get(1)
                        .startsWith("tea / north|7|112.0|91.0|29.0|14.0|0.258929|0.125|-0.1875|"),
                accuracy(depot, "2024-01-29").toString());
        assertNothingToDo(depot);
    }

    @Test
    void daysWithoutStockAreNoDaysWithoutDemand(SparkSession session, @TempDir Path folder) {
        Depot depot = new Depot(session, folder, "censor-stock-outs = true");
        for (int day = 0; day < 28; day++) {
            depot.sold("tea", "p", day, day < 21 ? 10 : 0);
            depot.sold("cup", "p", day, day < 21 ? 10 : 0);
        }
        // Of tea there was none where it sold nothing, of cups there were three; that there were none elsewhere says
        // nothing.
        List<String> counts = new ArrayList<>();
        for (int day = 21; day < 28; day++) {
            String date = "," + Depot.FIRST.plusDays(day) + ",";
            counts.addAll(List.of("tea,p" + date + "0", "cup,p" + date + "3", "cup,q" + date + "0"));
        }
        depot.deliver(27).count(27, counts.toArray(new String[0])).company().runWell();

        assertEquals(List.of("cup / p|1|7.5", "tea / p|1|10.0"), firstDays(depot));

        // Of the week to come it has none on the first day, and sells on one.
        depot.sold("tea", "p", 28, 0)
                .sold("tea", "p", 29, 12)
                .sold("cup", "p", 34, 0)
                .deliver(34);
        depot.count(34, "tea,p,2024-01-29,-1", "tea,p,2024-01-30,40").company().runWell();

        assertEquals(
                List.of("cup / p|7|0.0|52.5", "tea / p|6|12.0|60.0"),
                rows(depot, "gold/forecast_accuracy", "2024-01-29", "series_id, days, actual, expected", "series_id"));
    }

    private static List<String> firstDays(Depot depot) {
        return rows(
                        depot,
                        "score/demand_forecast",
                        "2024-01-29",
                        "series_id, step, expected",
                        "struct(step, series_id)")
                .subList(0, 2);
    }
}
