package dev.millrace.models.propensity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobResult;
import dev.millrace.job.RunReport;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.testing.Company;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class PropensityIT {

    private static final String CONFIGURATION =
            """
            sources.contracts {
              files = "*.csv"
              columns = [number, tenure, plan, charge, left, refunded]
              changed-files = replace
            }
            entities.account.contracts {
              columns {
                account_id = "number"
                plan = "plan"
                tenure_months = "tenure"
                monthly_charge = "charge"
                closed = "nullif(left, '')"
              }
              attributes.refunded = "refunded"
            }
            problems.leaving {
              table = "silver/account"
              entity = "account_id"
              label = "closed"
              exclude = [refunded]
              models = [logistic]
              # The first that is tried will do.
              time-budget = 0s
              retrain-every-days = 30
              action { value = "12 * monthly_charge", success-rate = 0.5, contact-cost = 10, budget = 25 }
            }
            """;

    @TempDir
    private Path folder;

    private static SparkSession session;

    @BeforeAll
    static void share(SparkSession shared) {
        session = shared;
    }

    /** Those with a monthly plan leave early, others hardly; whom nobody knows of yet has no label. */
    private static String contracts(int first, int count, double unlabelled) {
        Random random = new Random(first);
        StringBuilder csv = new StringBuilder("number,tenure,plan,charge,left,refunded\n");
        for (int i = first; i < first + count; i++) {
            int tenure = random.nextInt(60);
            boolean monthly = random.nextBoolean();
            boolean leaves = random.nextDouble() < 1 / (1 + Math.exp(0.08 * tenure - (monthly ? 2.5 : 0)));
            String label = random.nextDouble() < unlabelled ? "" : String.valueOf(leaves);
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%d,%s,%.2f,%s,%s%n",
                    i,
                    tenure,
                    monthly ? "month" : "year",
                    20 + 60 * random.nextDouble(),
                    label,
                    leaves ? "1" : "0"));
        }
        return csv.toString();
    }

    private Company company() {
        return new Company(session, folder, CONFIGURATION);
    }

    private static List<String> lines(Company company, String table, String... columns) {
        return company.table(table).selectExpr(columns).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    @Test
    void everyAccountIsScoredWithReasonsAndThoseWhoPayAreContacted() {
        Company company = company().deliver("2024-01-31.csv", contracts(0, 600, 0.1));
        company.runWell();

        assertEquals(
                List.of("[leaving,champion,logistic]"),
                lines(company, "ops/model_version", "problem", "status", "kind"));
        assertEquals(
                List.of("[600,600,25,1,10,3]"),
                lines(
                        company,
                        "score/propensity",
                        "count(*)",
                        "count(DISTINCT entity_id)",
                        "count_if(contact)",
                        "min(decile)",
                        "max(decile)",
                        "min(size(reasons))"));
        assertEquals(
                List.of("[true]"),
                lines(
                        company,
                        "score/propensity",
                        "min(IF(contact, expected_profit, NULL)) >= max(IF(contact, NULL, expected_profit))"));
        assertEquals(
                List.of("[true,true]"),
                lines(
                        company,
                        "ops/evaluation",
                        "max(IF(metric = 'auc', low, 0)) > 0.7",
                        "max(IF(metric = 'auc', baseline, 0)) = 0.5"));
    }

    @Test
    void aRerunTrainsNothingAndChangesNothing() {
        Company company = company().deliver("2024-01-31.csv", contracts(0, 300, 0));
        company.runWell();
        List<String> scores = lines(company, "score/propensity", "*");

        RunReport again = company.runWell();

        assertTrue(again.jobs().stream().allMatch(job -> job.status() == JobResult.Status.UP_TO_DATE));
        assertEquals(scores, lines(company, "score/propensity", "*"));
    }

    @Test
    void aChampionIsKeptUntilItIsOldAndItsScoresStayAsPublished() {
        Company company = company().deliver("2024-01-31.csv", contracts(0, 300, 0));
        company.runWell();
        List<String> january = lines(company, "score/propensity", "*");

        company.deliver("2024-02-10.csv", contracts(300, 40, 1)).runWell();
        assertEquals(1, company.table("ops/model_version").count());
        assertEquals(
                List.of("[2024-01-31,300]", "[2024-02-10,340]"),
                company.table("score/propensity").groupBy("as_of_date").count().collectAsList().stream()
                        .map(Row::toString)
                        .sorted()
                        .toList());

        company.deliver("2024-03-05.csv", contracts(340, 300, 0)).runWell();
        assertEquals(2, company.table("ops/model_version").count());
        assertEquals(
                1,
                company.table("ops/model_version").filter("status = 'champion'").count());
        List<String> after = lines(company, "score/propensity", "*");
        assertTrue(after.containsAll(january));
    }

    @Test
    void aFeatureThatIsKnownOnlyAfterwardsStopsTheJobByName() {
        Company company = company()
                .configure(CONFIGURATION.replace("exclude = [refunded]", "exclude = []"))
                .deliver("2024-01-31.csv", contracts(0, 300, 0));

        RunReport report = company.run();

        String message = report.failure().orElseThrow().getMessage();
        assertTrue(message.contains("'refunded' (AUC 1.000 alone)"), message);
        assertTrue(message.contains("problems.leaving.exclude"), message);
    }

    @Test
    void labelsOfOneKindAreScoredAtTheirRateAndThatIsTold() {
        String all = contracts(0, 100, 0).replace("true", "false");
        Company company = company().deliver("2024-01-31.csv", all);

        company.runWell();

        assertEquals(
                List.of("[baseline,0.0,100]"),
                lines(company, "score/propensity", "max(model_version)", "max(probability)", "count(*)"));
        assertEquals(
                1,
                company.table("ops/quality_result")
                        .filter("rule = 'model_is_trained' AND detail LIKE '%all 100 labels are the same%'")
                        .count());
    }

    @Test
    void aBudgetOfNothingContactsNobody() {
        Company company = company()
                .configure(CONFIGURATION.replace("budget = 25", "budget = 0"))
                .deliver("2024-01-31.csv", contracts(0, 200, 0));
        company.runWell();
        assertEquals(0, company.table("score/propensity").filter("contact").count());
    }

    @Test
    void whatAProblemCannotUseIsToldAllAtOnce() {
        Company company = company()
                .configure(CONFIGURATION
                        .replace("entity = \"account_id\"", "entity = \"acount_id\"")
                        .replace("value = \"12 * monthly_charge\"", "value = \"(SELECT 1)\""));

        ConfigurationException refused =
                assertThrows(ConfigurationException.class, () -> JobCatalog.graph(company.settings()));

        assertEquals(2, refused.problems().size(), refused.problems().toString());
    }
}
