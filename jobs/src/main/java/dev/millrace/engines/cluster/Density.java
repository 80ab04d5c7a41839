package dev.millrace.engines.cluster;

/**
 * A {@link Component} in arrays, for a search, which asks for scores millions of times.
 *
 * @param mean its centre
 * @param precision the inverse of its covariance, row by row
 * @param offset log of its weight less half the log of its covariance's determinant
 */
record Density(double[] mean, double[] precision, double offset) {

    /** Log density at a point times the weight, up to what all clusters have in common. */
    double score(double... point) {
        double squared = 0;
        for (int c = 0; c < mean.length; c++) {
            double product = 0;
            for (int d = 0; d < mean.length; d++) {
                product += precision[c * mean.length + d] * (point[d] - mean[d]);
            }
            squared += product * (point[c] - mean[c]);
        }
        return offset - squared / 2;
    }
}
