package dev.millrace.engines.forecast;

/**
 * Least squares of the theta model. Given alpha, its errors are linear in the initial level and in 1 - 1 / theta, the part of the line
 * that forecasts keep; so both are solved for at once, and alpha alone is searched.
 */
final class ThetaFit {

    /**
     * Estimates.
     *
     * @param alpha how much of an error the level takes over
     * @param kept 1 - 1 / theta
     * @param level level before the first period
     * @param intercept of the line through the series, whose first period is 1
     * @param slope of that line
     */
    record Estimates(double alpha, double kept, double level, double intercept, double slope) {}

    private static final double[] ALPHAS = {0.1, 0.2, 0.35, 0.5, 0.7, 0.9, 0.99};
    private static final double TOLERANCE = 1e-5;
    /** The first errors do not count, since they tell of the start and not of the series. */
    private static final int SKIPPED = 3;
    /** Below this, what is left of the start is nothing, and computing on would only meet ever smaller numbers. */
    private static final double FORGOTTEN = 1e-14;
    /** How little it costs to leave the level where the authors start it: it decides where the data cannot. */
    private static final double RIDGE = 1e-4;

    private final double[] values;
    private final double intercept;
    private final double slope;
    private double kept;
    private double level;

    ThetaFit(double[] values) {
        this.values = values;
        double length = values.length;
        double sum = 0;
        double weighted = 0;
        for (int t = 0; t < values.length; t++) {
            sum += values[t];
            weighted += (t - (length - 1) / 2) * values[t];
        }
        slope = weighted * 12 / (length * (length * length - 1));
        intercept = sum / length - slope * (length + 1) / 2;
    }

    Estimates best() {
        double alpha = GridMinimum.of(this::squares, TOLERANCE, ALPHAS);
        squares(alpha);
        return new Estimates(alpha, kept, level, intercept, slope);
    }

    /** The sum of squared errors for the best level and theta, which it leaves behind. */
    private double squares(double alpha) {
        double rest = 1 - alpha;
        double smooth = alpha * values[0];
        double power = rest;
        double uu = 0;
        double up = 0;
        double ug = 0;
        double pp = 0;
        double pg = 0;
        double gg = 0;
        int t = 1;
        for (; t < values.length && (power > FORGOTTEN || t < SKIPPED); t++) {
            double error = values[t] - smooth;
            if (t >= SKIPPED) {
                double line = intercept * power + slope * (1 - power * rest) / alpha;
                uu += error * error;
                up += error * power;
                ug += error * line;
                pp += power * power;
                pg += power * line;
                gg += line * line;
            }
            smooth = alpha * values[t] + rest * smooth;
            power *= rest;
        }
        double line = slope / alpha;
        double u = 0;
        gg += line * line * (values.length - t);
        for (; t < values.length; t++) {
            double error = values[t] - smooth;
            uu += error * error;
            u += error;
            smooth = alpha * values[t] + rest * smooth;
        }
        ug += line * u;
        solve(up, ug, pp, pg, gg);
        return uu - 2 * (level * up + kept * ug) + level * (level * pp + 2 * kept * pg) + kept * kept * gg;
    }

    private void solve(double up, double ug, double pp, double pg, double gg) {
        double usual = values[0] / 2;
        double determinant = (pp + RIDGE) * gg - pg * pg;
        double free = ((pp + RIDGE) * ug - (up + RIDGE * usual) * pg) / determinant;
        // A line that is not there can be kept to any part; theta 2 is the method's standard.
        kept = Double.isFinite(free) ? Math.min(1, Math.max(0, free)) : 0.5;
        level = (up + RIDGE * usual - kept * pg) / (pp + RIDGE);
    }
}
