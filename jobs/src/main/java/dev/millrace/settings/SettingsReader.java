package dev.millrace.settings;

import com.typesafe.config.Config;
import dev.millrace.table.SourceSpec;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns a resolved configuration into records, and gathers everything that is wrong on the way. */
final class SettingsReader {

    private static final String KEEP_OPS_DAYS = "upkeep.keep-days.ops";
    private static final String INITIAL_LOAD = "snapshots.initial-load-until";

    private final ConfigBlock whole;

    SettingsReader(Config config) {
        this.whole = new ConfigBlock(config, "", new ArrayList<>());
    }

    /** The settings; a dummy stands wherever {@link #problems()} tells of one. */
    Settings read() {
        List<SourceSpec> sources = new ArrayList<>();
        whole.named("sources", whole.config().getConfig("source-defaults"))
                .forEach((name, block) -> sources.add(new SourceReader(name, block).read()));
        return new Settings(
                new CompanySettings(whole.text("company.name"), whole.text("company.currency")),
                location("landing"),
                location("lake"),
                run(),
                whole.share("quality.max-rejected-share"),
                whole.wholeNumber("returns.pairing-days", 1, 3_650),
                whole.wholeNumber("corrections.within-days", 1, 3_650),
                lifetime(),
                new IdentitySettings(
                        whole.block("identity").expressions("keys"),
                        whole.wholeNumber("identity.max-shared", 2, 1_000_000)),
                new SegmentReader(whole.block("segments")).read(),
                snapshots(),
                upkeep(),
                sources,
                new MappingReader(whole, sources.stream().map(SourceSpec::name).toList()).read(),
                new RuleReader(whole).read(),
                new ProblemReader(whole).read(),
                new ForecastReader(whole).read(),
                new StockReader(whole.block("stock")).read());
    }

    private String location(String key) {
        String uri = whole.text(key);
        if (Secrets.isIn(uri)) {
            whole.problem(key, "carries a password in its URI. " + Secrets.instead());
        }
        return uri;
    }

    RunSettings run() {
        return new RunSettings(
                whole.wholeNumber("run.parallel-jobs", 1, 64),
                duration("run.lease-wait"),
                duration("run.lease-expiry"));
    }

    private LifetimeSettings lifetime() {
        return new LifetimeSettings(
                whole.wholeNumber("lifetime.horizon-days", 1, 3_650),
                whole.share("lifetime.discount-rate-per-year"),
                whole.wholeNumber("lifetime.fewest-repeat-customers", 2, 1_000_000));
    }

    private UpkeepSettings upkeep() {
        UpkeepSettings upkeep = new UpkeepSettings(
                whole.wholeNumber("upkeep.fold-from", 2, 1_000_000),
                whole.value("upkeep.small-file", () -> whole.config().getBytes("upkeep.small-file"), 0L),
                whole.value("upkeep.folded-file", () -> whole.config().getBytes("upkeep.folded-file"), 0L),
                duration("upkeep.vacuum-after"),
                duration("upkeep.log-kept"),
                whole.config().hasPath(KEEP_OPS_DAYS)
                        ? Optional.of(whole.wholeNumber(KEEP_OPS_DAYS, 1, 36_500))
                        : Optional.empty());
        if (upkeep.foldedFile() < upkeep.smallFile()) {
            whole.problem(
                    "upkeep.folded-file", "is less than 'upkeep.small-file': what is folded would be small for ever.");
        }
        if (upkeep.logKept().compareTo(upkeep.vacuumAfter()) < 0) {
            whole.problem(
                    "upkeep.log-kept",
                    "is less than 'upkeep.vacuum-after': files would be kept of versions that nobody can name. Keep the log at"
                            + " least as long.");
        }
        return upkeep;
    }

    private SnapshotSettings snapshots() {
        return new SnapshotSettings(
                whole.choice("snapshots.every", SnapshotSettings.Cadence.class),
                whole.wholeNumber("snapshots.history-months", 1, 1_200),
                whole.optional(INITIAL_LOAD).map(this::date));
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            whole.problem(INITIAL_LOAD, "is '" + text + "': give an ISO date such as 2024-01-31.");
            return LocalDate.EPOCH;
        }
    }

    List<String> problems() {
        return whole.problems();
    }

    private Duration duration(String key) {
        return whole.value(key, () -> whole.config().getDuration(key), Duration.ZERO);
    }
}
