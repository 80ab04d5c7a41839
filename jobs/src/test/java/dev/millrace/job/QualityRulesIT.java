package dev.millrace.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.testing.Company;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A company's own rules warn, set aside or stop, as they say, and tell what they expected and saw. */
@ExtendWith(SparkExtension.class)
class QualityRulesIT {

    private static final String HEADER = "at,series,value\n";
    private static final String MAPPING =
            """
            quality.max-rejected-share = 1
            sources.readings { files = "readings/*", columns = [at, series, value] }
            sources.names { files = "names/*", columns = [series, name] }
            entities.series_observation.readings {
              columns { series_id = series, observed_ts = at, observed_value = value }
            }
            entities.product.names.columns { product_id = series, name = name }
            """;

    @TempDir
    private Path folder;

    private SparkSession session;
    private Company company;

    @BeforeEach
    void open(SparkSession shared) {
        session = shared;
    }

    private Company with(String rules) {
        company = new Company(session, folder, MAPPING + "rules.series_observation " + rules);
        return company;
    }

    private List<String> results(String rule) {
        return company
                .table("ops/quality_result")
                .filter("rule = '" + rule + "'")
                .orderBy("run_id")
                .selectExpr("outcome", "rows_failed", "expected", "detail", "sample")
                .collectAsList()
                .stream()
                .map(row -> row.mkString("|"))
                .toList();
    }

    private void deliver(String day, int rows, double value) {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < rows; i++) {
            text.append(day)
                    .append(" 00:")
                    .append(10 + i)
                    .append(":00,tea,")
                    .append(value + i)
                    .append('\n');
        }
        company.deliver("readings/" + day + ".csv", text.toString());
    }

    @Test
    void aRowRuleWarnsSetsAsideOrStops() {
        String bad = HEADER + "2024-01-30 00:00:00,tea,-5\n2024-01-30 00:01:00,tea,5\n";
        with("{ positive { check = \"observed_value > 0\" } }")
                .deliver("readings/2024-01-30.csv", bad)
                .runWell();
        assertEquals(
                List.of("warned|1|observed_value > 0|1 of 2 rows do not|"
                        + "readings/2024-01-30.csv:2 2024-01-30 00:00:00,tea,-5"),
                results("positive"));

        with("{ positive { check = \"observed_value > 0\", on-failure = quarantine } }")
                .runWell();
        assertEquals(
                List.of("2024-01-30 00:01:00"),
                company.rows("silver/series_observation", "CAST(observed_ts AS STRING)", "1"));
        assertEquals(
                List.of("positive|expected observed_value > 0"),
                company.rows("ops/quarantine", "rule, detail", "ordinal"));

        long before =
                company.rows("silver/series_observation", "observed_value", "1").size();
        String message = with("{ positive { check = \"observed_value > 0\", on-failure = abort } }")
                .run()
                .failure()
                .orElseThrow()
                .getMessage();
        assertTrue(message.contains("'rules.series_observation.positive' stops the run: 1 of 2 rows"), message);
        assertEquals(
                before,
                company.rows("silver/series_observation", "observed_value", "1").size());
    }

    @Test
    void valuesAreHeldAgainstAListAndAgainstAnotherEntity() {
        with("""
                        {
                          known_series { column = series_id, references = product.product_id, on-failure = quarantine }
                          listed { column = series_id, accepts = [tea, cup] }
                        }""")
                .deliver("names/2024-01-30.csv", "series,name\ntea,Tea\n")
                .deliver("readings/2024-01-30.csv", HEADER + "2024-01-30 00:00:00,tea,1\n2024-01-30 00:01:00,pot,2\n")
                .runWell();

        assertEquals(List.of("known_series"), company.rows("ops/quarantine", "rule", "ordinal"));
        assertEquals(List.of("tea"), company.rows("silver/series_observation", "series_id", "1"));
        assertTrue(results("listed").get(0).startsWith("passed|0|series_id is one of tea, cup|"));
    }

    @Test
    void aDayOfFarTooFewRowsIsToldOfOrStopsBeforeItIsWritten() {
        with("{ volume { volume-within = 0.5 }, fresh { newest-within-days = 5 } }");
        for (int day = 10; day < 20; day++) {
            deliver("2024-01-" + day, 10, 1);
        }
        company.runWell();
        deliver("2024-01-20", 2, 1);
        with("{ volume { volume-within = 0.5, on-failure = abort } }");

        String message = company.run().failure().orElseThrow().getMessage();

        assertTrue(message.contains("2024-01-20 has 2 rows where the median is 10"), message);
        assertEquals(
                List.of("2024-01-19"),
                company.rows("silver/series_observation", "CAST(max(observed_date) AS STRING)", "1"));
        with("{ volume { volume-within = 0.5 }, fresh { newest-within-days = 5 } }")
                .runWell();
        assertTrue(
                results("volume").get(1).startsWith("warned|1|rows a day within 50 %"),
                results("volume").toString());
        assertTrue(
                results("fresh").get(0).startsWith("warned|1|newest day at most 5"),
                results("fresh").toString());
    }

    @Test
    void aDistributionThatMovedIsToldOf() {
        with("{ moved { column = observed_value, distribution-within = 0.25 } }");
        for (int day = 10; day < 20; day++) {
            deliver("2024-01-" + day, 20, 1);
        }
        company.runWell();
        deliver("2024-01-20", 20, 1);
        company.runWell();
        deliver("2024-01-21", 20, 500);
        company.runWell();

        List<String> results = results("moved");
        assertTrue(results.get(0).contains("no days before"), results.toString());
        assertTrue(results.get(1).startsWith("passed|0|"), results.toString());
        assertTrue(results.get(2).startsWith("warned|1|"), results.toString());
    }

    @Test
    void rulesThatCannotBeUsedAreToldTogether() {
        with(
                """
                {
                  a { check = "observed_value > (SELECT 1)" }
                  b { column = valu, accepts = [1] }
                  c { column = series_id, references = produkt.product_id }
                  d { newest-within-days = 3, on-failure = quarantine }
                  e { check = "true", accepts = [1] }
                }""");
        List<String> settingsProblems =
                assertThrows(ConfigurationException.class, () -> company.run()).problems();
        assertEquals(2, settingsProblems.size(), settingsProblems.toString());

        with("{ a { check = \"observed_value > (SELECT 1)\" }, b { column = valu, accepts = [1] },"
                + " c { column = series_id, references = produkt.product_id } }");
        List<String> problems =
                assertThrows(ConfigurationException.class, () -> company.run()).problems();
        assertEquals(3, problems.size(), problems.toString());
    }
}
