package dev.millrace.cli;

import static dev.millrace.testing.SmallShop.ORDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.tables.silver.OrderLine;
import dev.millrace.testing.Launcher;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The jar and the script as a user has them. */
@ExtendWith(SparkExtension.class)
class LauncherIT {

    private static final String DAY = "2024-01-30";

    @TempDir
    private Path folder;

    private SmallShop shop;

    @BeforeEach
    void deliver(SparkSession session) {
        shop = new SmallShop(session, folder)
                .deliver("orders/2024-01-30.csv", ORDERS, "A1,tea,ann,3,2.50,2024-01-30 09:00:00,DE");
    }

    private Launcher.Result run(Launcher launcher) {
        return launcher.call(
                "run",
                SmallShop.configuration(),
                "--from",
                DAY,
                "--to",
                DAY,
                "--job",
                "ingest-orders,conform-order_line",
                "--landing",
                shop.landing().toString(),
                "--lake",
                shop.lake().toString(),
                "--json");
    }

    @Test
    void theScriptRunsWithoutASparkInstalled() {
        Launcher.Result result = run(Launcher.plain());

        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().startsWith("{"), result.out());
        assertEquals(1, shop.table(OrderLine.SPEC).count());
    }

    @Test
    @EnabledIfEnvironmentVariable(
            named = "MILLRACE_SPARK_HOME",
            matches = ".+",
            disabledReason = "scripts/test installs a Spark and names it here")
    void theScriptSubmitsTheJarToASpark() {
        Launcher.Result result = run(Launcher.submitting(System.getenv("MILLRACE_SPARK_HOME")));

        assertEquals(0, result.exit(), result.err());
        assertTrue(result.out().startsWith("{"), result.out());
        assertEquals(1, shop.table(OrderLine.SPEC).count());
    }

    @Test
    void theJarHasNoSparkHadoopOrScalaInside() throws Exception {
        try (var jar = new java.util.jar.JarFile(
                Launcher.root().resolve("jobs/target/millrace.jar").toFile())) {
            assertTrue(jar.stream()
                    .noneMatch(entry -> entry.getName().startsWith("org/apache/hadoop/")
                            || entry.getName().startsWith("scala/")
                            || entry.getName().startsWith("com/amazonaws/")
                            || entry.getName().startsWith("org/apache/spark/sql/SparkSession")));
            assertTrue(jar.getEntry("io/delta/sql/DeltaSparkSessionExtension.class") != null);
        }
    }
}
