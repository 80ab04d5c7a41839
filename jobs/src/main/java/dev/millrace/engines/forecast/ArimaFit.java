package dev.millrace.engines.forecast;

/**
 * One order, fitted to what is left of a series after differencing.
 *
 * @param order the order
 * @param coefficients its coefficients
 * @param mean of what is left; 0 without a constant
 * @param logLikelihood of what is left
 * @param variance of the error, without bias: one degree of freedom less for each coefficient and the constant
 * @param criterion Akaike's criterion, corrected for few values; infinite where there are too few
 */
record ArimaFit(
        ArimaOrder order,
        ArmaCoefficients coefficients,
        double mean,
        double logLikelihood,
        double variance,
        double criterion) {

    private static final double TOLERANCE = 1e-5;
    private static final double QUICK_TOLERANCE = 1e-4;
    private static final double NEAR = 0.1;

    /** Fits an order to what is left of a series after its differences: at least one value more than it has coefficients. */
    static ArimaFit of(ArimaOrder order, double... left) {
        return of(order, TOLERANCE, TOLERANCE, left);
    }

    /** Much the same in half the time, to choose among orders. */
    static ArimaFit quick(ArimaOrder order, double... left) {
        return of(order, NEAR, QUICK_TOLERANCE, left);
    }

    private static ArimaFit of(ArimaOrder order, double near, double tolerance, double... left) {
        ArimaSummit summit = new ArimaSummit(order, left);
        double[] partial = summit.find(near, tolerance);
        int values = left.length;
        double twice = summit.target(partial) + values * (Math.log(2 * Math.PI / values) + 1);
        ArmaLikelihood likelihood = summit.likelihood();
        int parameters = order.parameters();
        int room = values - parameters - 1;
        return new ArimaFit(
                order,
                ArmaCoefficients.of(order, partial),
                likelihood.mean(),
                -twice / 2,
                likelihood.squares() / (values - parameters + 1),
                room > 0 ? twice + 2.0 * parameters * values / room : Double.POSITIVE_INFINITY);
    }
}
