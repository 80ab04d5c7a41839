package dev.millrace.publish;

import static org.apache.spark.sql.functions.expr;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.holdenkarau.spark.testing.JavaDataFrameSuiteBase;
import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.simulate.DeliveredFile;
import dev.millrace.simulate.Feed;
import dev.millrace.simulate.ShopPlan;
import dev.millrace.simulate.ShopSimulator;
import dev.millrace.simulate.SimulationReport;
import dev.millrace.storage.DeltaStore;
import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.feature.CustomerSnapshot;
import dev.millrace.tables.feature.Session;
import dev.millrace.tables.gold.FunnelDay;
import dev.millrace.tables.gold.KpiDay;
import dev.millrace.tables.gold.KpiMonth;
import dev.millrace.tables.ops.QuarantinedRow;
import dev.millrace.tables.silver.Customer;
import dev.millrace.tables.silver.OrderLine;
import dev.millrace.tables.silver.OrderReturn;
import dev.millrace.tables.silver.Product;
import dev.millrace.tables.silver.WebEvent;
import dev.millrace.testing.Launcher;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A simulated shop with dirty deliveries, whose planted dirt and truth the tables must show again. */
@ExtendWith(SparkExtension.class)
class DemoShopIT {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final int DAYS = 20;

    @TempDir
    private static Path folder;

    private static SimulationReport simulated;
    private static DeltaStore store;

    @BeforeAll
    static void simulateAndRun(SparkSession session) {
        String landing = folder.resolve("landing").toString();
        simulated = new ShopSimulator(session).simulate(new ShopPlan(landing, FIRST, DAYS, 0.1, 7, 0.01));
        Settings settings = SettingsLoader.load(
                Launcher.root().resolve("conf/demo-shop.conf").toString(),
                Map.of(
                        "landing",
                        landing,
                        "lake",
                        folder.resolve("lake").toString(),
                        "quality.max-rejected-share",
                        "0.2"));
        JobGraph graph = JobCatalog.graph(settings);
        var report = new JobRunner(session, settings, graph, RunListener.SILENT)
                .run(new RunContext("demo", FIRST, FIRST.plusDays(DAYS - 1)), graph.jobs());
        assertEquals(Optional.empty(), report.failure());
        store = new DeltaStore(session, settings.lake());
    }

    private static Dataset<Row> quarantined() {
        return store.read(QuarantinedRow.SPEC).filter("job LIKE 'ingest-%'");
    }

    @Test
    void whatWasDamagedIsInQuarantineFileByFile() {
        Map<String, Long> planted = new TreeMap<>();
        for (DeliveredFile file : simulated.files()) {
            if (file.truncated() + file.badlyEncoded() > 0) {
                planted.put(file.path(), file.truncated() + file.badlyEncoded());
            }
        }
        Map<String, Long> found = new TreeMap<>();
        quarantined()
                .groupBy("file")
                .count()
                .collectAsList()
                .forEach(row -> found.put(row.getString(0), row.getLong(1)));

        assertTrue(planted.size() > 10, "the test needs dirt");
        assertEquals(planted, found);
    }

    @Test
    void duplicatesCountOnceAndLateLinesLandOnTheirDay() {
        long planted = simulated.files().stream()
                .filter(file -> file.feed() == Feed.ORDERS)
                .mapToLong(file -> file.lines() - file.truncated() - file.badlyEncoded() - file.duplicated())
                .sum();
        Dataset<Row> lines = store.read(OrderLine.SPEC).filter("source = 'orders'");

        assertEquals(planted, lines.count());
        assertEquals(
                lines.count(),
                lines.select("order_id", "line_number").distinct().count());
        assertTrue(lines.filter("known_date > order_date").count() > 0);
    }

    @Test
    void everyReturnWhoseSaleArrivedIsPairedByReference() {
        Dataset<Row> unpaired = store.read(OrderReturn.SPEC).filter("pairing <> 'reference'");
        Dataset<Row> sales = store.read(OrderLine.SPEC)
                .filter("kind = 'sale'")
                .selectExpr("order_id AS sale", "line_number AS sale_line");
        Dataset<Row> named = store.read(OrderLine.SPEC)
                .filter("kind = 'return'")
                .selectExpr("order_id", "original_order_id AS sale", "original_line_number AS sale_line");

        assertTrue(store.read(OrderReturn.SPEC).count() > 0);
        assertEquals(
                0,
                unpaired.join(named, "order_id")
                        .join(sales, new String[] {"sale", "sale_line"}, "inner")
                        .count());
    }

