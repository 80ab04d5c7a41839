package dev.millrace.engines.materials;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The plan of all parts.
 *
 * @param schedules by part, parents before their components
 * @param withoutRules parts for which no rules were given: planned without stock, without lead time and lot for lot
 */
public record MaterialPlan(Map<String, PartSchedule> schedules, Set<String> withoutRules) {

    /** What to order by when, the most urgent first. */
    public List<OrderProposal> proposals() {
        return schedules.values().stream()
                .flatMap(schedule -> schedule.proposals().stream())
                .sorted(Comparator.comparingInt(OrderProposal::orderBy).thenComparing(OrderProposal::part))
                .toList();
    }

    /** What is too late, the latest first. */
    public List<Expedite> expedites() {
        return schedules.values().stream()
                .flatMap(schedule -> schedule.expedites().stream())
                .sorted(Comparator.comparingInt(Expedite::late)
                        .reversed()
                        .thenComparing(Expedite::part)
                        .thenComparingInt(Expedite::needed))
                .toList();
    }
}
