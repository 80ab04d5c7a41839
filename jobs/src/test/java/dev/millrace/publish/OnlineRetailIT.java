package dev.millrace.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.Job;
import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.RunReport;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.Launcher;
import dev.millrace.testing.SparkExtension;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole of UCI Online Retail, 305 daily files, against totals that were counted without Millrace. Alone on the machine, or its
 * time would tell of the tests beside it.
 */
@Tag("alone")
@ExtendWith(SparkExtension.class)
@EnabledIfEnvironmentVariable(
        named = "MILLRACE_DATASETS",
        matches = ".+",
        disabledReason = "SKIPPED ON REAL DATA: set MILLRACE_DATASETS to the folder that holds online-retail")
class OnlineRetailIT {

    private static final double MOST_SECONDS = 180;

    @TempDir
    private static Path folder;

    private static SparkSession session;
    private static Path landing;
    private static Path lake;
    private static Launcher.Result wholeHistory;

    @BeforeAll
    static void runWholeHistory(SparkSession shared) {
        session = shared;
        landing = Path.of(System.getenv("MILLRACE_DATASETS"), "online-retail", "by-day");
        lake = folder.resolve("lake");
        wholeHistory = runScript();
        assertEquals(0, wholeHistory.exit(), wholeHistory.err());
        System.out.printf("online-retail, whole history in one run: %.1f s%n", wholeHistory.seconds());
    }

    private static Launcher.Result runScript() {
        return Launcher.plain()
                .call(
                        "run",
                        Launcher.root().resolve("conf/online-retail.conf").toString(),
                        "--from",
                        "2010-12-01",
                        "--to",
                        "2011-12-09",
                        "--landing",
                        landing.toString(),
                        "--lake",
                        lake.toString());
    }

    private static String one(String sql, String... tables) {
        for (String table : tables) {
            session.read()
                    .format("delta")
                    .load(lake.resolve(table).toString())
                    .createOrReplaceTempView(table.substring(table.indexOf('/') + 1));
        }
        return session.sql(sql).first().mkString("|");
    }

    @Test
    void theWholeHistoryTakesThreeMinutesAtMost() {
        assertTrue(wholeHistory.seconds() <= MOST_SECONDS, wholeHistory.seconds() + " s");
    }

    @Test
    void everyRowOfEveryFileIsInBronzeOrQuarantine() throws IOException {
        Map<String, Long> delivered = linesByFile();
        Map<String, Long> taken = new TreeMap<>();
        for (Row row : session.read()
                .format("delta")
                .load(lake.resolve("bronze/invoices").toString())
                .groupBy("_file")
                .count()
                .collectAsList()) {
            taken.put(row.getString(0), row.getLong(1));
        }

        assertEquals(305, delivered.size());
        assertEquals(
                541_909, delivered.values().stream().mapToLong(Long::longValue).sum());
        assertEquals(delivered, taken);
        assertEquals(
                "305|541909|541909|0",
                one(
                        "SELECT count(*), sum(rows_delivered), sum(rows_bronze), sum(rows_quarantined) FROM file",
                        "ops/file"));
    }

