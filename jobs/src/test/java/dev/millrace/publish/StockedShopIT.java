package dev.millrace.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.simulate.ShopPlan;
import dev.millrace.simulate.ShopSimulator;
import dev.millrace.storage.DeltaStore;
import dev.millrace.tables.gold.PurchaseProposal;
import dev.millrace.tables.gold.StockPlan;
import dev.millrace.tables.gold.SupplierScorecard;
import dev.millrace.tables.score.DemandForecast;
import dev.millrace.tables.silver.CampaignOffer;
import dev.millrace.tables.silver.OrderLine;
import dev.millrace.tables.silver.Shipment;
import dev.millrace.tables.silver.StockLevel;
import dev.millrace.testing.Launcher;
import dev.millrace.testing.SparkExtension;
import dev.millrace.testing.Upstream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A simulated shop that keeps its stock, whose planted suppliers, stock-outs and promotions the tables must show again. */
@ExtendWith(SparkExtension.class)
class StockedShopIT {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final int DAYS = 70;

    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static DeltaStore store;

    @BeforeAll
    static void simulateAndRun(SparkSession session) {
        spark = session;
        String landing = folder.resolve("landing").toString();
        new ShopSimulator(session).simulate(new ShopPlan(landing, FIRST, DAYS, 0.1, 7, 0).withSupply());
        Settings settings = SettingsLoader.load(
                Launcher.root().resolve("conf/demo-supply.conf").toString(),
                Map.of("landing", landing, "lake", folder.resolve("lake").toString()));
        JobGraph graph = JobCatalog.graph(settings);
        var report = new JobRunner(session, settings, graph, RunListener.SILENT)
                .run(
                        new RunContext("stocked", FIRST, FIRST.plusDays(DAYS - 1)),
                        Upstream.of(
                                graph,
                                List.of("publish-stock_plan", "publish-supplier_scorecard", "conform-campaign_offer")));
        assertEquals(Optional.empty(), report.failure());
        store = new DeltaStore(session, settings.lake());
        store.read(OrderLine.SPEC).createOrReplaceTempView("order_line");
        store.read(StockLevel.SPEC).createOrReplaceTempView("stock_level");
        store.read(Shipment.SPEC).createOrReplaceTempView("shipment");
        for (String table : List.of("suppliers", "supply", "stock_days", "promotions")) {
            truth(table).createOrReplaceTempView("true_" + table);
        }
    }

    private static Dataset<Row> truth(String table) {
        return spark.read()
                .option("header", true)
                .option("inferSchema", true)
                .csv(folder.resolve("landing/_truth/" + table + ".csv").toString());
    }

    private static List<Row> rows(String sql) {
        return spark.sql(sql).collectAsList();
    }

    @Test
    void whatLayThereAndCameLessWhatWasSoldIsWhatIsLeft() {
        String days =
                """
                WITH sold AS (SELECT product_id, order_date AS day, sum(quantity) AS units FROM order_line WHERE kind = 'sale' GROUP BY ALL),
                  came AS (SELECT product_id, to_date(delivered_ts) AS day, sum(quantity) AS units FROM shipment
                    WHERE delivered_ts IS NOT NULL GROUP BY ALL),
                  counted AS (SELECT product_id, stock_date AS day, on_hand,
                    lag(on_hand) OVER (PARTITION BY product_id ORDER BY stock_date) AS before FROM stock_level)
                SELECT count(*) AS days, count_if(on_hand <> before + coalesce(came.units, 0) - coalesce(sold.units, 0)) AS wrong
                FROM counted LEFT JOIN sold USING (product_id, day) LEFT JOIN came USING (product_id, day) WHERE before IS NOT NULL""";
        Row balance = rows(days).get(0);

        assertTrue(balance.getLong(0) > 4_000, balance.toString());
        assertEquals(0, balance.getLong(1), balance.toString());
    }

