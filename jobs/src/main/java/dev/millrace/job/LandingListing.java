package dev.millrace.job;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.storage.LandedFile;
import dev.millrace.storage.LandingZone;
import dev.millrace.table.SourceSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The delivered files of every source, listed once a run. */
final class LandingListing {

    private final Map<String, List<LandedFile>> bySource;

    private LandingListing(Map<String, List<LandedFile>> bySource) {
        this.bySource = bySource;
    }

    /**
     * Lists what the landing folder holds of days from the first to the last.
     *
     * @throws ConfigurationException when two sources claim the same file
     */
    static LandingListing of(LandingZone landing, Collection<SourceSpec> sources, LocalDate from, LocalDate to) {
        Map<String, List<LandedFile>> bySource = new LinkedHashMap<>();
        Map<String, String> owners = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (SourceSpec source : sources) {
            List<LandedFile> files = landing.list(source, from, to);
            bySource.put(source.name(), files);
            for (LandedFile file : files) {
                String other = owners.putIfAbsent(file.path(), source.name());
                if (other != null) {
                    problems.add("Both sources '" + other + "' and '" + source.name() + "' claim the file "
                            + file.path()
                            + ": its rows would be taken in twice. Narrow sources." + other + ".files or sources."
                            + source.name() + ".files.");
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return new LandingListing(bySource);
    }

    /** The files of a source that were delivered on these days. */
    List<LandedFile> files(SourceSpec source) {
        return bySource.getOrDefault(source.name(), List.of());
    }
}
