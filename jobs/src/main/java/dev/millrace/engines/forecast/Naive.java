package dev.millrace.engines.forecast;

/** Forecasts every period by the last value, which is a season of one period: FPP3, as in {@link SeasonalNaive}. */
public record Naive() implements SeriesMethod {

    @Override
    public String name() {
        return "naive";
    }

    /**
     * Fits the series.
     *
     * @throws SeriesTooShortException below two values
     */
    @Override
    public SeriesModel fit(double... values) {
        if (values.length < 2) {
            throw new SeriesTooShortException(name(), 2, values.length);
        }
        return new SeasonalNaive(1).fit(values);
    }
}