    @Test
    void customersProductsAndKpisAreThere() {
        assertTrue(store.read(Customer.SPEC)
                        .filter("email_consent IS NOT NULL AND city IS NOT NULL")
                        .count()
                > 100);
        assertTrue(store.read(Product.SPEC)
                        .filter("list_price > 0 AND category IS NOT NULL")
                        .count()
                > 50);
        assertEquals(1, store.read(KpiMonth.SPEC).count());
    }

    @Test
    void whatWasDeliveredOfACustomerIsWhatItsVersionOfThatMomentShows() {
        Dataset<Row> delivered = store.read(Customer.ENTITY.changes());
        Dataset<Row> versions = store.read(Customer.ENTITY.versions())
                .selectExpr(
                        "customer_id", "valid_from AS begins", "valid_to AS ends", "email AS held", "city AS lived");

        assertTrue(versions.filter("ends IS NOT NULL").count() > 10, "the test needs customers who changed");
        assertEquals(
                delivered.count(),
                delivered
                        .join(versions, "customer_id")
                        .filter("valid_from >= begins AND (ends IS NULL OR valid_from < ends)")
                        .filter("email = held AND city = lived")
                        .count());
    }

    @Test
    void theNewestSnapshotAddsUpToTheDaysOfCustomers() {
        String sums = "CAST(sum(orders) AS STRING) || ' ' || sum(gross_sales) || ' ' || sum(lines)";

        assertEquals(
                store.read(CustomerDay.SPEC)
                        .filter("lines > 0")
                        .selectExpr(sums)
                        .first()
                        .getString(0),
                store.read(CustomerSnapshot.SPEC)
                        .filter("as_of_date = DATE'" + FIRST.plusDays(DAYS) + "'")
                        .selectExpr(sums)
                        .first()
                        .getString(0));
        assertTrue(store.read(CustomerSnapshot.SPEC).filter("sessions_90 > 0").count() > 10);
    }

    @Test
    void sessionsHoldAllEventsAndTheFunnelAllSessions() {
        Row sessions = store.read(Session.SPEC)
                .selectExpr("count(*)", "sum(events)", "count_if(bought)")
                .first();
        Row visits = store.read(WebEvent.SPEC)
                .selectExpr("count(DISTINCT session_id)", "count(*)")
                .first();
        Row funnel = store.read(FunnelDay.SPEC)
                .selectExpr("sum(sessions)", "sum(purchases)")
                .first();

        assertEquals(visits.getLong(1), sessions.getLong(1));
        assertTrue(sessions.getLong(0) > 0.9 * visits.getLong(0), sessions + " of " + visits);
        assertEquals(sessions.getLong(0), funnel.getLong(0));
        assertEquals(sessions.getLong(2), funnel.getLong(1));
    }

    @Test
    void kpisOfEachDayEqualThoseThatPlainSqlCountsFromLines() {
        Dataset<Row> expected = store.read(OrderLine.SPEC)
                .groupBy("order_date")
                .agg(
                        expr("count(DISTINCT order_id) FILTER (WHERE kind = 'sale')")
                                .alias("orders"),
                        expr("count(DISTINCT customer_id) FILTER (WHERE kind = 'sale')")
                                .alias("buyers"),
                        expr("CAST(sum(amount) FILTER (WHERE kind = 'sale') AS DECIMAL(18, 4))")
                                .alias("gross_sales"),
                        expr("CAST(sum(amount) AS DECIMAL(18, 4))").alias("total_amount"));
        Dataset<Row> published =
                store.read(KpiDay.SPEC).select("order_date", "orders", "buyers", "gross_sales", "total_amount");

        new JavaDataFrameSuiteBase().assertDataFrameDataEquals(expected, published);
    }
}
