package dev.millrace.engines.lifetime;

import java.io.Serializable;
import java.util.List;
import org.apache.commons.math3.special.Gamma;

/**
 * Gamma-gamma as data has it.
 *
 * @param model the estimates
 * @param logLikelihood their log-likelihood
 * @param covariance covariance of the logarithms of p, q and gamma
 */
public record GammaGammaFit(GammaGamma model, double logLikelihood, double[][] covariance) implements Serializable {

    /** Logarithms of p, q and gamma. */
    private static final List<double[]> STARTS =
            List.of(new double[] {1.4, 1.1, -0.7}, new double[] {0, 1.6, 1.4}, new double[] {2.3, 1.4, -1.4});

    /**
     * Fits by maximum likelihood (Fader and Hardie 2013, equation 1a), over money in units of its mean, so that the currency does not
     * matter.
     *
     * @throws NotConvergedException when the likelihood has no maximum that determines the parameters, or the mean is infinite
     */
    static GammaGammaFit of(SpendHistories spend) {
        double unit = spend.meanValue();
        SpendHistories inUnits = spend.inUnitsOf(unit);
        MaximumLikelihood search = new MaximumLikelihood("gamma-gamma", logs -> logLikelihood(inUnits, logs));
        MaximumLikelihood.Maximum found = search.near(search.best(STARTS));
        GammaGamma model = model(found.logs());
        if (model.q() <= 1) {
            throw new NotConvergedException(
                    "Gamma-gamma finds no mean of what customers spend: a few spend so much that it is infinite (q "
                            + model.q() + ").");
        }
        return new GammaGammaFit(
                new GammaGamma(model.p(), model.q(), model.gamma() * unit),
                found.value() - spend.totalCustomers() * Math.log(unit),
                found.covariance());
    }

    private static GammaGamma model(double[] logs) {
        return new GammaGamma(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]));
    }

    private static double logLikelihood(SpendHistories spend, double[] logs) {
        GammaGamma model = model(logs);
        double ofAll = model.q() * Math.log(model.gamma()) - Gamma.logGamma(model.q());
        double sum = 0;
        double purchases = -1;
        double ofPurchases = 0;
        for (int i = 0; i < spend.size(); i++) {
            double px = model.p() * spend.purchases()[i];
            if (spend.purchases()[i] != purchases) {
                purchases = spend.purchases()[i];
                ofPurchases = Gamma.logGamma(px + model.q()) - Gamma.logGamma(px) + px * Math.log(purchases) + ofAll;
            }
            sum += spend.customers()[i]
                    * (ofPurchases
                            + (px - 1) * spend.meanLog()[i]
                            - (px + model.q()) * Math.log(model.gamma() + purchases * spend.mean()[i]));
        }
        return sum;
    }

    /** The standard error of p (0), q (1) or gamma (2), by the delta method. */
    public double standardError(int parameter) {
        double value =
                switch (parameter) {
                    case 0 -> model.p();
                    case 1 -> model.q();
                    case 2 -> model.gamma();
                    default -> throw new IllegalArgumentException("Gamma-gamma has three parameters.");
                };
        return value * Math.sqrt(covariance[parameter][parameter]);
    }
}
