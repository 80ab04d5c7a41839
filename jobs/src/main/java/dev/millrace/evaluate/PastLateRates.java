package dev.millrace.evaluate;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * How often deliveries of a party (a vendor, a country, a way of transport, a site) were late, as it was known on a day: a delivery
 * counts from the day after it was known to have come, and never before.
 */
final class PastLateRates {

    /** As many deliveries at the rate of all are added to a party's own, so that a few of them do not say never or always. */
    private static final double PRIOR_DELIVERIES = 10;

    private static final String ALL = "";

    private final Map<String, NavigableMap<LocalDate, Count>> known = new HashMap<>();

    /**
     * A delivery that came.
     *
     * @param party whose it was
     * @param known day on which it was known to have come
     * @param late whether it came after the day planned
     */
    record Past(String party, LocalDate known, boolean late) {}

    /**
     * Deliveries added up.
     *
     * @param deliveries how many
     * @param late how many of them late
     */
    record Count(int deliveries, int late) {

        private static final Count NONE = new Count(0, 0);

        private Count plus(boolean isLate) {
            return new Count(deliveries + 1, late + (isLate ? 1 : 0));
        }

        private Count minus(Count other) {
            return new Count(deliveries - other.deliveries, late - other.late);
        }
    }

    PastLateRates(List<Past> deliveries) {
        List<Past> inOrder = deliveries.stream()
                .sorted((one, other) -> one.known().compareTo(other.known()))
                .toList();
        for (Past delivery : inOrder) {
            add(ALL, delivery);
            add("party " + delivery.party(), delivery);
        }
    }

    private void add(String party, Past delivery) {
        NavigableMap<LocalDate, Count> counts = known.computeIfAbsent(party, added -> new TreeMap<>());
        Count before = counts.isEmpty() ? Count.NONE : counts.lastEntry().getValue();
        counts.put(delivery.known(), before.plus(delivery.late()));
    }

    /** What was known before a day of a party's deliveries. */
    Count of(String party, LocalDate day) {
        return before("party " + party, day);
    }

    /** What was known before a day of those deliveries that became known in so many days before it. */
    Count of(String party, LocalDate day, int days) {
        return of(party, day).minus(of(party, day.minusDays(days)));
    }

    /** The share that was late of all parties' deliveries known before a day; 0 where there was none. */
    double overall(LocalDate day) {
        Count all = before(ALL, day);
        return all.deliveries() == 0 ? 0 : (double) all.late() / all.deliveries();
    }

    /** The share that was late, drawn to that of all parties where deliveries are few. */
    double rate(Count count, LocalDate day) {
        return (count.late() + PRIOR_DELIVERIES * overall(day)) / (count.deliveries() + PRIOR_DELIVERIES);
    }

    private Count before(String party, LocalDate day) {
        NavigableMap<LocalDate, Count> counts = known.get(party);
        Map.Entry<LocalDate, Count> last = counts == null ? null : counts.lowerEntry(day);
        return last == null ? Count.NONE : last.getValue();
    }
}
