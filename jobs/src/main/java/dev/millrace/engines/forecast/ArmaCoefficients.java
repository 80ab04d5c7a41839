package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * The coefficients of a seasonal ARMA model, with signs as in R: y(t) = ar y(t-1) + … + e(t) + ma e(t-1) + …
 *
 * @param ar of past values
 * @param ma of past errors
 * @param seasonalAr of past seasons' values
 * @param seasonalMa of past seasons' errors
 * @param period how many values a season has
 */
record ArmaCoefficients(double[] ar, double[] ma, double[] seasonalAr, double[] seasonalMa, int period) {

    /** How near to 1 a root may be: as in R's {@code auto.arima}. */
    private static final double LEAST_ROOT = 1.01;

    /** From partial autocorrelations of the four parts, one after the other. */
    static ArmaCoefficients of(ArimaOrder order, double[] partial) {
        int p = order.ar();
        int q = order.ma();
        int seasonalP = order.seasonalAr();
        return new ArmaCoefficients(
                PartialAutocorrelations.coefficients(partial, 0, p),
                negative(PartialAutocorrelations.coefficients(partial, p, q)),
                PartialAutocorrelations.coefficients(partial, p + q, seasonalP),
                negative(PartialAutocorrelations.coefficients(partial, p + q + seasonalP, order.seasonalMa())),
                order.period());
    }

    private static double[] negative(double[] values) {
        return Arrays.stream(values).map(value -> -value).toArray();
    }

    /** By what past values count when both parts are multiplied out, that of the last value first. */
    double[] phi() {
        return product(ar, seasonalAr, -1);
    }

    /** By what past errors count when both parts are multiplied out, that of the last error first. */
    double[] theta() {
        return product(ma, seasonalMa, 1);
    }

    private double[] product(double[] near, double[] seasonal, int sign) {
        double[] product = Arrays.copyOf(near, near.length + period * seasonal.length);
        for (int s = 0; s < seasonal.length; s++) {
            int season = (s + 1) * period;
            product[season - 1] += seasonal[s];
            for (int i = 0; i < near.length; i++) {
                product[season + i] += sign * seasonal[s] * near[i];
            }
        }
        return product;
    }

    /**
     * Whether the model can be told from one with a difference more, as its past values have no root near 1, and from noise that was
     * differenced too often, as its past errors have none either, but for one that undoes a difference: trend or season then never
     * change, which is a model of its own.
     */
    boolean distinct(ArimaOrder order) {
        return PartialAutocorrelations.rootsBeyond(LEAST_ROOT, ar, 1)
                && PartialAutocorrelations.rootsBeyond(LEAST_ROOT, seasonalAr, period)
                && distinct(negative(ma), order.differences(), 1)
                && distinct(negative(seasonalMa), order.seasonalDifferences(), period);
    }

    private static boolean distinct(double[] errors, int differences, int lag) {
        return PartialAutocorrelations.rootsBeyond(LEAST_ROOT, errors, lag)
                || (differences > 0 && undoesOneDifference(errors, lag));
    }

    /** Whether 1 - c1 z - c2 z² - … has a root near 1, and no other near 0. */
    private static boolean undoesOneDifference(double[] coefficients, int lag) {
        double[] left = new double[coefficients.length - 1];
        double sum = -1;
        double atOne = 1;
        for (int i = 0; i < left.length; i++) {
            sum += coefficients[i];
            left[i] = sum;
            atOne -= sum;
        }
        // Divided by 1 - z, it is 1 - left1 z - left2 z² - …, but for what it is at 1.
        double rest = -(sum + coefficients[left.length]);
        return Math.abs(rest) <= (1 - Math.pow(LEAST_ROOT, -lag)) * Math.abs(atOne)
                && PartialAutocorrelations.rootsBeyond(LEAST_ROOT, left, lag);
    }

    /** For people, such as {@code  ar 0.53 -0.20 ma 0.41}. */
    @Override
    public String toString() {
        return named("ar", ar) + named("ma", ma) + named("seasonal ar", seasonalAr) + named("seasonal ma", seasonalMa);
    }

    private static String named(String name, double[] values) {
        return values.length == 0
                ? ""
                : Arrays.stream(values)
                        .mapToObj(value -> String.format(Locale.ROOT, " %.4f", value))
                        .collect(Collectors.joining("", " " + name, ""));
    }
}