    @Test
    void whatRanOutIsLostToTheOrders() {
        Row planted = rows("SELECT sum(sold), sum(lost), count_if(lost > 0) FROM true_stock_days")
                .get(0);
        Row seen = rows("SELECT CAST(sum(quantity) AS BIGINT) FROM order_line WHERE kind = 'sale'")
                .get(0);
        Row left =
                rows("SELECT (SELECT count(*) FROM true_stock_days WHERE closing = 0), (SELECT count(*) FROM stock_level WHERE on_hand = 0)")
                        .get(0);

        assertEquals(planted.getLong(0), seen.getLong(0));
        assertTrue(planted.getLong(1) > 0 && planted.getLong(2) > 20, planted.toString());
        assertEquals(left.getLong(0), left.getLong(1));
        assertTrue(left.getLong(0) > 0);
    }

    @Test
    void suppliersThatAreLateRankLast() {
        store.read(SupplierScorecard.SPEC).createOrReplaceTempView("supplier_scorecard");
        List<Row> ranked = rows(
                """
                SELECT partner_id, any_value(planted_late), sum(on_time) / sum(delivered) AS share
                FROM supplier_scorecard JOIN true_suppliers ON supplier_id = partner_id GROUP BY partner_id ORDER BY share""");
        long late = rows("SELECT count(*) FROM true_suppliers WHERE planted_late")
                .get(0)
                .getLong(0);

        for (int place = 0; place < ranked.size(); place++) {
            assertEquals(place < late, ranked.get(place).getBoolean(1), ranked.toString());
        }
        assertTrue(late > 0 && late < ranked.size());
    }

    @Test
    void leadTimesOfPlansAreThoseThatSuppliersKeepAndNotThoseTheyAgreed() {
        store.read(StockPlan.SPEC).createOrReplaceTempView("stock_plan");
        Row late =
                rows("""
                        SELECT count(*), avg(lead_time_days - s.lead_days) FROM stock_plan p JOIN true_supply t USING (product_id)
                        JOIN true_suppliers s ON s.supplier_id = t.supplier_id WHERE planted_late""")
                        .get(0);

        assertTrue(late.getLong(0) > 5 && late.getDouble(1) > 1, late.toString());
    }

    @Test
    void whatRunsOutIsProposedToBeOrderedOrIsOnItsWay() {
        store.read(StockPlan.SPEC).createOrReplaceTempView("stock_plan");
        store.read(PurchaseProposal.SPEC).createOrReplaceTempView("purchase_proposal");
        List<Row> forgotten = rows(
                """
                SELECT p.* FROM stock_plan p LEFT ANTI JOIN purchase_proposal o ON o.product_id = p.product_id
                WHERE p.on_hand = 0 AND p.on_order = 0 AND p.daily_demand > 0.1""");

        assertEquals(List.of(), forgotten);
        assertTrue(store.read(PurchaseProposal.SPEC).count() > 0);
    }

    @Test
    void promotionsThatWereWithdrawnAreToldSo() {
        store.read(CampaignOffer.SPEC).createOrReplaceTempView("campaign_offer");
        List<Row> wrong = rows(
                """
                SELECT * FROM true_promotions t JOIN campaign_offer o ON o.product_id = t.product_id AND o.starts_on = t.starts_on
                WHERE o.kind <> if(t.withdrawn AND date_sub(t.starts_on, 5) <= DATE'2024-03-10', 'withdrawn', 'promotion')""");
        Row counts =
                rows("SELECT count_if(kind = 'promotion'), count_if(kind = 'withdrawn'), count_if(starts_on > DATE'2024-03-10') FROM campaign_offer")
                        .get(0);

        assertEquals(List.of(), wrong);
        assertTrue(counts.getLong(0) > 20 && counts.getLong(1) > 0 && counts.getLong(2) > 0, counts.toString());
    }

    @Test
    void demandIsForecastWithDaysOfNoStockLeftOut() {
        assertTrue(store.read(DemandForecast.SPEC).count() > 1_000);
    }
}
