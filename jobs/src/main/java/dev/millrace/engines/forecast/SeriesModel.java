package dev.millrace.engines.forecast;

/** What a {@link SeriesMethod} learned of one series. */
public interface SeriesModel {

    /**
     * Forecasts the periods that follow the series.
     *
     * @param steps how many, at least one
     */
    SeriesForecast forecast(int steps);

    /** What the model said of each period of the series one step before, in the series' units; NaN where it could say nothing. */
    double[] fitted();

    /** What was chosen and estimated, for people: such as {@code ETS(A,Ad,A) alpha 0.11 …}. */
    String description();
}
