package dev.millrace.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How often deliveries were late, as it was known on a day: by parties from the widest to the narrowest (a vendor, then the vendor's
 * deliveries to a country), where what is old counts for less and each party's own record is drawn to that of the wider one.
 * Sources: Bühlmann and Gisler, "A Course in Credibility Theory and its Applications" (2005), chapter 6, for hierarchical
 * credibility; Gerber and Jones, "Credibility formulas with geometric weights", Transactions of the Society of Actuaries 27 (1975),
 * for what fades.
 */
final class FadingLateRates {

    private static final double PRIOR_RATE = 0.1;
    private static final double PRIOR_DELIVERIES = 1;
    private static final LocalDate NEAR = LocalDate.of(2010, 1, 1);

    private final Fading fading;
    private final Past all;
    private final Map<List<String>, Past> records = new HashMap<>();

    /**
     * How the past counts.
     *
     * @param halfLife days in which a delivery comes to count for half
     * @param credibility as many deliveries at the rate of the wider party are added to a party's own
     */
    record Fading(double halfLife, double credibility) {

        private double weight(LocalDate known, LocalDate day) {
            return Math.exp(-Math.log(2) / halfLife * (day.toEpochDay() - known.toEpochDay()));
        }
    }

    /**
     * A delivery that came.
     *
     * @param parties whose it was, from the widest to the narrowest
     * @param known day on which it was known to have come
     * @param late whether it came after the day planned
     */
    record Came(List<String> parties, LocalDate known, boolean late) {

        Came {
            parties = List.copyOf(parties);
        }
    }

    /** Deliveries of a party in the order in which they became known: sums of weights as of one day that all share. */
    private static final class Past {

        private final long[] days;
        private final double[] late;
        private final double[] all;

        Past(List<Came> inOrder, Fading fading) {
            days = inOrder.stream()
                    .mapToLong(delivery -> delivery.known().toEpochDay())
                    .toArray();
            late = new double[days.length + 1];
            all = new double[days.length + 1];
            for (int i = 0; i < days.length; i++) {
                double weight = fading.weight(inOrder.get(i).known(), NEAR);
                late[i + 1] = late[i] + (inOrder.get(i).late() ? weight : 0);
                all[i + 1] = all[i] + weight;
            }
        }

        /** How many became known before a day. */
        int before(LocalDate day) {
            int found = Arrays.binarySearch(days, day.toEpochDay());
            if (found < 0) {
                return -found - 1;
            }
            while (found > 0 && days[found - 1] == days[found]) {
                found--;
            }
            return found;
        }
    }

    FadingLateRates(List<Came> deliveries, Fading fading) {
        this.fading = fading;
        List<Came> inOrder =
                deliveries.stream().sorted(Comparator.comparing(Came::known)).toList();
        all = new Past(inOrder, fading);
        Map<List<String>, List<Came>> byParty = new HashMap<>();
        for (Came delivery : inOrder) {
            for (int width = 1; width <= delivery.parties().size(); width++) {
                byParty.computeIfAbsent(delivery.parties().subList(0, width), added -> new ArrayList<>())
                        .add(delivery);
            }
        }
        byParty.forEach((party, its) -> records.put(party, new Past(its, fading)));
    }

    /** The late rate of parties, from the widest to the narrowest, by what was known before a day. */
    double of(List<String> parties, LocalDate day) {
        double rate = shrunk(all, day, PRIOR_RATE, PRIOR_DELIVERIES);
        for (int width = 1; width <= parties.size(); width++) {
            Past past = records.get(parties.subList(0, width));
            if (past != null) {
                rate = shrunk(past, day, rate, fading.credibility());
            }
        }
        return rate;
    }

    private double shrunk(Past past, LocalDate day, double wider, double credibility) {
        int known = past.before(day);
        double since = fading.weight(NEAR, day);
        return (past.late[known] * since + credibility * wider) / (past.all[known] * since + credibility);
    }
}
