package dev.millrace.job;

import static dev.millrace.testing.SmallShop.CUSTOMERS;
import static dev.millrace.testing.SmallShop.ORDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.testing.KilledRun;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A second day's run is killed at a phase and run again; the lake then holds what a run that nobody killed leaves. */
@ExtendWith(SparkExtension.class)
class KilledRunIT {

    private static final int KILLED = 128 + 9;

    @TempDir
    private static Path folder;

    private static SparkSession session;
    private static SmallShop shop;
    private static Map<String, String> clean;

    @BeforeAll
    static void runTwoDaysUndisturbed(SparkSession shared) {
        session = shared;
        shop = new SmallShop(shared, folder)
                .upTo(KilledRun.LAST_JOBS.toArray(String[]::new))
                .deliver(
                        "orders/2024-01-30.csv",
                        ORDERS,
                        "A1,tea,ann,3,2.50,2024-01-30 09:00:00,DE",
                        "A2,cup,bob,2,5.00,2024-01-30 10:00:00,FR")
                .deliver(
                        "orders/2024-01-31.csv",
                        ORDERS,
                        "A3,cup,cat,1,5.00,2024-01-31 08:00:00,FR",
                        "A3,cup,cat",
                        "A4,cup,cat,one,5.00,2024-01-31 08:00:00,FR",
                        "R1,tea,ann,-1,2.50,2024-01-31 09:00:00,DE",
                        "A5,tea,dan,1,2.50,2024-01-30 11:00:00,DE")
                .deliver("customers/2024-01-30.csv", CUSTOMERS, "ann,Ann,Bonn", "bob,Bob,Lyon")
                .deliver("customers/2024-01-31.csv", CUSTOMERS, "ann,Ann,Kiel", "cat,Cat,Nice");
        shop.runWell("2024-01-30", "2024-01-30");
        copy(shop.lake(), folder.resolve("first-day"));
        shop.runWell("2024-01-31", "2024-01-31");
        clean = LakeState.rows(session, shop.lake());
    }

    @ParameterizedTest(name = "killed when {0} was {1}")
    @CsvSource({
        "-, LEASED",
        "ingest-orders, BUILT",
        "ingest-orders, STAGED",
        "ingest-orders, QUARANTINED",
        "ingest-orders, COMMITTED",
        "conform-order_line, QUARANTINED",
        "conform-order_line, STAGED",
        "conform-order_line, COMMITTED",
        "conform-customer, STAGED",
        "conform-customer, COMMITTED",
        "build-customer_first_order, COMMITTED",
        "publish-kpi_day, STAGED",
        "-, JOBS_ENDED",
        "-, RECORDED",
        "-, PUBLISHED"
    })
    void aKilledRunThatIsRunAgainEqualsACleanOne(String job, Phase phase) throws Exception {
        SmallShop killed = shop.into("killed" + job + phase);
        copy(folder.resolve("first-day"), killed.lake());

        assertEquals(KILLED, runAndKill(killed, job, phase), "the child was to be killed");
        killed.runWell("2024-01-31", "2024-01-31");

        assertEquals(clean, LakeState.rows(session, killed.lake()));
    }

    private static int runAndKill(SmallShop killed, String job, Phase phase) throws IOException, InterruptedException {
        String base = System.getProperty("basedir", ".");
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:TieredStopAtLevel=1",
                        "-Duser.timezone=UTC",
                        "-Dbasedir=" + base,
                        "-Dlog4j2.configurationFile=" + Path.of(base, "..", "conf", "log4j2.properties"),
                        "@" + Path.of(base, "src", "main", "jvm", "spark.options"),
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        KilledRun.class.getName(),
                        killed.landing().toString(),
                        killed.lake().toString(),
                        "2024-01-31",
                        job,
                        phase.name())
                .redirectErrorStream(true)
                .redirectOutput(killed.lake().resolveSibling("child.log").toFile())
                .start();
        assertTrue(child.waitFor(5, TimeUnit.MINUTES), "the child hangs");
        return child.exitValue();
    }

    private static void copy(Path from, Path to) {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
