package dev.millrace.testing;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.Replay;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.RunReport;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.storage.DeltaStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A company whose configuration a test writes itself, with a landing folder and a lake of its own. */
public final class Company {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final String ALL_FROM = "1990-01-01";
    private static final String ALL_TO = "2030-12-31";

    private final SparkSession session;
    private final Path folder;
    private List<String> last = List.of();

    public Company(SparkSession session, Path folder, String configuration) {
        this.session = session;
        this.folder = folder;
        configure(configuration);
    }

    /** Changes the configuration. */
    public Company configure(String configuration) {
        try {
            Files.createDirectories(landing());
            Files.writeString(configuration(), configuration);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Runs these jobs and what they stand on, and none after them. */
    public Company upTo(String... jobs) {
        last = List.of(jobs);
        return this;
    }

    /** Delivers a text file below the landing folder, in UTF-8. */
    public Company deliver(String path, String text) {
        return deliver(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Delivers a file of bytes below the landing folder. */
    public Company deliver(String path, byte[] bytes) {
        new Landing(landing()).deliver(path, bytes);
        return this;
    }

    /** The file that holds the configuration. */
    public Path configuration() {
        return folder.resolve("company.conf");
    }

    public Path landing() {
        return folder.resolve("landing");
    }

    public Path lake() {
        return folder.resolve("lake");
    }

    public Settings settings() {
        return SettingsLoader.load(
                configuration().toString(), Map.of("landing", landing().toString(), "lake", lake().toString()));
    }

    /** Runs the jobs over all that was delivered. */
    public RunReport run() {
        return run(window());
    }

    /** Tries rejected rows again. */
    public RunReport replay(Replay rows) {
        return run(window().replaying(rows));
    }

    private static RunContext window() {
        return new RunContext("company-" + RUNS.incrementAndGet(), LocalDate.parse(ALL_FROM), LocalDate.parse(ALL_TO));
    }

    private RunReport run(RunContext run) {
        Settings settings = settings();
        JobGraph graph = JobCatalog.graph(settings);
        return new JobRunner(session, settings, graph, RunListener.SILENT).run(run, Upstream.of(graph, last));
    }

    /** Runs the jobs and throws what stopped the first that failed. */
    public RunReport runWell() {
        RunReport report = run();
        report.failure().ifPresent(failure -> {
            throw new AssertionError(failure.getMessage(), failure);
        });
        return report;
    }

    /** A table by its place in the lake, such as {@code bronze/orders}. */
    public Dataset<Row> table(String id) {
        return session.read().format("delta").load(lake().resolve(id).toString());
    }

    public DeltaStore store() {
        return new DeltaStore(session, lake().toString());
    }

    /** Rows of a table, in order, their columns as text joined by a bar. */
    public List<String> rows(String id, String columns, String order) {
        List<String> rows = new ArrayList<>();
        table(id)
                .orderBy(org.apache.spark.sql.functions.expr(order))
                .selectExpr(columns.split(", "))
                .collectAsList()
                .forEach(row -> rows.add(row.mkString("|")));
        return rows;
    }
}
