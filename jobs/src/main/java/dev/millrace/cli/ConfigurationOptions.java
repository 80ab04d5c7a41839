package dev.millrace.cli;

import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which configuration, and what the command line sets in its stead. */
final class ConfigurationOptions {

    @Parameters(
            index = "0",
            paramLabel = "CONFIG",
            description = "The company: path of a .conf file, or the name of a built-in pack.")
    private String configuration;

    @Option(names = "--landing", paramLabel = "URI", description = "Folder or URI where sources deliver files.")
    private String landing;

    @Mixin
    private LakeLocation lake;

    @Option(
            names = "--set",
            paramLabel = "SETTING=VALUE",
            description = "A setting by its path, such as run.parallel-jobs=1; may be repeated.")
    private Map<String, String> overrides = new LinkedHashMap<>();

    /** The settings: command line over file over reference. */
    Settings load() {
        Map<String, String> set = new LinkedHashMap<>();
        lake.given().ifPresent(folder -> set.put("lake", folder));
        if (landing != null) {
            set.put("landing", landing);
        }
        overrides.forEach(set::putIfAbsent);
        return SettingsLoader.load(configuration, set);
    }

    /** The configuration as it was given, to be named in a hint. */
    String name() {
        return configuration;
    }
}
