package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.DryRun;
import dev.millrace.job.Job;
import dev.millrace.job.JobCatalog;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.testing.Company;
import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Who orders nothing within four weeks of a snapshot: learnt from earlier snapshots than those that judge. */
@ExtendWith(SparkExtension.class)
class CustomerChurnIT {

    private static final String CONFIGURATION =
            """
            sources.orders { files = "*.csv", columns = [order, line, customer, quantity, price, at] }
            entities.order_line.orders.columns {
              order_id = "order"
              line_number = "line"
              customer_id = "customer"
              quantity = "quantity"
              unit_price = "price"
              order_ts = "at"
            }
            snapshots.initial-load-until = "2024-07-31"
            problems.churn {
              table = "feature/customer_snapshot"
              entity = "customer_id"
              horizon-days = 28
              label = "orders_next = 0"
              where = "recency_days <= 90"
              models = [logistic]
              time-budget = 0s
              action { value = "average_order_value", success-rate = 0.5, contact-cost = 1, budget = 20 }
            }
            """;

    @TempDir
    private Path folder;

    @TempDir
    private static Path sharedFolder;

    private static SparkSession session;
    private static Company july;

    @BeforeAll
    static void runUntilJuly(SparkSession shared) {
        session = shared;
        july = new Company(session, sharedFolder, CONFIGURATION)
                .deliver("2024-07-31.csv", orders("2024-01-01", "2024-07-31"));
        july.runWell();
    }

    private Company company() {
        return new Company(session, folder, CONFIGURATION);
    }

    /** Orders of customers with a rhythm of their own, a tenth of whom stops every month. */
    private static String orders(LocalDate first, LocalDate last, double price) {
        StringBuilder csv = new StringBuilder("order,line,customer,quantity,price,at\n");
        for (int customer = 0; customer < 150; customer++) {
            Random random = new Random(customer);
            int rhythm = 5 + random.nextInt(15);
            int stops = (int) (30 + random.nextDouble() * 300);
            for (int day = random.nextInt(rhythm); day < stops; day += 1 + random.nextInt(2 * rhythm)) {
                LocalDate date = LocalDate.of(2024, 1, 1).plusDays(day);
                if (!date.isBefore(first) && !date.isAfter(last)) {
                    csv.append(String.format(
                            Locale.ROOT,
                            "%d-%d,1,C%d,1,%.2f,%s 10:00:00%n",
                            customer,
                            day,
                            customer,
                            price + random.nextInt(20),
                            date));
                }
            }
        }
        return csv.toString();
    }

    private static String orders(String first, String last) {
        return orders(LocalDate.parse(first), LocalDate.parse(last), 10);
    }

