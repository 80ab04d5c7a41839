package dev.millrace.testing;

import dev.millrace.job.Job;
import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.RunReport;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A public data set, taken in and conformed once for all tests, by its mapping in {@code conf/sources}. The JVMs that a build
 * runs tests in share one folder of lakes, which {@code millrace.test.lakes} names; whoever comes first takes a data set in.
 */
public final class PublicDataset {

    private static final Map<String, PublicDataset> TAKEN_IN = new ConcurrentHashMap<>();
    private static final Path LAKES = lakes();

    private final SparkSession session;
    private final Path lake;

    private PublicDataset(SparkSession session, Path lake) {
        this.session = session;
        this.lake = lake;
    }

    /** The data set of a folder, taken in by the first who asks for it. */
    public static PublicDataset of(String folder) {
        return TAKEN_IN.computeIfAbsent(folder, PublicDataset::takeIn);
    }

    /** The names of all mappings in {@code conf/sources}. */
    public static List<String> names() {
        return files(Launcher.root().resolve("conf/sources"), 1)
                .filter(Files::isRegularFile)
                .map(file -> file.getFileName().toString().replace(".conf", ""))
                .sorted()
                .toList();
    }

    private static Settings settings(String folder, Path lake) {
        return SettingsLoader.load(
                Launcher.root().resolve("conf/sources/" + folder + ".conf").toString(),
                Map.of("landing", landing(folder), "lake", lake.toString()));
    }

    private static String landing(String folder) {
        return Path.of(System.getenv("MILLRACE_DATASETS"), folder).toString();
    }

    private static PublicDataset takeIn(String folder) {
        Path lake = LAKES.resolve(folder);
        Path done = LAKES.resolve(folder + ".done");
        try (FileChannel lock = FileChannel.open(
                        LAKES.resolve(folder + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = lock.lock()) {
            if (held.isValid() && !Files.exists(done)) {
                run(folder, lake);
                Files.createFile(done);
            }
            return new PublicDataset(Compiling.SESSION, lake);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String folder, Path lake) {
        Settings settings = settings(folder, lake);
        JobGraph graph = JobCatalog.graph(settings);
        List<Job> jobs = graph.jobs().stream()
                .filter(job -> job.name().startsWith("ingest-") || job.name().startsWith("conform-"))
                .toList();
        RunContext run = new RunContext(folder, LocalDate.parse("1990-01-01"), LocalDate.parse("2030-12-31"));
        RunReport report = new JobRunner(Compiling.SESSION, settings, graph, RunListener.SILENT).run(run, jobs);
        report.failure().ifPresent(failure -> {
            throw new AssertionError(folder + ": " + failure.getMessage(), failure);
        });
    }

    /** The tests' own session interprets its plans, which takes minutes for hundreds of thousands of rows. */
    private static final class Compiling {

        private static final SparkSession SESSION = start();

        private static SparkSession start() {
            SparkSession own = SparkExtension.session();
            SparkSession.clearActiveSession();
            SparkSession.clearDefaultSession();
            SparkSession.Builder builder = SparkSession.builder()
                    .config("spark.sql.shuffle.partitions", "2")
                    .config("spark.databricks.delta.snapshotPartitions", "2")
                    .config("spark.sql.codegen.wholeStage", "true")
                    .config("spark.sql.codegen.factoryMode", "FALLBACK");
            SparkSessions.rules().forEach(builder::config);
            SparkSession compiling = builder.getOrCreate();
            SparkSession.setActiveSession(own);
            SparkSession.setDefaultSession(own);
            return compiling;
        }
    }

    private static Path lakes() {
        try {
            String shared = System.getProperty("millrace.test.lakes");
            if (shared != null) {
                Path lakes = Files.createDirectories(Path.of(shared));
                files(lakes.getParent(), 1)
                        .filter(other -> !other.equals(lakes.getParent()) && !other.equals(lakes))
                        .forEach(olderBuild -> FileUtils.deleteQuietly(olderBuild.toFile()));
                return lakes;
            }
            Path folder = Files.createTempDirectory("millrace-datasets");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> FileUtils.deleteQuietly(folder.toFile())));
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The rows of a query, their columns joined by a bar; tables are named by their place in the lake, such as {@code bronze.orders}. */
    public List<String> rows(String sql) {
        String byPath = sql.replaceAll("\\b(bronze|silver|ops)\\.([a-z_0-9]+)", "delta.`" + lake + "/$1/$2`");
        List<String> rows = new ArrayList<>();
        for (Row row : session.sql(byPath).collectAsList()) {
            rows.add(row.mkString("|"));
        }
        return rows;
    }

    /** The first row of a query. */
    public String one(String sql) {
        return rows(sql).get(0);
    }

    /** How many rows each table of a layer has, as {@code table=rows table=rows}. */
    public String counts(String layer) {
        return files(lake.resolve(layer), 1)
                .map(table -> table.getFileName().toString())
                .filter(table -> !table.equals(layer) && !table.endsWith("_superseded"))
                .sorted()
                .map(table -> table + "=" + one("SELECT count(*) FROM " + layer + "." + table))
                .collect(Collectors.joining(" "));
    }

    /** How many rows were rejected, as {@code job|rule|rows}; nothing when none was. */
    public String rejected() {
        return Files.exists(lake.resolve("ops/quarantine"))
                ? String.join(" ", rows("SELECT job, rule, count(*) FROM ops.quarantine GROUP BY 1, 2 ORDER BY 1, 2"))
                : "";
    }

    /** The files that were taken in. */
    public List<String> takenIn() {
        return rows("SELECT DISTINCT file FROM ops.file ORDER BY 1");
    }

    /** The files of a data set that hold data: all but what tells of it. */
    public static List<String> dataFiles(String folder) {
        Path landing = Path.of(landing(folder));
        return files(landing, 9)
                .filter(Files::isRegularFile)
                .map(file -> landing.relativize(file).toString())
                .filter(file -> !file.matches("README(\\.md)?|readme\\.txt|LICENSE\\.txt"))
                .sorted()
                .toList();
    }

    private static Stream<Path> files(Path folder, int depth) {
        try (Stream<Path> walk = Files.walk(folder, depth)) {
            return walk.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
