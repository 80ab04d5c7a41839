package dev.millrace.evaluate;

import dev.millrace.job.Job;
import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.RunReport;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.simulate.Feed;
import dev.millrace.simulate.ShopPlan;
import dev.millrace.simulate.ShopSimulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.commons.io.FileUtils;
import org.apache.spark.sql.SparkSession;

/** The data of evaluations: public data sets and simulated shops, each taken in once into lakes that are deleted at the end. */
public final class EvaluationData implements AutoCloseable {

    private static final LocalDate FIRST = LocalDate.of(1990, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
    private static final List<String> TAKING_IN = List.of("ingest-", "conform-");
    private static final List<String> WITH_CUSTOMERS = List.of("ingest-", "conform-", "pair-", "build-");

    private final SparkSession session;
    private final Optional<Path> datasets;
    private final Consumer<String> progress;
    private final Map<String, EvaluationLake> lakes = new HashMap<>();
    private Optional<Path> folder = Optional.empty();

    /**
     * Data for one sitting.
     *
     * @param datasets folder of the public data sets, one folder each
     * @param progress is told what is going on
     */
    public EvaluationData(SparkSession session, Optional<Path> datasets, Consumer<String> progress) {
        this.session = session;
        this.datasets = datasets;
        this.progress = progress;
    }

    public SparkSession session() {
        return session;
    }

    /** Tells a waiting person what is going on. */
    public void tell(String what) {
        progress.accept(what);
    }

    /**
     * A public data set as a company's lake, made by {@code conf/sources/NAME.conf}: ingested and conformed.
     *
     * @throws MissingDatasetException when its folder is not there
     */
    public EvaluationLake lake(String dataset) {
        return lake(dataset, "");
    }

    /**
     * The same for a data set whose deliveries lie in a folder below its own.
     *
     * @param below the folder's name
     * @throws MissingDatasetException when it is not there
     */
    public EvaluationLake lake(String dataset, String below) {
        return lakes.computeIfAbsent(dataset, name -> takeIn(name, below, TAKING_IN, name));
    }

    /**
     * The same, with what is told of customers as of dates ({@code feature/customer_snapshot}).
     *
     * @param below the folder's name
     * @throws MissingDatasetException when it is not there
     */
    public EvaluationLake lakeOfCustomers(String dataset, String below) {
        return lakes.computeIfAbsent(dataset + "-customers", name -> takeIn(dataset, below, WITH_CUSTOMERS, name));
    }

    private EvaluationLake takeIn(String dataset, String below, List<String> kinds, String name) {
        Path landing = datasets.map(all -> all.resolve(dataset).resolve(below))
                .filter(Files::isDirectory)
                .orElseThrow(() -> new MissingDatasetException(dataset));
        tell("taking in " + dataset);
        return run("sources/" + dataset, name, landing, kinds);
    }

    /**
     * A simulated shop as a lake: its orders and returns ingested and conformed by {@code conf/demo-shop.conf}. What was planted
     * lies beside what it delivered.
     *
     * @param days days that it delivers, from 2024-01-01
     * @param scale 1 is about 2,000 customers
     * @param seed of every random draw
     */
    public SimulatedShop simulatedShop(int days, double scale, long seed) {
        String name = "shop-" + days + "-" + scale + "-" + seed;
        Path landing = folder().resolve(name + "-landing");
        EvaluationLake lake = lakes.computeIfAbsent(name, made -> {
            tell("simulating a shop of " + days + " days");
            ShopPlan plan = new ShopPlan(landing.toString(), LocalDate.of(2024, 1, 1), days, scale, seed, 0);
            new ShopSimulator(session).simulate(plan, EnumSet.of(Feed.ORDERS, Feed.RETURNS));
            tell("taking in the shop");
            return run("demo-shop", name, landing, TAKING_IN);
        });
        return new SimulatedShop(lake, landing.resolve("_truth"));
    }

    private EvaluationLake run(String configuration, String name, Path landing, List<String> kinds) {
        String lake = folder().resolve(name).toString();
        Settings settings = SettingsLoader.load(configuration, Map.of("landing", landing.toString(), "lake", lake));
        JobGraph graph = JobCatalog.graph(settings);
        List<Job> jobs = graph.jobs().stream()
                .filter(job -> kinds.stream().anyMatch(job.name()::startsWith))
                .toList();
        RunReport report = new JobRunner(session, settings, graph, RunListener.SILENT)
                .run(new RunContext("evaluate-" + name, FIRST, LAST), jobs);
        report.failure().ifPresent(failure -> {
            throw new IllegalStateException(name + " could not be taken in: " + failure.getMessage(), failure);
        });
        return new EvaluationLake(session, settings);
    }

    private Path folder() {
        if (folder.isEmpty()) {
            try {
                folder = Optional.of(Files.createTempDirectory("millrace-evaluate"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return folder.get();
    }

    @Override
    public void close() {
        folder.ifPresent(made -> FileUtils.deleteQuietly(made.toFile()));
    }
}
