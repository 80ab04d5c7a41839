package dev.millrace.engines.forecast;

/** A way to forecast one series. Knows no Spark and holds no state, so that executors may share it. */
public interface SeriesMethod {

    /** How tables name it, such as {@code ets}. */
    String name();

    /**
     * Fits the series.
     *
     * @param values one value a period, oldest first, without holes: every value is finite
     * @return the fitted model
     * @throws SeriesTooShortException where the method cannot be fitted to so few values
     */
    SeriesModel fit(double... values);
}
