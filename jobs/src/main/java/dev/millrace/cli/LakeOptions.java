package dev.millrace.cli;

import dev.millrace.settings.RunSettings;
import dev.millrace.settings.SettingsLoader;
import java.time.Duration;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which lake to read. */
final class LakeOptions {

    private static final String DEFAULT = "lake";

    @Mixin
    private LakeLocation location;

    @Option(names = "--config", paramLabel = "CONFIG", description = "Read the lake that this configuration names.")
    private String configuration;

    /** How long after its last sign of life a vanished run still holds the lake. */
    Duration leaseExpiry() {
        return (configuration == null
                        ? RunSettings.defaults()
                        : SettingsLoader.load(configuration, Map.of()).run())
                .leaseExpiry();
    }

    /** The lake's folder. */
    String lake() {
        return location.given()
                .orElseGet(() -> configuration == null
                        ? DEFAULT
                        : SettingsLoader.load(configuration, Map.of()).lake());
    }
}
