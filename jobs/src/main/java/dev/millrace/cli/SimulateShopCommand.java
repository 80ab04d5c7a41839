package dev.millrace.cli;

import dev.millrace.job.SparkSessions;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.simulate.DeliveredFile;
import dev.millrace.simulate.Feed;
import dev.millrace.simulate.ShopPlan;
import dev.millrace.simulate.ShopSimulator;
import dev.millrace.simulate.SimulationReport;
import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace simulate shop}. */
@Command(
        name = "shop",
        mixinStandardHelpOptions = true,
        description = {
            "Delivers orders, returns, customers, products, prices and web events of a shop, day by day.",
            "The same plan and seed deliver the same bytes."
        },
        footer = {
            "",
            "Examples:",
            "  millrace simulate shop --to /tmp/shop --days 120",
            "  millrace simulate shop --to /data/big --days 365 --scale 50 --seed 7 --dirt 0",
            "  millrace simulate shop --to /tmp/stocked --days 120 --supply"
        })
final class SimulateShopCommand implements Callable<Integer> {

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
            description = "Size of the shop; 1 is about 500 order lines and 3,000 web events a day (default: 1).")
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

    @Option(
            names = "--dirt",
            defaultValue = "0.005",
            paramLabel = "X",
            description =
                    "Share of lines that are truncated, repeated, badly encoded or late, 0 to 0.5 (default: 0.005).")
    private double dirt;

    @Option(
            names = "--supply",
            description = {
                "Keep stock as well: what is not there is not sold; delivers stock, shipments, supply terms and promotions too."
            })
    private boolean supply;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        ShopPlan plan = plan();
        SimulationReport report = new ShopSimulator(SparkSessions.open("millrace simulate shop")).simulate(plan);
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            json(plan, report).print(out);
        } else {
            out.print(report);
        }
        return ExitCode.DONE;
    }

    private ShopPlan plan() {
        try {
            return new ShopPlan(to, from, days, scale, seed, dirt, supply);
        } catch (IllegalArgumentException e) {
            throw new ConfigurationException(e.getMessage());
        }
    }

    private static JsonDocument json(ShopPlan plan, SimulationReport report) {
        List<JsonDocument> feeds = new ArrayList<>();
        for (Feed feed : Feed.values()) {
            if (report.filesOf(feed) > 0) {
                feeds.add(new JsonDocument()
                        .with("feed", feed.folder())
                        .with("files", report.filesOf(feed))
                        .with("lines", report.linesOf(feed, DeliveredFile::lines))
                        .with("truncated", report.linesOf(feed, DeliveredFile::truncated))
                        .with("duplicated", report.linesOf(feed, DeliveredFile::duplicated))
                        .with("badly_encoded", report.linesOf(feed, DeliveredFile::badlyEncoded))
                        .with("late", report.linesOf(feed, DeliveredFile::late)));
            }
        }
        return new JsonDocument()
                .with("landing", report.landing())
                .with("from", plan.from())
                .with("to", plan.from().plusDays(plan.days() - 1L))
                .with("feeds", feeds);
    }
}
