package dev.millrace.engines.forecast;

import java.util.function.ToDoubleFunction;

/** A smooth function whose derivatives are found by small steps away from the nearer bound. */
final class DifferenceQuotients implements SmoothFunction {

    private static final double STEP = 1e-6;

    private final ToDoubleFunction<double[]> function;
    private final double[] upper;
    private double[] point;
    private double value;

    /**
     * A function without derivatives of its own.
     *
     * @param upper beyond which it is not asked for
     */
    DifferenceQuotients(ToDoubleFunction<double[]> function, double[] upper) {
        this.function = function;
        this.upper = upper;
    }

    @Override
    public double value(double[] at) {
        point = at.clone();
        value = function.applyAsDouble(at);
        return value;
    }

    @Override
    public void gradient(double[] into) {
        for (int i = 0; i < point.length; i++) {
            double here = point[i];
            double step = here + STEP > upper[i] ? -STEP : STEP;
            point[i] = here + step;
            into[i] = (function.applyAsDouble(point) - value) / step;
            point[i] = here;
        }
    }
}
