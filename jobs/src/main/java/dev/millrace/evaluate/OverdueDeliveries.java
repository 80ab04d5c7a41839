package dev.millrace.evaluate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many deliveries of a party were overdue on a day: ordered and planned before it, and not known before it to have come. */
final class OverdueDeliveries {

    private final Map<String, NavigableMap<LocalDate, Integer>> overdue = new HashMap<>();

    /**
     * A delivery.
     *
     * @param party whose it was
     * @param due day planned, which comes no earlier than that ordered
     * @param known day on which it was known to have come
     */
    record Due(String party, LocalDate due, LocalDate known) {}

    OverdueDeliveries(List<Due> deliveries) {
        for (Due delivery : deliveries) {
            if (delivery.known().isAfter(delivery.due())) {
                NavigableMap<LocalDate, Integer> changes =
                        overdue.computeIfAbsent(delivery.party(), added -> new TreeMap<>());
                changes.merge(delivery.due().plusDays(1), 1, Integer::sum);
                changes.merge(delivery.known().plusDays(1), -1, Integer::sum);
            }
        }
        overdue.values().forEach(OverdueDeliveries::addUp);
    }

    private static void addUp(NavigableMap<LocalDate, Integer> changes) {
        int sum = 0;
        for (Map.Entry<LocalDate, Integer> change : changes.entrySet()) {
            sum += change.getValue();
            change.setValue(sum);
        }
    }

    int of(String party, LocalDate day) {
        NavigableMap<LocalDate, Integer> counts = overdue.get(party);
        Map.Entry<LocalDate, Integer> last = counts == null ? null : counts.floorEntry(day);
        return last == null ? 0 : last.getValue();
    }
}
