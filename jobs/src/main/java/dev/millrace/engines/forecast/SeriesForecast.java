package dev.millrace.engines.forecast;

/**
 * A forecast of one series.
 *
 * @param mean the expected value of each step ahead, in the series' units
 * @param deviation the standard deviation of its error, by the model's own assumptions; NaN where the method makes none
 */
public record SeriesForecast(double[] mean, double[] deviation) {}
