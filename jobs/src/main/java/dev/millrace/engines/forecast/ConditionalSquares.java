package dev.millrace.engines.forecast;

/**
 * The sum of squared errors of an ARMA model, given the first values and that the errors of these are 0: Box and Jenkins, "Time Series
 * Analysis: Forecasting and Control" (1970), section 7.1.2. Where it is least is near where the likelihood is greatest.
 */
final class ConditionalSquares {

    private final double[] values;
    private final boolean withMean;
    private final double[] errors;
    private final double[] errorsOfMean;

    /**
     * Of a series.
     *
     * @param withMean whether it has a mean; else that is 0
     */
    ConditionalSquares(double[] values, boolean withMean) {
        this.values = values;
        this.withMean = withMean;
        errors = new double[values.length];
        errorsOfMean = new double[values.length];
    }

    /** The sum, with the mean that makes it least. */
    double of(double[] phi, double[] theta) {
        double squares = 0;
        double both = 0;
        double ofMeans = 0;
        for (int t = phi.length; t < values.length; t++) {
            double error = values[t];
            double ofMean = 1;
            for (int i = 0; i < phi.length; i++) {
                error -= phi[i] * values[t - 1 - i];
                ofMean -= phi[i];
            }
            int known = Math.min(theta.length, t - phi.length);
            for (int j = 0; j < known; j++) {
                error -= theta[j] * errors[t - 1 - j];
                ofMean -= theta[j] * errorsOfMean[t - 1 - j];
            }
            errors[t] = error;
            errorsOfMean[t] = ofMean;
            squares += error * error;
            both += error * ofMean;
            ofMeans += ofMean * ofMean;
        }
        return withMean && ofMeans > 0 ? squares - both * both / ofMeans : squares;
    }
}
