package dev.millrace.engines.lifetime;

import java.io.Serializable;

/**
 * What a fitted BG/NBD expects of customers with one history over a horizon.
 *
 * @param fit the model, in units of {@link LifetimeFits#DAYS_A_UNIT} days
 * @param horizon how far ahead
 */
public record PurchaseForecast(BgNbdFit fit, Horizon horizon) implements Serializable {

    private static final double LOG_STEP = 1e-4;
    private static final double TAIL = 0.025;

    private double time() {
        return horizon.days() / LifetimeFits.DAYS_A_UNIT;
    }

    /** The probability that such a customer still buys. */
    public double probabilityAlive(int x, int recencyDays, int ageDays) {
        return fit.model().probabilityAlive(x, units(recencyDays), units(ageDays));
    }

    /** The expected purchases over the horizon. */
    public double expectedPurchases(int x, int recencyDays, int ageDays) {
        return fit.model().expectedPurchases(time(), x, units(recencyDays), units(ageDays));
    }

    /** The expected purchases over the horizon, each times what its money is worth now. */
    public double discountedPurchases(int x, int recencyDays, int ageDays) {
        BgNbd model = fit.model();
        return model.probabilityAlive(x, units(recencyDays), units(ageDays))
                * horizon.discounted(day -> model.expectedWhileAlive(x, units(ageDays), units(day)));
    }

    /** The standard error of the expected purchases that comes of the parameters being estimates, by the delta method. */
    public double standardError(int x, int recencyDays, int ageDays) {
        BgNbd model = fit.model();
        double[] parameters = {model.r(), model.alpha(), model.a(), model.b()};
        double here = expectedPurchases(x, recencyDays, ageDays);
        double[] slope = new double[parameters.length];
        for (int i = 0; i < parameters.length; i++) {
            double[] moved = parameters.clone();
            moved[i] *= Math.exp(LOG_STEP);
            double there = new BgNbd(moved[0], moved[1], moved[2], moved[3])
                    .expectedPurchases(time(), x, units(recencyDays), units(ageDays));
            slope[i] = (there - here) / LOG_STEP;
        }
        return Math.sqrt(Math.max(0, MaximumLikelihood.quadraticForm(slope, fit.covariance())));
    }

    /** What at most 2.5 % of such customers stay below: an interval of prediction for one customer, parameters taken as known. */
    public int low(int x, int recencyDays, int ageDays) {
        return fit.model().purchaseQuantile(TAIL, time(), x, units(recencyDays), units(ageDays));
    }

    /** What at most 2.5 % of such customers exceed. */
    public int high(int x, int recencyDays, int ageDays) {
        return fit.model().purchaseQuantile(1 - TAIL, time(), x, units(recencyDays), units(ageDays));
    }

    private static double units(double days) {
        return days / LifetimeFits.DAYS_A_UNIT;
    }
}
