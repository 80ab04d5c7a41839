package dev.millrace.engines.forecast;

/**
 * The optimised theta model: exponential smoothing of a series whose curvature is stretched by theta, beside the line through it.
 * Source: Fiorucci, Pellegrini, Louzada, Petropoulos and Koehler, "Models for optimising the theta method and their relationship to
 * state space models", International Journal of Forecasting 32 (2016), here FPLPK; level, alpha and theta by least squares of all
 * one-step errors but the first three, alpha from 0.1 to 0.99 and theta from 1, as in statsforecast's {@code OptimizedTheta}. A
 * significant season is taken out before and put back after.
 *
 * @param period how many periods a season has; 1 where there is none
 */
public record Theta(int period) implements SeriesMethod {

    private static final int NEEDED = 4;

    /** Refuses a season without periods, by an IllegalArgumentException. */
    public Theta {
        if (period < 1) {
            throw new IllegalArgumentException("A season has at least one period, not " + period + ".");
        }
    }

    @Override
    public String name() {
        return "theta";
    }

    /**
     * Fits the series.
     *
     * @throws SeriesTooShortException below four values
     */
    @Override
    public SeriesModel fit(double... values) {
        return model(values);
    }

    ThetaModel model(double... values) {
        if (values.length < NEEDED) {
            throw new SeriesTooShortException(name(), NEEDED, values.length);
        }
        Seasonality season = Seasonality.of(values, period);
        double[] adjusted = new double[values.length];
        for (int t = 0; t < values.length; t++) {
            adjusted[t] = season.without(values[t], t);
        }
        return ThetaModel.of(adjusted, new ThetaFit(adjusted).best(), season);
    }
}
