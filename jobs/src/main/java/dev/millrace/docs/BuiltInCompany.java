package dev.millrace.docs;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A company whose configuration is packed into the jar; the pages show what its jobs make.
 *
 * @param name the name that commands know its configuration by
 * @param settings its configuration
 * @param graph its jobs
 */
record BuiltInCompany(String name, Settings settings, JobGraph graph) {

    /** All of them, in the order in which pages show them. */
    static List<BuiltInCompany> all() {
        return Stream.of("demo-shop", "online-retail").map(BuiltInCompany::of).toList();
    }

    private static BuiltInCompany of(String name) {
        Settings settings = SettingsLoader.load(name, Map.of());
        return new BuiltInCompany(name, settings, JobCatalog.graph(settings));
    }

    /** The file of its configuration in a checkout. */
    String file() {
        return "conf/" + name + ".conf";
    }
}
