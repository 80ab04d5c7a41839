package dev.millrace.evaluate;

import dev.millrace.engines.inventory.DaysOfCover;
import dev.millrace.engines.inventory.LeadTimes;
import dev.millrace.engines.inventory.OrderTerms;
import dev.millrace.engines.inventory.Replay;
import dev.millrace.engines.inventory.ReplayCosts;
import dev.millrace.engines.inventory.ReplayItem;
import dev.millrace.engines.inventory.ReplayPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A year in which a policy keeps the stock of every series, from the same opening stock and with the same lead times for each policy.
 *
 * @param series units asked for on each day, to the year's last
 * @param firstDay the year's first day; days before it are only looked back at
 * @param terms how orders come
 * @param costs in money
 */
record StockTrial(List<double[]> series, int firstDay, Terms terms, ReplayCosts costs) {

    private static final int OPENING_LOOKBACK = 28;

    /**
     * How orders come.
     *
     * @param review days between reviews
     * @param leadTimes days, each as likely as another
     * @param seed of the lead times drawn
     */
    record Terms(int review, int[] leadTimes, long seed) {

        /** The same with so many days between reviews. */
        Terms every(int days) {
            return new Terms(days, leadTimes, seed);
        }

        /** Days that one order has to last for at the most. */
        int longestSpan() {
            return review + Arrays.stream(leadTimes).max().orElseThrow();
        }
    }

    StockTrial {
        series = List.copyOf(series);
    }

    /** Makes the policy of one series. */
    interface PolicyOf {
        ReplayPolicy from(int item, double[] before);
    }

    /** The year's outcome; each series has a policy of its own, made from the days before the year. */
    AssortmentOutcome replay(ReplayItem.Unmet unmet, PolicyOf policyOf) {
        return AssortmentOutcome.of(IntStream.range(0, series.size())
                .parallel()
                .mapToObj(i -> Replay.of(item(i, unmet), policyOf.from(i, Arrays.copyOf(series.get(i), firstDay))))
                .toList());
    }

    /** What lies before the year, series by series. */
    Stream<double[]> before() {
        return series.stream().map(units -> Arrays.copyOf(units, firstDay));
    }

    /** The year's outcome with so many days of the mean demand of late on hand and on order, back orders served. */
    AssortmentOutcome cover(double days, int lookback) {
        return replay(ReplayItem.Unmet.OWED, (item, before) -> new DaysOfCover(days, lookback, terms.review(), 1));
    }

    private ReplayItem item(int i, ReplayItem.Unmet unmet) {
        double[] demand = series.get(i);
        double mean = Arrays.stream(demand, Math.max(0, firstDay - OPENING_LOOKBACK), firstDay)
                .average()
                .orElse(0);
        return new ReplayItem(
                demand,
                firstDay,
                Math.ceil(mean * terms.longestSpan()),
                OrderTerms.LASTING,
                LeadTimes.drawn(terms.seed() + 1_000_003L * i, terms.leadTimes()),
                unmet,
                costs);
    }
}
