package dev.millrace.models.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.settings.ForecastSettings;
import dev.millrace.settings.HolidayCalendar;
import dev.millrace.settings.PooledSettings;
import dev.millrace.table.DaySet;
import dev.millrace.tables.gold.MarketSignal;
import dev.millrace.tables.silver.Product;
import dev.millrace.tables.silver.SeriesObservation;
import dev.millrace.testing.InMemoryInputs;
import dev.millrace.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A year of forty products, planted: 'jump' sells two thirds more in the newest four weeks, 'fade' half as much, 'new' for three
 * weeks, 'turn' more each day for five weeks, 'peak' ten times as much on one day; the others go on as they did.
 */
@ExtendWith(SparkExtension.class)
class MarketSignalIT {

    private static final LocalDate AS_OF = LocalDate.parse("2024-07-01");
    private static final RunContext RUN = new RunContext("run", AS_OF, AS_OF);
    private static final String MARKET =
            """
            SELECT product_id, observed_date, 'units' AS measure, CAST(level + pmod(xxhash64(product_id, observed_date), 9) - 4 AS DOUBLE) AS observed_value
            FROM (
              SELECT product_id, observed_date,
                CASE
                  WHEN product_id = 'jump' AND left < 28 THEN 50
                  WHEN product_id = 'fade' AND left < 28 THEN 15
                  WHEN product_id = 'turn' AND left < 35 THEN 30 + 3 * (35 - left)
                  WHEN product_id = 'peak' AND left = 2 THEN 300
                  ELSE 30 END AS level
              FROM (
                SELECT product_id, observed_date, datediff(DATE'2024-06-30', observed_date) AS left
                FROM (SELECT explode(sequence(DATE'2023-07-01', DATE'2024-06-30')) AS observed_date)
                CROSS JOIN (SELECT explode(flatten(array(array('jump', 'fade', 'turn', 'peak', 'new'),
                  transform(sequence(1, 35), i -> concat('other ', i))))) AS product_id))
              WHERE product_id <> 'new' OR left < 21)""";
    private static final String PRODUCTS =
            """
            SELECT product_id, if(product_id IN ('jump', 'new', 'turn'), 'toys', 'tools') AS category
            FROM (SELECT explode(array('jump', 'fade', 'turn', 'peak', 'new', 'other 1', 'other 2', 'other 3')) AS product_id)""";

    private SparkSession session;

    @BeforeEach
    void open(SparkSession shared) {
        session = shared;
    }

    private static ForecastSettings settings() {
        return new ForecastSettings(
                "demand",
                SeriesObservation.SPEC.id(),
                false,
                List.of("product_id"),
                "observed_value",
                "measure = 'units'",
                ForecastSettings.Combine.SUM,
                "zero",
                28,
                true,
                false,
                7,
                730,
                91,
                7,
                3,
                List.of("mean"),
                "rmsse",
                true,
                List.of("category"),
                false,
                new PooledSettings(1, List.of(), new HolidayCalendar("none", Map.of()), List.of()));
    }

    private Dataset<Row> market(String... more) {
        Dataset<Row> rows = session.sql(MARKET);
        for (String values : more) {
            rows = rows.unionByName(session.sql(
                    "SELECT product_id, CAST(d AS DATE) AS observed_date, 'units' AS measure, CAST(v AS DOUBLE) AS observed_value"
                            + " FROM VALUES " + values + " AS t(product_id, d, v)"));
        }
        return rows;
    }

    private Dataset<Row> none() {
        return session.createDataFrame(List.of(), MarketSignal.SPEC.schema());
    }

    private Output output(Dataset<Row> rows, Dataset<Row> before, DaySet days) {
        SeriesTable series = new SeriesTable(settings(), SeriesObservation.SPEC, false, Map.of());
        return new PublishMarketSignal(List.of(series), true)
                .build(
                        new InMemoryInputs(days)
                                .with(SeriesObservation.SPEC, rows)
                                .with(Product.SPEC, session.sql(PRODUCTS))
                                .with(MarketSignal.SPEC, before),
                        RUN)
                .outputs()
                .get(0);
    }

