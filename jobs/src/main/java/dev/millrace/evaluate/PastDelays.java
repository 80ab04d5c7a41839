package dev.millrace.evaluate;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many days after the one planned the newest deliveries of a party came, as it was known on a day. */
final class PastDelays {

    private static final int NEWEST = 20;

    /** A delivery months off tells of its own affair, and would stand for all the others in a mean. */
    private static final int EARLIEST = -60;

    private static final int LATEST = 90;

    private final Map<String, List<Came>> inOrder = new HashMap<>();

    /**
     * A delivery that came.
     *
     * @param party whose it was
     * @param planned day planned
     * @param came day on which it came
     * @param known day on which that was known
     */
    record Came(String party, LocalDate planned, LocalDate came, LocalDate known) {

        private double delay() {
            return Math.max(EARLIEST, Math.min(LATEST, ChronoUnit.DAYS.between(planned, came)));
        }
    }

    PastDelays(List<Came> deliveries) {
        deliveries.stream().sorted(Comparator.comparing(Came::known)).forEach(delivery -> inOrder.computeIfAbsent(
                        delivery.party(), added -> new ArrayList<>())
                .add(delivery));
    }

    /** Mean days after the one planned of the newest deliveries known before a day; 0 where there is none. */
    double of(String party, LocalDate day) {
        List<Came> past = inOrder.getOrDefault(party, List.of());
        int known = knownBefore(past, day);
        return past.subList(Math.max(0, known - NEWEST), known).stream()
                .mapToDouble(Came::delay)
                .average()
                .orElse(0);
    }

    private static int knownBefore(List<Came> past, LocalDate day) {
        int low = 0;
        int high = past.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (past.get(middle).known().isBefore(day)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
