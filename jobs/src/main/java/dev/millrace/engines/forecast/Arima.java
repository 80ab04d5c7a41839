package dev.millrace.engines.forecast;

/**
 * Seasonal ARIMA by exact maximum likelihood: Box and Jenkins, "Time Series Analysis: Forecasting and Control" (1970).
 *
 * <p>The order is given, or chosen for each series as R's {@code auto.arima} and statsforecast's {@code AutoARIMA} choose it: Hyndman
 * and Khandakar, "Automatic time series forecasting: the forecast package for R", Journal of Statistical Software 27 (2008). Unlike
 * these, all orders are judged by their exact likelihood, in long series and long seasons too.
 */
public final class Arima implements SeriesMethod {

    private static final int NEEDED = 3;

    private final ArimaOrder order;
    private final int period;

    private Arima(ArimaOrder order, int period) {
        this.order = order;
        this.period = period;
    }

    /**
     * Chooses the order for each series.
     *
     * @param period how many values a season has; 1 where there is none
     * @throws IllegalArgumentException where the season has less than one value
     */
    public static Arima automatic(int period) {
        if (period < 1) {
            throw new IllegalArgumentException("A season has at least one value, not " + period + ".");
        }
        return new Arima(null, period);
    }

    /** Fits one order to all series. */
    public static Arima of(ArimaOrder order) {
        return new Arima(order, order.period());
    }

    @Override
    public String name() {
        return "arima";
    }

    /**
     * Fits the series.
     *
     * @throws SeriesTooShortException below three values, or where a given order leaves no more values after its differences than it
     *     has parameters
     */
    @Override
    public SeriesModel fit(double... values) {
        return model(values);
    }

    ArimaModel model(double... values) {
        int needed = order == null ? NEEDED : Math.max(NEEDED, order.lost() + order.parameters() + 1);
        if (values.length < needed) {
            throw new SeriesTooShortException(name(), needed, values.length);
        }
        if (order == null) {
            return ArimaModel.of(new ArimaSearch(values, period).best(), values);
        }
        return ArimaModel.of(ArimaFit.of(order, Differencing.of(values, order)), values);
    }
}
