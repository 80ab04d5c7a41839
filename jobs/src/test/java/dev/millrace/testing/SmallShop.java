package dev.millrace.testing;

import dev.millrace.job.Job;
import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.RunReport;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.storage.DeltaStore;
import dev.millrace.table.TableSpec;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A company in a temporary folder, whose files a test writes line by line and whose jobs it runs. */
public final class SmallShop {

    /** Header of the feed of orders. */
    public static final String ORDERS = "order,product,customer,quantity,price,at,country";
    /** Header of the feed of customers. */
    public static final String CUSTOMERS = "customer,name,city";

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final SparkSession session;
    private final Path folder;
    private final Map<String, String> settings = new HashMap<>();
    private String lake = "lake";
    private List<String> only = List.of();
    private List<String> last = List.of();

    public SmallShop(SparkSession session, Path folder) {
        this.session = session;
        this.folder = folder;
        try {
            Files.createDirectories(folder.resolve("landing"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same deliveries into another lake. */
    public SmallShop into(String otherLake) {
        SmallShop other = new SmallShop(session, folder);
        other.lake = otherLake;
        other.settings.putAll(settings);
        other.only = only;
        other.last = last;
        return other;
    }

    /** With a setting of its own. */
    public SmallShop with(String path, String value) {
        settings.put(path, value);
        return this;
    }

    /** Running these jobs alone. */
    public SmallShop only(String... jobs) {
        only = List.of(jobs);
        return this;
    }

    /** Running these jobs and what they stand on, and none after them. */
    public SmallShop upTo(String... jobs) {
        last = List.of(jobs);
        return this;
    }

    /** Delivers a file of lines below the landing folder. */
    public SmallShop deliver(String path, String... lines) {
        return deliver(path, (String.join("\n", lines) + "\n").getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    /** Delivers a file of bytes below the landing folder. */
    public SmallShop deliver(String path, byte[] bytes) {
        new Landing(landing()).deliver(path, bytes);
        return this;
    }

    public Path landing() {
        return folder.resolve("landing");
    }

    public Path lake() {
        return folder.resolve(lake);
    }

    public Settings settings() {
        Map<String, String> overrides = new HashMap<>(settings);
        overrides.putIfAbsent("landing", landing().toString());
        overrides.put("lake", lake().toString());
        return SettingsLoader.load(configuration(), overrides);
    }

    /** The path of the shop's configuration file. */
    public static String configuration() {
        return Path.of(System.getProperty("basedir", "."), "src/test/resources/small-shop.conf")
                .toString();
    }

    /** Runs the jobs over the files of a window. */
    public RunReport run(String from, String to) {
        return run(from, to, RunListener.SILENT);
    }

    /** Runs the jobs over the files of a window, heard by a listener. */
    public RunReport run(String from, String to, RunListener listener) {
        Settings now = settings();
        JobGraph graph = JobCatalog.graph(now);
        List<Job> jobs = only.isEmpty() ? Upstream.of(graph, last) : graph.select(only);
        RunContext run = new RunContext("run-" + RUNS.incrementAndGet(), LocalDate.parse(from), LocalDate.parse(to));
        return new JobRunner(session, now, graph, listener).run(run, jobs);
    }

    /** Runs the jobs and throws what stopped the first that failed. */
    public RunReport runWell(String from, String to) {
        RunReport report = run(from, to);
        report.failure().ifPresent(failure -> {
            throw new AssertionError(failure.getMessage(), failure);
        });
        return report;
    }

    public DeltaStore store() {
        return new DeltaStore(session, lake().toString());
    }

    public Dataset<Row> table(TableSpec table) {
        return store().read(table);
    }

    /** The rows of a table, in order, their columns as text joined by a bar. */
    public List<String> rows(TableSpec table, String columns, String order) {
        List<String> rows = new ArrayList<>();
        table(table)
                .orderBy(org.apache.spark.sql.functions.expr(order))
                .selectExpr(columns.split(", "))
                .collectAsList()
                .forEach(row -> rows.add(row.mkString("|")));
        return rows;
    }
}
