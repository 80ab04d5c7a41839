package dev.millrace.engines.lifetime;

/**
 * How many purchases a new customer makes after the first: Fader, Hardie and Lee (2005), equation 8, number by number.
 */
final class PurchaseDistribution {

    private static final int MOST_PURCHASES = 100_000;

    private final BgNbd model;
    private final double share;
    private int purchases;
    private double logOfPoissonMixture;
    private double ofPoissonMixtureBelow;
    private double goesOn = 1;
    private double stopsNow;

    /**
     * At no purchase.
     *
     * @param time how long is counted
     */
    PurchaseDistribution(BgNbd model, double time) {
        this.model = model;
        this.share = time / (model.alpha() + time);
        this.logOfPoissonMixture = model.r() * (Math.log(model.alpha()) - Math.log(model.alpha() + time));
    }

    /** The probability of the number of purchases that it stands at. */
    double probability() {
        double stopped = stopsNow * Math.max(0, 1 - ofPoissonMixtureBelow);
        return goesOn * Math.exp(logOfPoissonMixture) + stopped;
    }

    /** Goes on to one purchase more. */
    void next() {
        double a = model.a();
        double b = model.b();
        ofPoissonMixtureBelow += Math.exp(logOfPoissonMixture);
        logOfPoissonMixture += Math.log((model.r() + purchases) / (purchases + 1) * share);
        stopsNow = purchases == 0 ? a / (a + b) : stopsNow * (b + purchases - 1) / (a + b + purchases);
        goesOn *= (b + purchases) / (a + b + purchases);
        purchases++;
    }

    /** The least number that is not exceeded with a probability, where only some of such customers are active at all. */
    int quantile(double probability, double active) {
        double reached = 1 - active;
        while (purchases < MOST_PURCHASES) {
            reached += active * probability();
            if (reached >= probability) {
                return purchases;
            }
            next();
        }
        return MOST_PURCHASES;
    }
}
