package dev.millrace.settings;

import com.typesafe.config.Config;
import dev.millrace.table.SourceSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Turns a resolved configuration into records, and gathers everything that is wrong on the way. */
final class SettingsReader {

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
                whole.text("landing"),
                whole.text("lake"),
                run(),
                whole.share("quality.max-rejected-share"),
                whole.wholeNumber("returns.pairing-days", 1, 3_650),
                whole.wholeNumber("corrections.within-days", 1, 3_650),
                new IdentitySettings(
                        whole.block("identity").expressions("keys"),
                        whole.wholeNumber("identity.max-shared", 2, 1_000_000)),
                sources,
                new MappingReader(whole, sources.stream().map(SourceSpec::name).toList()).read(),
                new RuleReader(whole).read());
    }

    RunSettings run() {
        return new RunSettings(
                whole.wholeNumber("run.parallel-jobs", 1, 64),
                duration("run.lease-wait"),
                duration("run.lease-expiry"));
    }

    List<String> problems() {
        return whole.problems();
    }

    private Duration duration(String key) {
        return whole.value(key, () -> whole.config().getDuration(key), Duration.ZERO);
    }
}