    private List<Row> signals(String... more) {
        return output(market(more), none(), DaySet.ALL)
                .rows()
                .orderBy("level", "kind", "rank")
                .collectAsList();
    }

    private static Row only(List<Row> signals, String level, String kind) {
        List<Row> found = signals.stream()
                .filter(row ->
                        row.getAs("level").equals(level) && row.getAs("kind").equals(kind))
                .toList();
        assertEquals(1, found.size(), kind + " in " + signals);
        return found.get(0);
    }

    @Test
    void whatWasPlantedIsFoundAndNothingElse() {
        List<Row> signals = signals();
        List<Row> items = signals.stream()
                .filter(row -> row.getAs("level").equals("product_id"))
                .toList();

        Row jump = items.stream()
                .filter(row -> row.getAs("series_id").equals("jump")
                        && row.getAs("kind").equals("growth"))
                .findFirst()
                .orElseThrow();
        assertEquals("2024-06-03", jump.getAs("since").toString());
        assertTrue(jump.<Double>getAs("change_low") < 0.65 && jump.<Double>getAs("change_high") > 0.6, jump.toString());
        assertTrue(jump.<Double>getAs("q_value") < 0.05, jump.toString());
        assertTrue(
                jump.<String>getAs("evidence").contains("in the 28 days since 2024-06-03, after"),
                jump.<String>getAs("evidence"));
        assertEquals("fade", only(signals, "product_id", "decline").getAs("series_id"));
        Row emerging = only(signals, "product_id", "emerging");
        assertEquals("new", emerging.getAs("series_id"));
        assertEquals("2024-06-10", emerging.getAs("since").toString());
        Row anomaly = only(signals, "product_id", "anomaly");
        assertEquals("peak", anomaly.getAs("series_id"));
        assertEquals("2024-06-28", anomaly.getAs("since").toString());
        Row turn = items.stream()
                .filter(row -> row.getAs("series_id").equals("turn")
                        && row.getAs("kind").equals("turning_point"))
                .findFirst()
                .orElseThrow();
        assertTrue(
                Set.of("2024-05-25", "2024-05-26", "2024-05-27", "2024-05-28")
                        .contains(turn.getAs("since").toString()),
                turn.toString());
        assertEquals(
                Set.of("jump", "fade", "turn", "peak", "new"),
                items.stream().map(row -> row.<String>getAs("series_id")).collect(Collectors.toSet()));
    }

    @Test
    void groupsOfSeriesAreALevelOfTheirOwn() {
        Row toys = only(signals(), "category", "growth");

        assertEquals("toys", toys.getAs("series_id"));
        assertTrue(toys.<Double>getAs("share") < 0.2, toys.toString());
    }

    @Test
    void whatIsNoSeriesGivesNoRowAndNoError() {
        List<Row> signals = signals(
                "('one', '2024-06-30', 1)",
                "('zeros', '2024-01-01', 0), ('zeros', '2024-06-30', 0)",
                "('negative', '2023-09-01', -5), ('negative', '2024-06-30', -4)",
                "('hole', '2023-07-02', 3), ('hole', '2024-06-29', 3)",
                "('twice', '2024-06-30', 2), ('twice', '2024-06-30', 3)",
                "(CAST(NULL AS STRING), '2024-06-30', 3)");

        assertTrue(
                signals.stream()
                        .noneMatch(row -> Set.of("one", "zeros", "negative", "hole", "twice", "(none)")
                                        .contains(row.<String>getAs("series_id"))
                                && row.getAs("level").equals("product_id")),
                signals.toString());
    }

    @Test
    void theSameDaysGiveTheSameRowsAndEarlierDatesStayAsTheyWere() {
        Dataset<Row> first = output(market(), none(), DaySet.ALL).rows().cache();
        Dataset<Row> dayAfter = market("('jump', '2024-07-01', 50)");

        Dataset<Row> again = output(market(), first, DaySet.ALL).rows();
        Dataset<Row> later = output(dayAfter, first, DaySet.ALL).rows().cache();

        assertEquals(0, again.exceptAll(first).count() + first.exceptAll(again).count());
        assertEquals(0, first.exceptAll(later).count());
        assertTrue(later.filter("as_of_date = DATE'2024-07-02'").count() > 0);
    }
}
