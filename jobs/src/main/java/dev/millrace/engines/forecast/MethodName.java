package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The methods for single series by their names in settings and tables. */
public enum MethodName {
    MEAN,
    NAIVE,
    DRIFT,
    SEASONAL_NAIVE,
    SEASONAL_MEAN,
    ETS,
    THETA,
    /**
     * Slow where seasons are long, for its order is searched for by exact likelihoods: a fit takes about 0.3 s for two years of days
     * with a season of a week and 1 s for 60 days of hours with a season of a day, where exponential smoothing takes 0.01 s; and a
     * backtest has a fit for each window.
     */
    ARIMA,
    /** The one that knows several seasons. */
    MSTL,
    CROSTON,
    SBA,
    TSB;

    /** Enough that chance evens out, and so few that a change is seen within a month of weeks. */
    private static final int SEASONS = 4;

    /** How settings and tables name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The method.
     *
     * @param periods how many periods each season has, the one that matters most first: methods of one season take that; 1 or none
     *     where there is no season
     */
    public SeriesMethod method(int... periods) {
        int period = periods.length == 0 ? 1 : periods[0];
        return switch (this) {
            case MEAN -> new Mean();
            case NAIVE -> new Naive();
            case DRIFT -> new Drift();
            case SEASONAL_NAIVE -> new SeasonalNaive(period);
            case SEASONAL_MEAN -> new SeasonalMean(period, SEASONS);
            case ETS -> Ets.automatic(period);
            case THETA -> new Theta(period);
            case ARIMA -> Arima.automatic(period);
            case MSTL -> new Mstl(Arrays.stream(periods)
                    .filter(each -> each > 1)
                    .sorted()
                    .boxed()
                    .toList());
            case CROSTON -> Croston.optimised();
            case SBA -> Sba.optimised();
            case TSB -> Tsb.optimised();
        };
    }

    /** The methods of some names, in order. */
    public static List<SeriesMethod> methods(List<MethodName> names, int... periods) {
        return names.stream().map(name -> name.method(periods)).toList();
    }
}
