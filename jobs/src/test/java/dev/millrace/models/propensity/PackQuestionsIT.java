package dev.millrace.models.propensity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobCatalog;
import dev.millrace.testing.Company;
import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class PackQuestionsIT {

    private static final String LOANS =
            """
            company { name = "Lender", currency = "EUR" }
            sources.loans { files = "*.csv", columns = [number, amount, months, income, paid] }
            entities.application.loans.columns {
              application_id = "number", amount = "amount", term_months = "months", income = "income"
              application_ts = "TIMESTAMP'2024-01-30 12:00:00'", outcome = "paid"
            }
            """;

    @TempDir
    private Path folder;

    @BeforeEach
    void packs() throws IOException {
        Path packs = Files.createDirectories(folder.resolve("packs"));
        for (String pack : List.of("finance.conf", "manufacturing.conf")) {
            Files.copy(Path.of("..", "conf", "packs", pack), packs.resolve(pack));
        }
    }

    /** The longer the loan and the smaller the income, the sooner it is not paid back. */
    private static String loans() {
        Random random = new Random(3);
        StringBuilder csv = new StringBuilder("number,amount,months,income,paid\n");
        for (int i = 0; i < 600; i++) {
            int months = 6 + random.nextInt(60);
            int income = 15_000 + random.nextInt(60_000);
            boolean bad = random.nextDouble() < 1 / (1 + Math.exp(1 - 0.06 * months + income / 20_000.0));
            csv.append(String.format(
                    Locale.ROOT,
                    "%d,%d,%d,%d,%s%n",
                    i,
                    500 * (1 + random.nextInt(40)),
                    months,
                    income,
                    bad ? "bad" : "good"));
        }
        return csv.toString();
    }

    private static List<String> lines(Company company, String table, String... columns) {
        return company.table(table).selectExpr(columns).collectAsList().stream()
                .map(Row::toString)
                .sorted()
                .toList();
    }

    @Test
    void aLenderIsAnsweredWhatItMapsAndNotAskedTheRest(SparkSession session) {
        Company lender = new Company(session, folder, "include \"packs/finance.conf\"\n" + LOANS)
                .deliver("2024-01-31.csv", loans());
        lender.runWell();

        assertEquals(List.of("[credit-default,champion]"), lines(lender, "ops/model_version", "problem", "status"));
        assertEquals(
                List.of("[600,true]"),
                lines(lender, "score/propensity", "count(*)", "max(probability) <= 1 AND min(probability) >= 0"));
    }

    @Test
    void aFactoryWithoutSensorsIsAskedNothingOfThem(SparkSession session) {
        Company factory = new Company(session, folder, "include \"packs/manufacturing.conf\"\n" + LOANS);

        assertTrue(JobCatalog.graph(factory.settings()).jobs().stream()
                .noneMatch(job -> job.name().equals("train-propensity")));
    }
}
