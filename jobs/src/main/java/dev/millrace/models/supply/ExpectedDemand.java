package dev.millrace.models.supply;

import dev.millrace.engines.inventory.PathDemand;
import java.util.Arrays;
import java.util.Set;

/**
 * A published forecast as demand that stock is planned by.
 *
 * @param expected units of each day ahead, as forecast; at least one
 * @param path the same, as far as the plan looks
 * @param relativeErrors deviation of the sum of so many days, as a share of it, from 0 days on
 */
record ExpectedDemand(double[] expected, double[] path, double[] relativeErrors) {

    /**
     * Looks so many days ahead. What lies beyond the forecast is its mean, with errors in proportion: those of days hang together, so
     * that this is on the safe side. Where no errors are known, they are those of Poisson demand, the least that demand varies by.
     *
     * @param totalDeviation standard deviation of the sum up to each day; null where it is not known
     * @param days that the plan looks ahead
     * @param planned of them, those that stock is planned for; beyond, only what spoils is looked at
     * @param assumed gathers the names of what stood in
     */
    static ExpectedDemand of(double[] expected, Double[] totalDeviation, int days, int planned, Set<String> assumed) {
        double mean = Arrays.stream(expected).average().orElseThrow();
        double[] path = new double[days];
        double[] errors = new double[days + 1];
        double sum = 0;
        for (int day = 0; day < days; day++) {
            path[day] = day < expected.length ? expected[day] : mean;
            sum += path[day];
            if (day >= expected.length) {
                errors[day + 1] = errors[day];
            } else if (sum > 0) {
                errors[day + 1] = (totalDeviation[day] == null ? Math.sqrt(sum) : totalDeviation[day]) / sum;
            }
        }
        if (planned > expected.length) {
            assumed.add("forecast_extended");
        }
        if (mean > 0 && Arrays.stream(totalDeviation).anyMatch(each -> each == null)) {
            assumed.add("poisson_errors");
        }
        return new ExpectedDemand(expected, path, errors);
    }

    /** Units expected a day, in the mean of what is forecast. */
    double daily() {
        return Arrays.stream(expected).average().orElseThrow();
    }

    /**
     * The demand with so many days from order to delivery, each as likely as another. A plan divides by the demand of a review period;
     * where none is expected in it, though there is in others, demand is spread evenly.
     *
     * @param assumed gathers the names of what stood in
     */
    PathDemand over(int[] leadTimes, int review, Set<String> assumed) {
        PathDemand demand = new PathDemand(path, relativeErrors, leadTimes);
        if (demand.mean() == 0 || demand.over(review).mean() > 0) {
            return demand;
        }
        assumed.add("demand_levelled");
        double[] level = new double[path.length];
        Arrays.fill(level, demand.mean());
        return new PathDemand(level, relativeErrors, leadTimes);
    }

    /** In how many days from now so many units are expected to be gone; 0 where they are on the first, -1 where not while it is forecast. */
    int daysUntilGone(double units) {
        double left = units;
        for (int day = 0; day < expected.length; day++) {
            left -= expected[day];
            if (left < 0) {
                return day;
            }
        }
        return -1;
    }
}
