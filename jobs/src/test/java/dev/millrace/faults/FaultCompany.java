package dev.millrace.faults;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.RunReport;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.Upstream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * A company whose lake holds its first days. A fault is inflicted on the run that takes in its later days, each time in
 * a copy; what that run leaves when nothing goes wrong is what all others are held against.
 */
public final class FaultCompany {

    private static final AtomicInteger RUNS = new AtomicInteger();
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 28);
    private static final LocalDate LAST_PREPARED = LocalDate.of(2024, 1, 30);

    /** The first day that is left to the runs that faults befall. */
    public static final LocalDate FROM = LAST_PREPARED.plusDays(1);

    /** The last one. */
    public static final LocalDate TO = LocalDate.of(2024, 2, 3);

    private static final long PAGE = 4096;

    /** Whoever could not give its lease back is not known to be gone, since the next run is in the same process. */
    private static final Map<String, String> OF_ONE_PROCESS = Map.of("run.lease-expiry", "10s", "run.lease-wait", "1m");

    private static final String CONFIGURATION =
            """
            company { name = "Company of faults", currency = "EUR" }
            quality.max-rejected-share = 0.5
            sources.orders { files = "orders/*", columns = [order, line, at, product, quantity, price, customer, country] }
            sources.customers { files = "customers/*", columns = [customer, name, city] }
            sources.products { files = "products/*", columns = [product, name, price] }
            entities.order_line.orders {
              lookups.products { source = products, key = product, required = true }
              columns {
                order_id = "order", line_number = "line", order_ts = "at", product_id = "product"
                quantity = "quantity", unit_price = "price", customer_id = "customer", country = "country"
                kind = "CASE WHEN quantity LIKE '-%' THEN 'return' ELSE 'sale' END"
              }
              attributes { name = products.name }
            }
            entities.customer.customers.columns { customer_id = "customer", name = "name", city = "city" }
            entities.customer.orders {
              where = "customer IS NOT NULL"
              columns { customer_id = "customer", country = "country" }
            }
            entities.product.products.columns { product_id = "product", name = "name", list_price = "price" }
            """;

    private final SparkSession session;
    private final Path folder;
    private final List<String> lastJobs;
    private Map<String, String> clean = Map.of();

    private FaultCompany(SparkSession session, Path folder, List<String> lastJobs) {
        this.session = session;
        this.folder = folder;
        this.lastJobs = List.copyOf(lastJobs);
    }

    /**
     * Delivers all days, takes in the first ones, and in a copy the later ones undisturbed.
     *
     * @param lastJobs the jobs at the end of what it runs; all jobs where none is named
     */
    public static FaultCompany prepare(SparkSession session, Path folder, long seed, String... lastJobs)
            throws IOException {
        FaultCompany company = new FaultCompany(session, folder, List.of(lastJobs));
        Files.createDirectories(folder);
        Files.writeString(company.configuration(), CONFIGURATION);
        new CompanyDays(company.landing(), seed).deliver(FIRST, TO);
        company.runWell(company.prepared().toString(), FIRST, LAST_PREPARED, Map.of());
        Path cleanLake = company.copyNamed("clean");
        company.runWell(cleanLake.toString());
        company.clean = LakeState.rows(session, cleanLake);
        return company;
    }

    /** The jobs at the end of what it runs; none where it runs all. */
    List<String> lastJobs() {
        return lastJobs;
    }

    public SparkSession session() {
        return session;
    }

    public Path folder() {
        return folder;
    }

    public Path configuration() {
        return folder.resolve("company.conf");
    }

    public Path landing() {
        return folder.resolve("landing");
    }

    /** The lake of the first days; never written to again. */
    public Path prepared() {
        return folder.resolve("prepared");
    }

    /** The lake of all days that no fault befell. */
    public Path cleanLake() {
        return folder.resolve("clean");
    }

    /** A copy of the lake of the first days. */
    public Path copyNamed(String name) {
        Path copy = folder.resolve(name);
        Folders.copy(prepared(), copy);
        return copy;
    }

    /** Copies a folder elsewhere. */
    void copyInto(Path from, Path to) {
        Folders.copy(from, to);
    }

    /** How much room a folder takes, counted in pages. */
    long pages(Path counted) {
        return Folders.walk(counted).stream()
                .mapToLong(file -> (file.toFile().length() / PAGE + 1) * PAGE)
                .sum();
    }

    /** Forgets a lake that has served. */
    public void discard(Path lake) {
        DeltaLog.clearCache();
        Folders.delete(lake);
    }

    /** Lays a lake that came out wrong aside, to be looked at. */
    public void keep(Path lake, String name) {
        DeltaLog.clearCache();
        try {
            Files.move(lake, folder.resolve("bad-" + name.replaceAll("[^A-Za-z0-9]+", "-")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A child that waits for its lake. */
    public ChildProcess child(JavaCommand java) throws IOException {
        return ChildProcess.start(java, folder.resolve("children.log"));
    }

    /** What a child is told to run: the later days on a lake. */
    public ChildOrder order(Path lake) {
        return new ChildOrder(
                configuration().toString(),
                landing().toString(),
                lake.toString(),
                FROM.toString(),
                TO.toString(),
                lastJobs);
    }

    /** Runs the later days in this process. */
    public RunReport run(String lake, Map<String, String> more) {
        return run(lake, FROM, TO, more);
    }

    /** Runs the later days in this process and throws what went wrong. */
    public void runWell(String lake) {
        runWell(lake, FROM, TO, Map.of());
    }

    private void runWell(String lake, LocalDate from, LocalDate to, Map<String, String> more) {
        run(lake, from, to, more).failure().ifPresent(failure -> {
            throw new IllegalStateException(failure.getMessage(), failure);
        });
    }

    private RunReport run(String lake, LocalDate from, LocalDate to, Map<String, String> more) {
        Map<String, String> overrides =
                new HashMap<>(Map.of("landing", landing().toString(), "lake", lake));
        overrides.putAll(more);
        overrides.putAll(OF_ONE_PROCESS);
        Settings settings = SettingsLoader.load(configuration().toString(), overrides);
        JobGraph graph = JobCatalog.graph(settings);
        RunContext run = new RunContext("faults-" + RUNS.incrementAndGet(), from, to);
        return new JobRunner(session, settings, graph, RunListener.SILENT).run(run, Upstream.of(graph, lastJobs));
    }

    /** Runs the later days once more on a lake that a fault befell, and holds the outcome against the clean lake. */
    public FaultResult rerun(String kind, String name, Path lake, String note) {
        return rerun(kind, name, lake, lake.toString(), note);
    }

    /** The same on a lake that the runs know by another address. */
    public FaultResult rerun(String kind, String name, Path lake, String address, String note) {
        long start = System.nanoTime();
        try {
            runWell(address);
        } catch (Exception e) {
            String message = note + " The run after it failed: " + e;
            return new FaultResult(kind, name, FaultResult.Outcome.DIFFERENT, 0, 0, seconds(start), message);
        }
        double seconds = seconds(start);
        LakeDifference difference = compare(lake);
        return new FaultResult(
                kind,
                name,
                difference.isNone() ? FaultResult.Outcome.EQUAL : FaultResult.Outcome.DIFFERENT,
                difference.lost(),
                difference.doubled(),
                seconds,
                (note + (difference.isNone() ? "" : " Differing: " + difference.tables())).strip());
    }

    /** What a lake lacks or has too much. */
    public LakeDifference compare(Path lake) {
        return LakeDifference.of(session, clean, cleanLake(), lake);
    }

    private static double seconds(long start) {
        return Math.round((System.nanoTime() - start) / 1e8) / 10.0;
    }

    /** Copies and deletes whole folders. */
    private static final class Folders {

        private static void copy(Path from, Path to) {
            walk(from).forEach(file -> {
                try {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        private static void delete(Path folder) {
            walk(folder).stream().sorted(Comparator.reverseOrder()).forEach(file -> {
                try {
                    Files.delete(file);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }

        private static List<Path> walk(Path folder) {
            try (Stream<Path> files = Files.walk(folder)) {
                return files.toList();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
