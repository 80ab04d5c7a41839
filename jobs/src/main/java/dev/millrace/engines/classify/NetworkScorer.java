package dev.millrace.engines.classify;

/**
 * A multilayer perceptron with one hidden layer of sigmoids and two outputs, on standardised columns.
 *
 * @param means subtracted from the columns
 * @param deviations the columns are divided by
 * @param hidden weights of each hidden unit: one a column, then its bias
 * @param output weights of each output: one a hidden unit, then its bias
 */
@SuppressWarnings("ArrayRecordComponent") // read once a row: lists would box each number
public record NetworkScorer(double[] means, double[] deviations, double[][] hidden, double[][] output)
        implements Scorer {

    @Override
    public double logOdds(double... row) {
        double[] standard = new double[means.length];
        for (int i = 0; i < standard.length; i++) {
            standard[i] = (row[i] - means[i]) / deviations[i];
        }
        double[] units = new double[hidden.length];
        for (int unit = 0; unit < units.length; unit++) {
            units[unit] = Scorer.sigmoid(affine(hidden[unit], standard));
        }
        return affine(output[1], units) - affine(output[0], units);
    }

    private static double affine(double[] weights, double... inputs) {
        double sum = weights[inputs.length];
        for (int i = 0; i < inputs.length; i++) {
            sum += weights[i] * inputs[i];
        }
        return sum;
    }

    /** Puts the typical value in each column's place, one at a time. */
    @Override
    public double[] contributions(double[] row, double[] typical) {
        double whole = logOdds(row);
        double[] parts = new double[row.length];
        double[] changed = row.clone();
        for (int i = 0; i < row.length; i++) {
            if (row[i] != typical[i]) {
                changed[i] = typical[i];
                parts[i] = whole - logOdds(changed);
                changed[i] = row[i];
            }
        }
        return parts;
    }
}
