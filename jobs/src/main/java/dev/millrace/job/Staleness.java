package dev.millrace.job;

import dev.millrace.table.DaySet;
import java.util.Map;

/**
 * What a job has to make again, and why.
 *
 * @param days the days of its output
 * @param changed the days of each input table that changed, by table
 * @param versions the version of each input table that it will read, by table
 * @param reason in a person's words
 */
public record Staleness(DaySet days, Map<String, DaySet> changed, Map<String, Long> versions, String reason) {

    public Staleness {
        changed = Map.copyOf(changed);
        versions = Map.copyOf(versions);
    }
}
