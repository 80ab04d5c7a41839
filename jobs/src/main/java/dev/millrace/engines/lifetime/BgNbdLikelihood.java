package dev.millrace.engines.lifetime;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.special.Gamma;

/**
 * The log-likelihood of BG/NBD (Fader, Hardie and Lee 2005, equation 7) as a function of the logarithms of r, alpha, a and b. What
 * depends on x alone is computed once for each x; the rest in pieces that several cores take and that are added in order, so that
 * the sum is the same on every machine.
 */
final class BgNbdLikelihood implements ToDoubleFunction<double[]> {

    private static final int PIECE = 8_192;

    private final PurchaseHistories histories;
    private final double[] distinctX;
    private final int[] indexOfX;

    BgNbdLikelihood(PurchaseHistories histories) {
        this.histories = histories;
        this.distinctX = Arrays.stream(histories.x()).sorted().distinct().toArray();
        this.indexOfX = Arrays.stream(histories.x())
                .mapToInt(x -> Arrays.binarySearch(distinctX, x))
                .toArray();
    }

    @Override
    public double applyAsDouble(double[] logs) {
        BgNbd model = new BgNbd(Math.exp(logs[0]), Math.exp(logs[1]), Math.exp(logs[2]), Math.exp(logs[3]));
        double[] ofX = Arrays.stream(distinctX).map(x -> ofX(model, x)).toArray();
        int pieces = (histories.size() + PIECE - 1) / PIECE;
        double[] sums = new double[pieces];
        IntStream.range(0, pieces).parallel().forEach(piece -> sums[piece] = piece(model, ofX, piece * PIECE));
        return Arrays.stream(sums).sum();
    }

    private static double ofX(BgNbd model, double x) {
        double r = model.r();
        double a = model.a();
        double b = model.b();
        return Gamma.logGamma(r + x)
                - Gamma.logGamma(r)
                + r * Math.log(model.alpha())
                + Gamma.logGamma(a + b)
                + Gamma.logGamma(b + x)
                - Gamma.logGamma(b)
                - Gamma.logGamma(a + b + x);
    }

    private double piece(BgNbd model, double[] ofX, int first) {
        int end = Math.min(first + PIECE, histories.size());
        double sum = 0;
        for (int i = first; i < end; i++) {
            double x = histories.x()[i];
            double logAge = Math.log(model.alpha() + histories.age()[i]);
            double one = ofX[indexOfX[i]] - (model.r() + x) * logAge;
            if (x > 0) {
                double odds = Math.log(model.a() / (model.b() + x - 1))
                        + (model.r() + x)
                                * (logAge - Math.log(model.alpha() + histories.recency()[i]));
                one += BgNbd.softPlus(odds);
            }
            sum += histories.customers()[i] * one;
        }
        return sum;
    }
}
