package dev.millrace.engines.forecast;

/**
 * Partial autocorrelations of an autoregressive process and its coefficients, each from the other by the recursion of Durbin and
 * Levinson. A process is stationary where all of these lie between -1 and 1, whatever their number (Barndorff-Nielsen and Schou, "On
 * the parametrization of autoregressive models by partial autocorrelations", Journal of Multivariate Analysis 3, 1973; Monahan, "A
 * note on enforcing stationarity in autoregressive-moving average models", Biometrika 71, 1984): a search within bounds can have no
 * others.
 */
final class PartialAutocorrelations {

    private PartialAutocorrelations() {}

    /** The coefficients that belong to so many partial autocorrelations. */
    static double[] coefficients(double[] partial, int from, int count) {
        double[] coefficients = new double[count];
        double[] before = new double[count];
        for (int order = 0; order < count; order++) {
            double next = partial[from + order];
            System.arraycopy(coefficients, 0, before, 0, order);
            for (int j = 0; j < order; j++) {
                coefficients[j] = before[j] - next * before[order - 1 - j];
            }
            coefficients[order] = next;
        }
        return coefficients;
    }

    /**
     * The coefficients of all lower orders: row m has the m + 1 coefficients of order m + 1, of which the last is the partial
     * autocorrelation; null where the process is not stationary.
     */
    static double[][] orders(double[] coefficients) {
        int count = coefficients.length;
        double[][] rows = new double[count][];
        if (count > 0) {
            rows[count - 1] = coefficients;
        }
        for (int m = count - 1; m >= 0; m--) {
            double[] row = rows[m];
            double last = row[m];
            if (!(Math.abs(last) < 1)) {
                return null;
            }
            if (m > 0) {
                double rest = 1 - last * last;
                double[] lower = new double[m];
                for (int j = 0; j < m; j++) {
                    lower[j] = (row[j] + last * row[m - 1 - j]) / rest;
                }
                rows[m - 1] = lower;
            }
        }
        return rows;
    }

    /**
     * Whether all roots of 1 - c1 z - c2 z² - … are further from 0 than a radius.
     *
     * @param lag the power of z that the coefficients are those of
     */
    static boolean rootsBeyond(double radius, double[] coefficients, int lag) {
        double[] scaled = new double[coefficients.length];
        double scale = Math.pow(radius, lag);
        double power = scale;
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = coefficients[i] * power;
            power *= scale;
        }
        return orders(scaled) != null;
    }
}
