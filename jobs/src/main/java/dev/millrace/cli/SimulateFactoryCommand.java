package dev.millrace.cli;

import dev.millrace.job.SparkSessions;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.simulate.FactoryPlan;
import dev.millrace.simulate.FactorySimulator;
import dev.millrace.simulate.FactorySimulator.FeedCount;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace simulate factory}. */
@Command(
        name = "factory",
        mixinStandardHelpOptions = true,
        description = {
            "Delivers orders, products, bills of materials, supply terms, stock and shipments of a factory, day by day.",
            "The same plan and seed deliver the same bytes."
        },
        footer = {
            "",
            "Examples:",
            "  millrace simulate factory --to /tmp/factory --days 120",
            "  millrace run conf/demo-factory.conf --from 2024-01-01 --to 2024-04-29 --landing /tmp/factory --lake /tmp/factory-lake"
        })
final class SimulateFactoryCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "URI",
            description = "Landing folder to make; must not hold anything.")
    private String to;

    @Option(names = "--days", required = true, paramLabel = "N", description = "Number of days to deliver, from 1 up.")
    private int days;

    @Option(
            names = "--scale",
            defaultValue = "1",
            paramLabel = "X",
            description = "Size of the factory; 1 is 12 products, some 100 parts and 60 orders a day (default: 1).")
    private double scale;

    @Option(
            names = "--seed",
            defaultValue = "42",
            paramLabel = "S",
            description = "Of every random draw (default: 42).")
    private long seed;

    @Option(
            names = "--from",
            defaultValue = "2024-01-01",
            paramLabel = "DAY",
            description = "First day of delivery (default: 2024-01-01).")
    private LocalDate from;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        FactoryPlan plan = plan();
        List<FeedCount> feeds = new FactorySimulator(SparkSessions.open("millrace simulate factory")
                        .sparkContext()
                        .hadoopConfiguration())
                .simulate(plan);
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            json(plan, feeds).print(out);
        } else {
            out.print("Delivered to " + plan.to() + "\n");
            feeds.forEach(feed -> out.printf("%-13s %7d files %10d lines%n", feed.feed(), feed.files(), feed.lines()));
        }
        return ExitCode.DONE;
    }

    private FactoryPlan plan() {
        try {
            return new FactoryPlan(to, from, days, scale, seed);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private static JsonDocument json(FactoryPlan plan, List<FeedCount> feeds) {
        return new JsonDocument()
                .with("landing", plan.to())
                .with("from", plan.from())
                .with("to", plan.from().plusDays(plan.days() - 1L))
                .with(
                        "feeds",
                        feeds.stream()
                                .map(feed -> new JsonDocument()
                                        .with("feed", feed.feed())
                                        .with("files", feed.files())
                                        .with("lines", feed.lines()))
                                .toList());
    }
}
