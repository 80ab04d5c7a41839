package dev.millrace.engines.forecast;

import java.util.Arrays;

/**
 * A series on its way through the equations of Teunter, Syntetos and Babai (2011), and the squares of its one-step errors as a
 * function of both smoothing parameters: that of sizes, then that of the probability. Squares are counted in units of the series'
 * own, from the period after the first demand.
 */
final class TsbPath implements SmoothFunction {

    private final double[] values;
    private final double unit;
    final double[] fitted;
    double probability;
    double size;
    private double bySizeAlpha;
    private double byProbabilityAlpha;

    /**
     * Room for a series with demand.
     *
     * @param values the series
     * @param demands its demands, at least one
     */
    TsbPath(double[] values, Demands demands) {
        this.values = values;
        fitted = new double[values.length];
        unit = Arrays.stream(demands.sizes()).map(size -> size * size).sum();
    }

    @Override
    public double value(double[] at) {
        double alpha = at[0];
        double beta = at[1];
        Arrays.fill(fitted, Double.NaN);
        probability = values[0] > 0 ? 1 : 0;
        size = Double.NaN;
        double sizeByAlpha = 0;
        double probabilityByBeta = 0;
        double squares = 0;
        bySizeAlpha = 0;
        byProbabilityAlpha = 0;
        for (int t = 0; t < values.length; t++) {
            boolean demand = values[t] > 0;
            if (!Double.isNaN(size)) {
                fitted[t] = probability * size;
                double error = Math.max(0, values[t]) - fitted[t];
                squares += error * error / unit;
                bySizeAlpha -= 2 * error * probability * sizeByAlpha / unit;
                byProbabilityAlpha -= 2 * error * size * probabilityByBeta / unit;
            }
            double change = (demand ? 1 : 0) - probability;
            probabilityByBeta += change - beta * probabilityByBeta;
            probability += beta * change;
            if (demand && Double.isNaN(size)) {
                size = values[t];
            } else if (demand) {
                double growth = values[t] - size;
                sizeByAlpha += growth - alpha * sizeByAlpha;
                size += alpha * growth;
            }
        }
        return squares;
    }

    @Override
    public void gradient(double[] into) {
        into[0] = bySizeAlpha;
        into[1] = byProbabilityAlpha;
    }
}