    private static List<String> lines(Company company, String table, String... columns) {
        return company.table(table).selectExpr(columns).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    private static String one(String sql, Company company, String... tables) {
        for (String table : tables) {
            company.table(table).createOrReplaceTempView(table.substring(table.indexOf('/') + 1));
        }
        return session.sql(sql).first().toString();
    }

    @Test
    void aModelIsJudgedByLaterCustomersThanItLearntFromAndScoresTheNewest() {
        Company company = july;
        assertEquals(
                List.of("[champion,2024-07-01,2024-08-01]"),
                lines(company, "ops/model_version", "status", "judged_as_of", "trained_as_of"));
        assertEquals(
                one(
                        "SELECT count_if(as_of_date <= '2024-06-01'), count_if(as_of_date = '2024-07-01')"
                                + " FROM customer_snapshot WHERE recency_days <= 90",
                        company,
                        "feature/customer_snapshot"),
                lines(company, "ops/model_version", "training_rows", "test_rows")
                        .get(0));
        assertEquals(
                one(
                        """
                        SELECT count(*), count_if(o.customer_id IS NULL) FROM customer_snapshot s
                        LEFT JOIN (
                          SELECT DISTINCT customer_id FROM order_line
                          WHERE order_date >= '2024-07-01' AND order_date < '2024-07-29') o ON o.customer_id = s.customer_id
                        WHERE as_of_date = '2024-07-01' AND recency_days <= 90""",
                        company,
                        "feature/customer_snapshot",
                        "silver/order_line"),
                lines(company, "gold/save_list_backtest", "entities", "happened")
                        .get(0));
        assertEquals(
                one(
                        "SELECT as_of_date, count(*) FROM customer_snapshot WHERE as_of_date = '2024-08-01' AND recency_days <= 90"
                                + " GROUP BY 1",
                        company,
                        "feature/customer_snapshot"),
                one("SELECT as_of_date, count(*) FROM propensity GROUP BY 1", company, "score/propensity"));
        assertEquals(
                List.of("[true]"),
                lines(company, "ops/evaluation", "max(IF(metric = 'auc', low, 0)) > 0.5"),
                "who is late by their own rhythm stops more often");
    }

    @Test
    void whomToContactIsListedByProfitAndTheModelHasItsCard() {
        Company company = july;
        assertEquals(
                one(
                        "SELECT count_if(contact), sum(IF(contact, expected_profit, 0)), max(expected_profit) FROM propensity",
                        company,
                        "score/propensity"),
                one(
                        "SELECT count(*), sum(expected_profit), max(IF(rank = 1, profit_so_far, NULL)) FROM save_list",
                        company,
                        "gold/save_list"));
        assertEquals(
                "[1,20,20]",
                one(
                        "SELECT min(rank), max(rank), count(DISTINCT entity_id) FROM save_list",
                        company,
                        "gold/save_list"));
        assertEquals(
                List.of("[churn,28,logistic,true,true]"),
                lines(
                        company,
                        "gold/model_card",
                        "problem",
                        "horizon_days",
                        "kind",
                        "auc BETWEEN auc_low AND auc_high",
                        "limits[0] LIKE 'Judged on one date alone, 2024-07-01%'"));
        assertEquals(
                List.of("[0]"),
                lines(
                        company,
                        "gold/save_list_backtest",
                        "count_if(NOT (low <= reduction AND reduction <= high AND caught <= contacted))"));
    }

    @Test
    void withOneClosedDateAloneEveryoneIsScoredAtTheKnownRate() {
        Company company = company().deliver("2024-02-29.csv", orders("2024-01-01", "2024-02-29"));
        company.runWell();

        assertEquals(
                1,
                company.table("ops/quality_result")
                        .filter(
                                "rule = 'model_is_trained' AND detail LIKE '%outcomes are known of one time alone, that after 2024-02-01%'")
                        .count());
        assertEquals(
                List.of("[1,baseline,true]"),
                lines(
                        company,
                        "score/propensity",
                        "count(DISTINCT probability)",
                        "max(model_version)",
                        "max(probability) < 1"));
        assertEquals(
                0,
                company.table("gold/save_list").filter("expected_profit <= 0").count());
    }

    @Test
    void whatMovesIsWatchedAndTheModelIsMeasuredWhenTimeIsOver() throws IOException {
        FileUtils.copyDirectory(sharedFolder.toFile(), folder.toFile());
        Company company = company();
        assertEquals(List.of(), lines(company, "ops/drift", "name"), "nothing to compare with yet");

        company.configure(CONFIGURATION.replace("time-budget = 0s", "time-budget = 0s\n  retrain-every-days = 365"));
        company.deliver("2024-08-31.csv", orders(LocalDate.parse("2024-08-01"), LocalDate.parse("2024-08-31"), 5_000));
        company.runWell();

        assertEquals(
                List.of("[input,average_order_value,changed]"),
                company
                        .table("ops/drift")
                        .filter("name = 'average_order_value'")
                        .selectExpr("kind", "name", "level")
                        .collectAsList()
                        .stream()
                        .map(Row::toString)
                        .toList());
        assertEquals(
                List.of("[2024-08-01,true]"),
                company
                        .table("ops/drift")
                        .filter("kind = 'performance'")
                        .selectExpr("as_of_date", "value BETWEEN 0 AND 1")
                        .collectAsList()
                        .stream()
                        .map(Row::toString)
                        .toList());
        assertEquals(
                one(
                        "SELECT max(as_of_date), count_if(contact) FROM propensity WHERE as_of_date = '2024-09-01'",
                        company,
                        "score/propensity"),
                one("SELECT min(as_of_date), count(*) FROM save_list", company, "gold/save_list"),
                "the list of July is gone");
        assertFalse(record(company, "stable").hasFallen("churn", version(company)));
        assertTrue(record(company, "changed").hasFallen("churn", version(company)), "a fall is not forgotten next day");
        assertTrue(company.table("ops/quality_result")
                        .filter("rule = 'model_fits_its_world' AND detail LIKE '%average_order_value%'")
                        .count()
                >= 1);
    }

    private static String version(Company company) {
        return company.table("ops/drift").select("version").first().getString(0);
    }

    /** What is on record, with another verdict on the champion's performance. */
    private static TrainingRecord record(Company company, String verdict) {
        return new TrainingRecord(
                company.table("ops/model_version"),
                company.table("ops/evaluation"),
                company.table("ops/drift")
                        .withColumn("level", expr("IF(kind = 'performance', '" + verdict + "', level)")));
    }

    @Test
    void nothingThatHappensLaterCanBeAFeature() {
        Company company = company()
                .configure(CONFIGURATION.replace("models = [logistic]", "features { cheat = \"orders_next\" }"));

        List<String> problems = new DryRun(session).problems(JobCatalog.graph(company.settings()));

        assertTrue(problems.toString().contains("orders_next"), problems.toString());
    }

    @Test
    void aCompanyWithoutOrdersIsNotAskedAndOneMayLeaveAQuestionOut() {
        Company visits = company()
                .configure(
                        CONFIGURATION
                                .replace("entities.order_line.orders", "entities.web_event.orders")
                                .replaceAll(
                                        "(?s)columns \\{.*?}",
                                        "columns { event_id = \"order\", event_ts = \"at\", event_type = \"line\", visitor_id = \"customer\" }"));
        assertEquals(List.of(), propensityJobs(visits));

        Company orders = company().configure(CONFIGURATION + "\nproblems.churn = null\n");
        assertEquals(List.of(), propensityJobs(orders));
        assertEquals(2, propensityJobs(company()).size());
    }

    private static List<String> propensityJobs(Company company) {
        return JobCatalog.graph(company.settings()).jobs().stream()
                .map(Job::name)
                .filter(name -> name.endsWith("-propensity"))
                .toList();
    }

    @Test
    void aHorizonGoesWithSnapshotsOfCustomersAlone() {
        Company company = company()
                .configure(CONFIGURATION
                        .replace("horizon-days = 28", "")
                        .replace("entity = \"customer_id\"", "entity = \"country\""));

        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> JobCatalog.graph(company.settings()));

        assertEquals(2, refused.problems().size(), refused.problems().toString());
        assertTrue(refused.problems().get(0).contains("horizon-days"), refused.getMessage());
    }
}
