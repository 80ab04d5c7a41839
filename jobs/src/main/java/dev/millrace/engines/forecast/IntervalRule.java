package dev.millrace.engines.forecast;

/** How wide a forecast's intervals are. */
public interface IntervalRule {

    /** How tables name it, such as {@code conformal}. */
    String name();

    /**
     * The interval of a share of the outcomes.
     *
     * @param level the share, above 0 and below 1
     * @param forecast the forecast
     */
    PredictionInterval at(double level, SeriesForecast forecast);
}
