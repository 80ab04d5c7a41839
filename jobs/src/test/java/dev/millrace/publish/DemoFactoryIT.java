package dev.millrace.publish;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.simulate.FactoryPlan;
import dev.millrace.simulate.FactorySimulator;
import dev.millrace.simulate.LandingNotEmptyException;
import dev.millrace.storage.DeltaStore;
import dev.millrace.tables.gold.MaterialRequirement;
import dev.millrace.tables.gold.StockPlan;
import dev.millrace.tables.gold.SupplierScorecard;
import dev.millrace.tables.score.DemandForecast;
import dev.millrace.testing.Launcher;
import dev.millrace.testing.SparkExtension;
import dev.millrace.testing.Upstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A simulated factory whose bills of four levels and late suppliers the tables must show again. */
@ExtendWith(SparkExtension.class)
class DemoFactoryIT {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final int DAYS = 70;

    @TempDir
    private static Path folder;

    private static SparkSession spark;
    private static DeltaStore store;

    @BeforeAll
    static void simulateAndRun(SparkSession session) {
        spark = session;
        simulate("landing");
        Settings settings = SettingsLoader.load(
                Launcher.root().resolve("conf/demo-factory.conf").toString(),
                Map.of(
                        "landing",
                        folder.resolve("landing").toString(),
                        "lake",
                        folder.resolve("lake").toString()));
        JobGraph graph = JobCatalog.graph(settings);
        var report = new JobRunner(session, settings, graph, RunListener.SILENT)
                .run(
                        new RunContext("factory", FIRST, FIRST.plusDays(DAYS - 1)),
                        Upstream.of(
                                graph,
                                List.of(
                                        "publish-material_requirement",
                                        "publish-stock_plan",
                                        "publish-supplier_scorecard")));
        assertEquals(Optional.empty(), report.failure());
        store = new DeltaStore(session, settings.lake());
        store.read(MaterialRequirement.SPEC).createOrReplaceTempView("material_requirement");
        store.read(DemandForecast.SPEC).createOrReplaceTempView("demand_forecast");
        for (String table : List.of("suppliers", "bills")) {
            session.read()
                    .option("header", true)
                    .option("inferSchema", true)
                    .csv(folder.resolve("landing/_truth/" + table + ".csv").toString())
                    .createOrReplaceTempView("true_" + table);
        }
    }

    private static void simulate(String name) {
        new FactorySimulator(spark.sparkContext().hadoopConfiguration())
                .simulate(new FactoryPlan(folder.resolve(name).toString(), FIRST, DAYS, 0.3, 7));
    }

    private static List<Row> rows(String sql) {
        return spark.sql(sql).collectAsList();
    }

    @Test
    void needsOfPartsAreThoseOfWhatIsMadeOfThemByTheTrueBills() {
        List<Row> levels = rows(
                "SELECT low_level_code, count(DISTINCT product_id), sum(gross_requirement) FROM material_requirement GROUP BY ALL ORDER BY 1");
        List<Row> wrong = rows(
                """
                WITH needed AS (
                  SELECT b.part_id AS product_id, r.week, sum(r.planned_release * b.quantity / (1 - b.scrap)) AS units
                  FROM material_requirement r JOIN true_bills b ON b.parent_id = r.product_id GROUP BY ALL)
                SELECT r.product_id, r.week, r.gross_requirement, n.units
                FROM material_requirement r LEFT JOIN needed n USING (product_id, week)
                WHERE r.low_level_code > 0 AND abs(r.gross_requirement - coalesce(n.units, 0)) > 1e-4 * (1 + r.gross_requirement)""");

        assertEquals(4, levels.size(), levels.toString());
        assertTrue(levels.stream().allMatch(level -> level.getDouble(2) > 0), levels.toString());
        assertEquals(List.of(), wrong);
    }

    @Test
    void needsOfProductsAreWhatIsForecast() {
        List<Row> wrong = rows(
                """
                WITH asked AS (
                  SELECT product_id, CAST((step - 1) DIV 7 AS INT) AS week, sum(expected) AS units FROM demand_forecast
                  WHERE forecast = 'demand' GROUP BY ALL)
                SELECT r.product_id, r.week, r.gross_requirement, a.units FROM material_requirement r JOIN asked a USING (product_id, week)
                WHERE r.low_level_code = 0 AND abs(r.gross_requirement - a.units) > 1e-4 * (1 + a.units)""");

        assertEquals(List.of(), wrong);
    }

    @Test
    void suppliersThatAreLateRankLastAndTheWorksFirst() {
        store.read(SupplierScorecard.SPEC).createOrReplaceTempView("factory_scorecard");
        List<Row> ranked = rows(
                """
                SELECT partner_id, any_value(planted_late), sum(on_time) / sum(delivered) AS share
                FROM factory_scorecard JOIN true_suppliers ON supplier_id = partner_id GROUP BY partner_id ORDER BY share, partner_id""");
        long late = rows("SELECT count(*) FROM true_suppliers WHERE planted_late")
                .get(0)
                .getLong(0);

        assertTrue(late > 0 && late < ranked.size(), ranked.toString());
        for (int place = 0; place < ranked.size(); place++) {
            assertEquals(place < late, ranked.get(place).getBoolean(1), ranked.toString());
        }
        assertEquals(
                1.0,
                rows("SELECT sum(on_time) / sum(delivered) FROM factory_scorecard WHERE partner_id = 'WORKS'")
                        .get(0)
                        .getDouble(0));
    }

    @Test
    void stockOfWhatIsSoldIsPlanned() {
        assertTrue(store.read(StockPlan.SPEC).count() >= 4);
    }

    @Test
    void theSamePlanDeliversTheSameBytes() {
        simulate("again");

        SortedMap<String, byte[]> first = files("landing");
        SortedMap<String, byte[]> again = files("again");
        assertEquals(first.keySet(), again.keySet());
        first.forEach((path, bytes) -> assertArrayEquals(bytes, again.get(path), path));
    }

    @Test
    void aLandingThatHoldsSomethingIsLeftAlone() {
        assertThrows(LandingNotEmptyException.class, () -> simulate("landing"));
    }

    private static SortedMap<String, byte[]> files(String name) {
        Path landing = folder.resolve(name);
        SortedMap<String, byte[]> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(landing)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                found.put(landing.relativize(file).toString(), Files.readAllBytes(file));
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return found;
    }
}
