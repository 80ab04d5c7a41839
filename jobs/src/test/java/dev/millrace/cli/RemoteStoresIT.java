package dev.millrace.cli;

import static dev.millrace.testing.SmallShop.CUSTOMERS;
import static dev.millrace.testing.SmallShop.ORDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.Launcher;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import dev.millrace.testing.StoreServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The script with landing and lake on a real S3 server and on a real HDFS: the tables are those of a local disk. */
@ExtendWith(SparkExtension.class)
@EnabledIfEnvironmentVariable(
        named = "MILLRACE_STORES",
        matches = ".+",
        disabledReason = "scripts/test finds the class paths of the servers and names their folder here")
class RemoteStoresIT {

    private static final String FROM = "2024-01-30";
    private static final String TO = "2024-01-31";
    /** A file's time is a part of what is known of it, and stores keep whole seconds alone. */
    private static final Instant DELIVERED = Instant.parse("2024-02-01T06:00:00Z");

    private static final String[] JOBS = {
        "ingest-orders",
        "ingest-customers",
        "conform-order_line",
        "conform-customer",
        "build-order_header",
        "build-customer_first_order",
        "build-customer_day",
        "publish-kpi_day"
    };

    private static final String[] LAYERS = {"bronze", "silver", "feature", "gold"};

    @TempDir
    private Path folder;

    private SparkSession session;
    private SmallShop shop;
    private Map<String, String> local;

    @BeforeEach
    void runOnTheLocalDisk(SparkSession shared) throws IOException {
        session = shared;
        shop = new SmallShop(session, folder.resolve("shop"))
                .only(JOBS)
                .deliver(
                        "orders/2024-01-30.csv",
                        ORDERS,
                        "A1,tea,ann,3,2.50,2024-01-30 09:00:00,DE",
                        "A2,cup,bob,many,4.00,2024-01-30 10:00:00,FR")
                .deliver(
                        "orders/2024-01-31.csv",
                        ORDERS,
                        "A3,tea,bob,1,2.50,2024-01-31 09:00:00,FR",
                        "A4,tea,ann,-1,2.50,2024-01-30 23:00:00,DE")
                .deliver("customers/2024-01-31.csv", CUSTOMERS, "ann,Ann,Ulm", "bob,Bob,Metz");
        for (Path file : landed()) {
            Files.setLastModifiedTime(file, FileTime.from(DELIVERED));
        }
        shop.runWell(FROM, TO);
        local = LakeState.rows(session, shop.lake());
    }

    private List<Path> landed() throws IOException {
        try (Stream<Path> files = Files.walk(shop.landing())) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static String classPath(String name) throws IOException {
        return Files.readString(Path.of(System.getenv("MILLRACE_STORES"), name + ".classpath"))
                .strip();
    }

    private static JsonNode run(Launcher launcher, String root) throws IOException {
        Launcher.Result result = launcher.call(
                "run",
                SmallShop.configuration(),
                "--from",
                FROM,
                "--to",
                TO,
                "--job",
                String.join(",", JOBS),
                "--landing",
                root + "/landing",
                "--lake",
                root + "/lake",
                "--json");
        assertEquals(0, result.exit(), result.err());
        return new ObjectMapper().readTree(result.out());
    }

    private static void assertUpToDate(JsonNode report) {
        assertTrue(!report.get("jobs").isEmpty(), report.toString());
        report.get("jobs")
                .forEach(job -> assertEquals("up_to_date", job.get("status").asText(), job.toString()));
    }

    @Test
    void onS3() throws Exception {
        try (StoreServer server = StoreServer.s3(classPath("s3-server"), folder.resolve("s3"))) {
            Path bucket = Files.createDirectories(server.data().resolve("shop"));
            for (Path file : landed()) {
                Path object = bucket.resolve("landing").resolve(shop.landing().relativize(file));
                Files.createDirectories(object.getParent());
                Files.copy(file, object, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Path settings = Files.createDirectories(folder.resolve("conf"));
            Files.writeString(settings.resolve("core-site.xml"), coreSite(server.clientSettings()));
            Launcher launcher = Launcher.with(settings + ":" + classPath("s3-client"));

            run(launcher, "s3a://shop");
            Path lake = bucket.resolve("lake");
            assertEquals(local, LakeState.rows(session, lake));
            Map<String, Long> files = LakeState.dataFiles(lake, LAYERS);

            assertUpToDate(run(launcher, "s3a://shop"));
            assertEquals(files, LakeState.dataFiles(lake, LAYERS));
            assertEquals(local, LakeState.rows(session, lake));
        }
    }

    @Test
    void onHdfs() throws Exception {
        try (StoreServer server = StoreServer.hdfs(classPath("hdfs-server"), folder.resolve("hdfs"));
                FileSystem hdfs = FileSystem.newInstance(URI.create(server.address("hdfs")), new Configuration())) {
            String root = server.address("hdfs") + "/shop";
            for (Path file : landed()) {
                var target = new org.apache.hadoop.fs.Path(
                        root, "landing/" + shop.landing().relativize(file));
                hdfs.copyFromLocalFile(new org.apache.hadoop.fs.Path(file.toString()), target);
                hdfs.setTimes(target, DELIVERED.toEpochMilli(), -1);
            }

            run(Launcher.plain(), root);
            Path lake = download(hdfs, root + "/lake", "first");
            assertEquals(local, LakeState.rows(session, lake));

            assertUpToDate(run(Launcher.plain(), root));
            Path after = download(hdfs, root + "/lake", "second");
            assertEquals(LakeState.dataFiles(lake, LAYERS), LakeState.dataFiles(after, LAYERS));
            assertEquals(local, LakeState.rows(session, after));
        }
    }

    private Path download(FileSystem hdfs, String lake, String name) throws IOException {
        Path copy = folder.resolve(name);
        hdfs.copyToLocalFile(
                false, new org.apache.hadoop.fs.Path(lake), new org.apache.hadoop.fs.Path(copy.toUri()), true);
        return copy;
    }

    private static String coreSite(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(entry -> "<property><name>" + entry.getKey() + "</name><value>" + entry.getValue()
                        + "</value></property>")
                .collect(Collectors.joining("\n", "<configuration>\n", "\n</configuration>\n"));
    }
}
