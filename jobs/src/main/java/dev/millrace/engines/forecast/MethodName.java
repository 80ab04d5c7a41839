package dev.millrace.engines.forecast;

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
     * @param period how many periods a season has; 1 where there is none
     */
    public SeriesMethod method(int period) {
        return switch (this) {
            case MEAN -> new Mean();
            case NAIVE -> new Naive();
            case DRIFT -> new Drift();
            case SEASONAL_NAIVE -> new SeasonalNaive(period);
            case SEASONAL_MEAN -> new SeasonalMean(period, SEASONS);
            case ETS -> Ets.automatic(period);
            case THETA -> new Theta(period);
            case CROSTON -> Croston.optimised();
            case SBA -> Sba.optimised();
            case TSB -> Tsb.optimised();
        };
    }

    /** The methods of some names, in order. */
    public static List<SeriesMethod> methods(List<MethodName> names, int period) {
        return names.stream().map(name -> name.method(period)).toList();
    }
}
