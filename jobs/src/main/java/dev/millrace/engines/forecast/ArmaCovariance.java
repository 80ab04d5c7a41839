package dev.millrace.engines.forecast;

/**
 * Autocovariances of an ARMA process whose errors have variance 1: those of its autoregressive part by the recursion of Durbin and
 * Levinson, backwards, and of these a weighted sum (Brockwell and Davis, "Time Series: Theory and Methods", 1991, sections 3.3 and
 * 5.2). That takes a few hundred operations where solving for all covariances of the states takes a hundred thousand.
 */
final class ArmaCovariance {

    private ArmaCovariance() {}

    /**
     * Autocovariances at lag 0 and up to another.
     *
     * @param phi by what past values count
     * @param loading 1 and by what past errors count
     * @return the autocovariances; null where the process is not stationary
     */
    static double[] of(double[] phi, double[] loading, int upTo) {
        int last = loading.length - 1;
        double[] autoregressive = autoregressive(phi, upTo + last);
        if (autoregressive == null) {
            return null;
        }
        double[] products = new double[last + 1];
        for (int lag = 0; lag <= last; lag++) {
            for (int i = 0; i + lag <= last; i++) {
                products[lag] += loading[i] * loading[i + lag];
            }
        }
        double[] covariance = new double[upTo + 1];
        for (int k = 0; k <= upTo; k++) {
            double sum = products[0] * autoregressive[k];
            for (int lag = 1; lag <= last; lag++) {
                sum += products[lag] * (autoregressive[Math.abs(k - lag)] + autoregressive[k + lag]);
            }
            covariance[k] = sum;
        }
        return covariance;
    }

    private static double[] autoregressive(double[] phi, int upTo) {
        double[][] orders = PartialAutocorrelations.orders(phi);
        if (orders == null) {
            return null;
        }
        double variance = 1;
        for (int m = 0; m < phi.length; m++) {
            variance /= 1 - orders[m][m] * orders[m][m];
        }
        double[] covariance = new double[upTo + 1];
        covariance[0] = variance;
        for (int k = 1; k <= upTo; k++) {
            boolean within = k <= phi.length;
            double[] weights = within ? orders[k - 1] : phi;
            double sum = within ? weights[k - 1] * variance : 0;
            // Of an order below the last, the weights of the order before it and its own partial autocorrelation.
            double[] before = within && k > 1 ? orders[k - 2] : within ? new double[0] : phi;
            for (int j = 1; j <= before.length; j++) {
                sum += before[j - 1] * covariance[k - j];
            }
            covariance[k] = sum;
            variance *= within ? 1 - weights[k - 1] * weights[k - 1] : 1;
        }
        return covariance;
    }
}