    private static Map<String, Long> linesByFile() throws IOException {
        Map<String, Long> lines = new TreeMap<>();
        try (Stream<Path> files = Files.list(landing)) {
            for (Path file : files.toList()) {
                try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                        new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                    lines.put(file.getFileName().toString(), reader.lines().count() - 1);
                }
            }
        }
        return lines;
    }

    @Test
    void allRowsDeliveredAddUpToTheLastDigit() {
        assertEquals(
                "9747747.934|-896812.490|25900|4372",
                one(
                        """
                        SELECT sum(CAST(Quantity AS INT) * CAST(UnitPrice AS DECIMAL(12, 3))),
                               sum(CAST(Quantity AS INT) * CAST(UnitPrice AS DECIMAL(12, 3)))
                                   FILTER (WHERE InvoiceNo LIKE 'C%'),
                               count(DISTINCT InvoiceNo), count(DISTINCT CustomerID)
                        FROM invoices""",
                        "bronze/invoices"));
    }

    @Test
    void orderLinesWithoutExactDuplicatesAddUpToTheLastDigit() {
        assertEquals(
                "536641|9726006.9540|-893979.7300|25900|4372|3|-11062.0600",
                one(
                        """
                        SELECT count(*), sum(amount), sum(amount) FILTER (WHERE order_id LIKE 'C%'),
                               count(DISTINCT order_id), count(DISTINCT customer_id),
                               count_if(kind = 'bad_debt'), sum(amount) FILTER (WHERE kind = 'bad_debt')
                        FROM order_line""",
                        "silver/order_line"));
        assertEquals("4372", one("SELECT count(*) FROM customer", "silver/customer"));
    }

    @Test
    void kindsAndKpisOfEveryGrainReconcile() {
        String total = "9726006.9540";
        assertEquals(total, one("SELECT sum(total_amount) FROM order_header", "silver/order_header"));
        for (String table : List.of("kpi_day", "kpi_month", "kpi_country_month")) {
            assertEquals(
                    total + "|true",
                    one(
                            "SELECT sum(total_amount), sum(total_amount) = sum(gross_sales) - sum(returns) - sum(discounts)"
                                    + " + sum(fees) + sum(adjustments) + sum(bad_debts) FROM " + table,
                            "gold/" + table));
        }
        String byKind = one(
                "SELECT sum(amount) FILTER (WHERE kind = 'sale'), -sum(amount) FILTER (WHERE kind = 'return'),"
                        + " count(DISTINCT customer_id) FILTER (WHERE kind = 'sale') FROM order_line",
                "silver/order_line");
        assertEquals(
                byKind, one("SELECT sum(gross_sales), sum(returns), sum(new_buyers) FROM kpi_month", "gold/kpi_month"));
        assertEquals(
                byKind.substring(0, byKind.lastIndexOf('|')),
                one("SELECT sum(gross_sales), sum(returns) FROM product_day", "gold/product_day"));
        assertEquals(
                "0",
                one(
                        """
                        SELECT count(*) FROM kpi_month m FULL JOIN (
                          SELECT trunc(order_date, 'month') AS month, count(DISTINCT customer_id) AS buyers
                          FROM order_line WHERE kind = 'sale' GROUP BY 1) o ON m.month = o.month
                        WHERE NOT (m.buyers <=> o.buyers)""",
                        "gold/kpi_month",
                        "silver/order_line"));
    }

    @Test
    void noSaleGivesBackMoreThanItSold() {
        assertEquals(
                "0",
                one(
                        """
                        SELECT count(*) FROM (
                          SELECT sum(r.quantity) AS returned, any_value(l.quantity) AS sold
                          FROM order_return r JOIN order_line l
                            ON l.order_id = r.sale_order_id AND l.line_number = r.sale_line_number
                           AND l.order_date = r.sale_date
                          GROUP BY l.order_id, l.order_date, l.line_number)
                        WHERE returned > sold""",
                        "silver/order_return",
                        "silver/order_line"));
    }

    @Test
    void aSecondRunTakesInNothingAndChangesNoFile() {
        var files = LakeState.dataFiles(lake, "bronze", "silver", "feature", "gold");

        Launcher.Result again = runScript();

        assertEquals(0, again.exit(), again.err());
        assertEquals(files, LakeState.dataFiles(lake, "bronze", "silver", "feature", "gold"));
        assertEquals("305", one("SELECT count(*) FROM file", "ops/file"));
        assertEquals(
                "27|0",
                one(
                        """
                        SELECT count(*), sum(rows_written) FROM job_run
                        WHERE status = 'up_to_date' AND run_id = (SELECT max_by(run_id, started_at) FROM job_run)""",
                        "ops/job_run"));
    }

    @Test
    void tenDaysOneByOneEqualTheSameDaysInOneRun() {
        Path atOnce = folder.resolve("at-once");
        Path daily = folder.resolve("daily");
        LocalDate first = LocalDate.parse("2010-12-05");
        run(atOnce, first, first.plusDays(9));
        for (LocalDate day = first; day.isBefore(first.plusDays(10)); day = day.plusDays(1)) {
            run(daily, day, day);
        }

        assertEquals(LakeState.rowsOfDays(session, atOnce), LakeState.rowsOfDays(session, daily));
    }

    private static void run(Path into, LocalDate from, LocalDate to) {
        Settings settings = SettingsLoader.load(
                Launcher.root().resolve("conf/online-retail.conf").toString(),
                Map.of("landing", landing.toString(), "lake", into.toString()));
        JobGraph graph = JobCatalog.graph(settings);
        List<Job> jobs = graph.jobs();
        RunReport report = new JobRunner(session, settings, graph, RunListener.SILENT)
                .run(new RunContext("run-" + from, from, to), jobs);
        assertEquals(java.util.Optional.empty(), report.failure());
    }
}
