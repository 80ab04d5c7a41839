package dev.millrace.engines.materials;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/**
 * Lead times or delays of suppliers, those with few deliveries drawn towards all. A supplier with n deliveries has weight n / (n + k),
 * where k is the variance within suppliers over that between them: Bühlmann, "Experience rating and credibility", ASTIN Bulletin 4
 * (1967), with the estimators of Bühlmann and Straub for unequal numbers. Mean and variance are weighted so, and quantiles each by
 * itself (Vincent's averaging: Ratcliff, Psychological Bulletin 86, 1979).
 */
public final class SupplierDays {

    private final Map<String, double[]> bySupplier = new TreeMap<>();
    private final double[] all;
    private final double credibility;

    /**
     * Keeps copies.
     *
     * @param days of each delivery by supplier, such as lead times or delays; a supplier may have none
     * @throws IllegalArgumentException where there is no delivery at all, or a value is not a number
     */
    public SupplierDays(Map<String, double[]> days) {
        days.forEach((supplier, values) -> {
            for (double value : values) {
                if (!Double.isFinite(value)) {
                    throw new IllegalArgumentException("A delivery of " + supplier + " took " + value
                            + " days; leave out deliveries whose days are not known.");
                }
            }
            bySupplier.put(supplier, values.clone());
        });
        all = bySupplier.values().stream()
                .flatMapToDouble(Arrays::stream)
                .sorted()
                .toArray();
        if (all.length == 0) {
            throw new IllegalArgumentException(
                    "No supplier has a delivery, so that nothing can be expected of any; take the promised lead times.");
        }
        bySupplier.values().forEach(Arrays::sort);
        credibility = needed();
    }

    /** How many deliveries of its own a supplier needs to count for half; infinite where suppliers do not differ beyond chance. */
    public double credibility() {
        return credibility;
    }

    private double needed() {
        double within = 0;
        double between = 0;
        double squaredSizes = 0;
        int suppliers = 0;
        double overall = Moments.mean(all);
        for (double[] own : bySupplier.values()) {
            if (own.length > 0) {
                double apart = Moments.mean(own) - overall;
                within += Moments.squares(own);
                between += own.length * apart * apart;
                squaredSizes += (double) own.length * own.length;
                suppliers++;
            }
        }
        double freedom = all.length - suppliers;
        if (suppliers < 2 || freedom < 1) {
            return Double.POSITIVE_INFINITY;
        }
        double variance = within / freedom;
        double spread = (between - (suppliers - 1) * variance) / (all.length - squaredSizes / all.length);
        return spread > 0 ? variance / spread : Double.POSITIVE_INFINITY;
    }

    /**
     * What to expect of a supplier; of one without deliveries, what to expect of all.
     *
     * @param probabilities of the quantiles, from 0 to 1
     * @throws IllegalArgumentException where a probability lies outside
     */
    public LeadTimeEstimate of(String supplier, double... probabilities) {
        double[] own = bySupplier.getOrDefault(supplier, new double[0]);
        double weight = own.length == 0 ? 0 : own.length / (own.length + credibility);
        double[] quantiles = new double[probabilities.length];
        for (int i = 0; i < quantiles.length; i++) {
            double ofAll = quantile(all, probabilities[i]);
            quantiles[i] = weight > 0 ? weight * quantile(own, probabilities[i]) + (1 - weight) * ofAll : ofAll;
        }
        double mean = weight > 0 ? weight * Moments.mean(own) + (1 - weight) * Moments.mean(all) : Moments.mean(all);
        return new LeadTimeEstimate(own.length, weight, mean, deviation(own, weight), quantiles);
    }

    private double deviation(double[] own, double weight) {
        double ofAll = Moments.squares(all) / Math.max(1, all.length - 1);
        double ofOwn = own.length > 1 ? Moments.squares(own) / (own.length - 1) : ofAll;
        return Math.sqrt(weight * ofOwn + (1 - weight) * ofAll);
    }

    /** Hyndman and Fan's type 7, as most programs have it. */
    private static double quantile(double[] sorted, double probability) {
        if (!(probability >= 0 && probability <= 1)) {
            throw new IllegalArgumentException(
                    "A quantile of " + probability + " was asked for; give shares from 0 to 1.");
        }
        double place = probability * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(sorted.length - 1, below + 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
