package dev.millrace.engines.classify;

/**
 * A logistic regression.
 *
 * @param intercept log-odds where all columns are 0
 * @param weights log-odds for one unit of each column
 */
@SuppressWarnings("ArrayRecordComponent") // read once a row: a list would box each number
public record LinearScorer(double intercept, double[] weights) implements Scorer {

    @Override
    public double logOdds(double... row) {
        double sum = intercept;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * row[i];
        }
        return sum;
    }

    @Override
    public double[] contributions(double[] row, double[] typical) {
        double[] parts = new double[row.length];
        for (int i = 0; i < weights.length; i++) {
            parts[i] = weights[i] * (row[i] - typical[i]);
        }
        return parts;
    }
}
