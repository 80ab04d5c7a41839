package dev.millrace.engines.materials;

import java.util.List;

/**
 * How well a supplier delivers. Source of the measures: Chopra and Meindl, "Supply Chain Management", 6th ed. (2016).
 *
 * @param deliveries counted
 * @param onTime the share that came no later than promised, with its interval
 * @param onTimeInFull the share that also came complete and good, with its interval
 * @param meanDelay days after the promised day, early ones counted below 0
 * @param delayDeviation sample deviation of that, in days; NaN of a single delivery
 * @param leadTimeVariation coefficient of variation of days from order to receipt; NaN of a single delivery or where all came at once
 * @param quantityAccuracy 1 less the units that came too many or too few, as a share of those ordered; 0 at the least
 * @param quality the share of received units that were good; NaN where none came
 */
public record SupplierScorecard(
        int deliveries,
        WilsonInterval onTime,
        WilsonInterval onTimeInFull,
        double meanDelay,
        double delayDeviation,
        double leadTimeVariation,
        double quantityAccuracy,
        double quality) {

    /**
     * Sums up deliveries.
     *
     * @param grace days after the promised day that still count as on time, 0 or more
     * @throws IllegalArgumentException where there is no delivery
     */
    public static SupplierScorecard of(List<Delivery> deliveries, double grace) {
        if (deliveries.isEmpty() || !(grace >= 0)) {
            throw new IllegalArgumentException("A scorecard of " + deliveries.size() + " deliveries with " + grace
                    + " days of grace was asked for; it needs one delivery at least, and grace from 0.");
        }
        double[] delays = deliveries.stream().mapToDouble(Delivery::delay).toArray();
        double[] leadTimes = deliveries.stream().mapToDouble(Delivery::actual).toArray();
        int onTime = (int) deliveries.stream().filter(d -> d.delay() <= grace).count();
        int inFull = (int) deliveries.stream()
                .filter(d -> d.delay() <= grace && d.received() - d.rejected() >= d.ordered())
                .count();
        double ordered = deliveries.stream().mapToDouble(Delivery::ordered).sum();
        double received = deliveries.stream().mapToDouble(Delivery::received).sum();
        double rejected = deliveries.stream().mapToDouble(Delivery::rejected).sum();
        double wrong = deliveries.stream()
                .mapToDouble(d -> Math.abs(d.received() - d.ordered()))
                .sum();
        return new SupplierScorecard(
                delays.length,
                WilsonInterval.of(onTime, delays.length),
                WilsonInterval.of(inFull, delays.length),
                Moments.mean(delays),
                Moments.deviation(delays),
                Moments.deviation(leadTimes) / Moments.mean(leadTimes),
                Math.max(0, 1 - wrong / ordered),
                (received - rejected) / received);
    }
}
