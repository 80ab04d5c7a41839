package dev.millrace.models.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.settings.AttributeColumn;
import dev.millrace.settings.ForecastSettings;
import dev.millrace.settings.HolidayCalendar;
import dev.millrace.settings.PooledSettings;
import dev.millrace.table.DaySet;
import dev.millrace.tables.score.DemandForecast;
import dev.millrace.tables.silver.Product;
import dev.millrace.tables.silver.SeriesObservation;
import dev.millrace.testing.InMemoryInputs;
import dev.millrace.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class DemandForecastIT {

    private static final LocalDate AS_OF = LocalDate.parse("2024-05-01");
    private static final RunContext RUN = new RunContext("run", AS_OF, AS_OF);

    private SparkSession session;

    @BeforeEach
    void open(SparkSession shared) {
        session = shared;
    }

    private static ForecastSettings settings(String holes, boolean demand) {
        return settings(holes, demand, List.of("seasonal_naive", "mean", "theta", "tsb"), 1_000_000, false);
    }

    private static ForecastSettings settings(
            String holes, boolean demand, List<String> methods, int mostValues, boolean likeItems) {
        PooledSettings pooled =
                new PooledSettings(mostValues, List.of(), new HolidayCalendar("none", Map.of()), List.of());
        return settings(holes, demand, methods, List.of("product_id", "location_id"), pooled, likeItems);
    }

    private static ForecastSettings settings(
            String holes,
            boolean demand,
            List<String> methods,
            List<String> series,
            PooledSettings pooled,
            boolean likeItems) {
        return new ForecastSettings(
                "demand",
                SeriesObservation.SPEC.id(),
                false,
                series,
                "observed_value",
                "measure = 'units'",
                ForecastSettings.Combine.SUM,
                holes,
                28,
                demand,
                false,
                7,
                365,
                60,
                7,
                3,
                methods,
                "rmsse",
                false,
                List.of(),
                likeItems,
                pooled);
    }

    /** A product sold every day of four months up to April, more at the end of weeks; product, place, day and value. */
    private Dataset<Row> observations(String... more) {
        String steady =
                """
                SELECT 'steady' AS product_id, 'A' AS location_id, d AS observed_date, 10D + weekday(d) AS observed_value, 'units' AS measure
                FROM (SELECT explode(sequence(DATE'2024-01-01', DATE'2024-04-30')) AS d)""";
        Dataset<Row> rows = session.sql(steady);
        for (String values : more) {
            rows = rows.unionByName(session.sql(
                    "SELECT product_id, location_id, CAST(d AS DATE) AS observed_date, CAST(v AS DOUBLE) AS observed_value,"
                            + " 'units' AS measure FROM VALUES "
                            + values + " AS t(product_id, location_id, d, v)"));
        }
        return rows;
    }

    private Dataset<Row> none() {
        return session.createDataFrame(List.of(), DemandForecast.SPEC.schema());
    }

    private Output output(ForecastSettings settings, Dataset<Row> rows, Dataset<Row> before, DaySet days) {
        SeriesTable series = new SeriesTable(settings, SeriesObservation.SPEC, false, Map.of());
        return new ScoreDemandForecast(List.of(series))
                .build(
                        new InMemoryInputs(days)
                                .with(SeriesObservation.SPEC, rows)
                                .with(DemandForecast.SPEC, before),
                        RUN)
                .outputs()
                .get(0);
    }

    private Map<String, List<Row>> forecasts(ForecastSettings settings, Dataset<Row> rows) {
        return output(settings, rows, none(), DaySet.ALL).rows().orderBy("step").collectAsList().stream()
                .collect(Collectors.groupingBy(row -> row.getAs("series_id")));
    }

    private static String fallback(List<Row> rows) {
        return rows.get(0).getAs("fallback");
    }

    @Test
    void eachDayAheadHasARowThatSaysWhatIsExpectedAndHowItCameAbout() {
        List<Row> steady = forecasts(settings("zero", true), observations()).get("steady / A");
        assertEquals(7, steady.size());
        double total = 0;
        for (int step = 1; step <= 7; step++) {
            Row row = steady.get(step - 1);
            LocalDate day = AS_OF.plusDays(step - 1L);
            total += row.<Double>getAs("expected");
            assertEquals(day.toString(), row.getAs("forecast_date").toString());
            assertEquals(10 + day.getDayOfWeek().getValue() - 1, row.<Double>getAs("expected"), 0.01);
            assertEquals(total, row.<Double>getAs("total_expected"), 1e-9);
            assertEquals("steady", row.getAs("product_id"));
            assertEquals("A", row.getAs("location_id"));
        }
        assertEquals("none", fallback(steady));
        assertEquals(3, steady.get(0).<Integer>getAs("windows"));
        assertEquals(0, steady.get(0).<Double>getAs("backtest_naive_wape"), 1e-9);
    }

    @Test
    void whatCannotBeForecastAsUsualSaysWhy() {
        Map<String, List<Row>> made = forecasts(
                settings("zero", true),
                observations(
                        "('new', 'A', '2024-04-30', 5)",
                        "('idle', 'A', '2024-04-01', 0), ('idle', 'A', '2024-04-30', 0)",
                        "('returned', 'A', '2024-03-01', 4), ('returned', 'A', '2024-04-20', -3)",
                        "('young', 'A', '2024-04-24', 4), ('young', 'A', '2024-04-30', 6)",
                        "('ended', 'A', '2024-01-05', 4)",
                        "(CAST(NULL AS STRING), 'A', '2024-03-10', 4)"));
        assertEquals("one_value", fallback(made.get("new / A")));
        assertEquals("all_zero", fallback(made.get("idle / A")));
        assertEquals("negative_values", fallback(made.get("returned / A")));
        assertEquals("shorter_than_horizon", fallback(made.get("young / A")));
        assertEquals(10 / 7.0, made.get("young / A").get(0).<Double>getAs("expected"), 1e-9);
        assertTrue(made.containsKey("(none) / A"));
        assertTrue(!made.containsKey("ended / A"), "it is over for more than sixty days");
        assertTrue(made.values().stream().flatMap(List::stream).allMatch(row -> row.<Double>getAs("expected") >= 0));
    }

    @Test
    void severalValuesOfADayAreAddedUp() {
        Map<String, List<Row>> made = forecasts(
                settings("zero", true),
                observations("('twice', 'A', '2024-04-30', 2), ('twice', 'A', '2024-04-30', 3)"));
        assertEquals(5, made.get("twice / A").get(0).<Double>getAs("expected"), 1e-9);
    }

    @Test
    void whatIsMeasuredBeginsAnewAfterALongHole() {
        Map<String, List<Row>> made = forecasts(
                settings("last", false),
                observations(
                        "('sensor', 'A', '2023-06-01', 900), ('sensor', 'A', '2024-04-10', 20), ('sensor', 'A', '2024-04-30', 20)"));
        List<Row> sensor = made.get("sensor / A");
        assertEquals("after_a_hole", fallback(sensor));
        assertEquals(20, sensor.get(0).<Double>getAs("expected"), 1e-6);
    }

    @Test
    void whatWasPublishedOfEarlierDatesStaysAsItWas() {
        Dataset<Row> first = output(settings("zero", true), observations(), none(), DaySet.ALL)
                .rows()
                .localCheckpoint();
        Dataset<Row> later = observations("('steady', 'A', '2024-05-01', 80), ('steady', 'A', '2024-04-02', 80)");
        Output next =
                output(settings("zero", true), later, first, DaySet.of(List.of(LocalDate.parse("2024-04-02"), AS_OF)));
        assertEquals(DaySet.of(List.of(AS_OF.plusDays(1))), next.days().orElseThrow());
        assertEquals(
                List.of("2024-05-02"),
                next.rows().selectExpr("CAST(as_of_date AS STRING)").distinct().collectAsList().stream()
                        .map(row -> row.getString(0))
                        .toList());
        Dataset<Row> anew =
                output(settings("zero", true), later, first, DaySet.ALL).rows();
        assertEquals(0, first.exceptAll(anew).count());
        assertEquals(14, anew.count());
    }

    @Test
    void theSameInputGivesTheSameRows() {
        Dataset<Row> first = output(settings("zero", true), observations(), none(), DaySet.ALL)
                .rows()
                .localCheckpoint();
        Dataset<Row> again = output(settings("zero", true), observations(), first, DaySet.ALL)
                .rows();
        assertEquals(0, first.exceptAll(again).count());
        assertEquals(first.count(), again.count());
    }

    /** Products that share a week, which noise hides in each of them. */
    private Dataset<Row> noisyWeeks() {
        return session.sql(
                """
                SELECT concat('p', p) AS product_id, 'A' AS location_id, d AS observed_date, 'units' AS measure,
                       (20 + p) * (1 + 0.1 * weekday(d)) * (0.6 + 0.8 * (abs(hash(p, d)) % 1000) / 1000) AS observed_value
                FROM (SELECT explode(sequence(DATE'2024-01-01', DATE'2024-04-30')) AS d), (SELECT explode(sequence(1, 20)) AS p)""");
    }

    @Test
    void methodsThatLearnFromAllSeriesAreChosenAndCombinedLikeTheOthers() {
        List<String> methods = List.of("seasonal_naive", "calendar_factors", "boosted");
        Map<String, List<Row>> made = forecasts(settings("zero", true, methods, 1_000_000, false), noisyWeeks());

        List<Row> first = made.values().stream().map(rows -> rows.get(0)).toList();
        assertEquals(20, first.size());
        assertTrue(first.stream().anyMatch(row -> row.getAs("method").equals("calendar_factors")), first::toString);
        assertTrue(
                first.stream().anyMatch(row -> row.<String>getAs("description").contains("boosted")), first::toString);
        for (Row row : first) {
            assertEquals("none", row.getAs("fallback"));
            assertEquals(3, row.<Integer>getAs("windows"));
            assertTrue(row.<Double>getAs("backtest_wape") <= row.<Double>getAs("backtest_naive_wape"));
            assertTrue(row.<Double>getAs("low_80") < row.<Double>getAs("high_80"));
        }
        Row pooled = first.stream()
                .filter(row -> row.getAs("method").equals("calendar_factors"))
                .findFirst()
                .orElseThrow();
        assertEquals("conformal", pooled.getAs("interval_method"));
    }

    @Test
    void aNewProductIsForecastFromOthersAndSaysSo() {
        String young = "('young', 'A', '2024-04-24', 4), ('young', 'A', '2024-04-30', 6)";
        Dataset<Row> rows = noisyWeeks().unionByName(observations(young).filter("product_id = 'young'"));
        List<String> methods = List.of("seasonal_naive", "mean");
        Map<String, List<Row>> made = forecasts(settings("zero", true, methods, 1_000_000, true), rows);

        Row first = made.get("young / A").get(0);
        assertEquals("like_items", first.getAs("method"));
        assertEquals("shorter_than_horizon", fallback(made.get("young / A")));
        assertTrue(first.<String>getAs("description").contains("of 20 series like it"), first::toString);
        double week = made.get("young / A").stream()
                .mapToDouble(row -> row.getAs("expected"))
                .sum();
        assertEquals(10, week, 1.5);
        assertTrue(
                made.get("p1 / A").stream().noneMatch(row -> row.getAs("method").equals("like_items")));
    }

    @Test
    void attributesOfProductsMakeThemAlike() {
        Dataset<Row> rows = noisyWeeks()
                .unionByName(observations("('new', 'A', '2024-04-29', 9), ('new', 'A', '2024-04-30', 9)")
                        .filter("product_id = 'new'"));
        Dataset<Row> products = session.sql(
                "SELECT product_id, if(product_id IN ('new', 'p1', 'p2', 'p3', 'p4'), 'tea', 'cup') AS category"
                        + " FROM (SELECT 'new' AS product_id UNION ALL SELECT concat('p', p) FROM (SELECT explode(sequence(1, 20)) AS p))");
        PooledSettings pooled = new PooledSettings(
                1_000_000,
                List.of(new AttributeColumn("silver/product", "category")),
                new HolidayCalendar("none", Map.of()),
                List.of());
        SeriesTable series = new SeriesTable(
                settings("zero", true, List.of("mean"), List.of("product_id"), pooled, true),
                SeriesObservation.SPEC,
                false,
                Map.of("silver/product", Product.SPEC));
        InMemoryInputs inputs = new InMemoryInputs(DaySet.ALL)
                .with(SeriesObservation.SPEC, rows)
                .with(Product.SPEC, products)
                .with(DemandForecast.SPEC, none());

        List<Row> made = new ScoreDemandForecast(List.of(series))
                .build(inputs, RUN)
                .outputs()
                .get(0)
                .rows()
                .filter("series_id = 'new'")
                .collectAsList();

        assertTrue(made.get(0).<String>getAs("description").contains("of 4 series like it"), made::toString);
    }

    @Test
    void moreValuesThanTheDriverMayHoldAreForecastSeriesBySeriesAndSaySo() {
        List<String> methods = List.of("seasonal_naive", "calendar_factors");
        Map<String, List<Row>> made = forecasts(settings("zero", true, methods, 20 * 121 - 1, false), noisyWeeks());

        assertEquals(20, made.size());
        for (List<Row> rows : made.values()) {
            assertEquals("pool_too_large", fallback(rows));
            assertEquals("seasonal_naive", rows.get(0).getAs("method"));
        }
    }

    @Test
    void withoutRowsNothingIsForecast() {
        assertEquals(
                0,
                output(settings("zero", true), observations().limit(0), none(), DaySet.ALL)
                        .rows()
                        .count());
    }
}
