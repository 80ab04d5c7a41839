package dev.millrace.engines.lifetime;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;

/**
 * BG/NBD as data has it.
 *
 * @param model the estimates
 * @param logLikelihood their log-likelihood
 * @param covariance covariance of the logarithms of r, alpha, a and b
 * @param customers how many customers the data has
 */
public record BgNbdFit(BgNbd model, double logLikelihood, double[][] covariance, long customers)
        implements Serializable {

    private static final int FEW_ENOUGH_FOR_MANY_STARTS = 5_000;

    /**
     * Fits by maximum likelihood: from several starts on few histories that stand for all, from there on all.
     *
     * @throws NotConvergedException when the likelihood has no maximum that determines the parameters
     */
    public static BgNbdFit of(PurchaseHistories histories) {
        double[] near = new MaximumLikelihood(
                        "BG/NBD", new BgNbdLikelihood(histories.coarsened(FEW_ENOUGH_FOR_MANY_STARTS)))
                .best(starts(histories.meanAge()));
        return from(near, histories);
    }

    /**
     * The same for data that hardly differs, such as a sample of the same customers: from one start, the parameters found before.
     *
     * @throws NotConvergedException when the likelihood has no maximum that determines the parameters
     */
    public BgNbdFit again(PurchaseHistories histories) {
        double[] logs = {Math.log(model.r()), Math.log(model.alpha()), Math.log(model.a()), Math.log(model.b())};
        return from(logs, histories);
    }

    private static BgNbdFit from(double[] near, PurchaseHistories histories) {
        MaximumLikelihood.Maximum found = new MaximumLikelihood("BG/NBD", new BgNbdLikelihood(histories)).near(near);
        double[] logs = found.logs();
        return new BgNbdFit(
                new BgNbd(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3])),
                found.value(),
                found.covariance(),
                Math.round(histories.totalCustomers()));
    }

    /** r, alpha, a, b; alpha in proportion to the time that was observed, so that the unit of time does not matter. */
    private static List<double[]> starts(double meanAge) {
        return Stream.of(
                        new double[] {1, meanAge / 3, 1, 1},
                        new double[] {0.2, meanAge / 8, 0.5, 3},
                        new double[] {2, meanAge, 0.2, 2},
                        new double[] {0.5, meanAge / 20, 2, 8})
                .map(start -> Stream.of(start[0], start[1], start[2], start[3])
                        .mapToDouble(Math::log)
                        .toArray())
                .toList();
    }

    /** The standard error of r (0), alpha (1), a (2) or b (3), by the delta method. */
    public double standardError(int parameter) {
        double value =
                switch (parameter) {
                    case 0 -> model.r();
                    case 1 -> model.alpha();
                    case 2 -> model.a();
                    case 3 -> model.b();
                    default -> throw new IllegalArgumentException("BG/NBD has four parameters.");
                };
        return value * Math.sqrt(covariance[parameter][parameter]);
    }
}
