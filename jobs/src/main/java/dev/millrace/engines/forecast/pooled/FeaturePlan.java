package dev.millrace.engines.forecast.pooled;

import java.io.Serializable;

/**
 * What a pooled model looks at.
 *
 * @param season periods of the short season, such as 7 days or 24 hours
 * @param cycle periods of the long season, a multiple of the short one, such as 364 days or 168 hours
 * @param relative whether values are divided by the level of their series, as fits demand that grows in all its parts; else they are
 *     divided by how far the series changes from season to season
 * @param calendar what the calendar says of a period
 * @param holidays of series of days; {@link Holidays#NONE} where they have no calendar
 */
public record FeaturePlan(int season, int cycle, boolean relative, PeriodCalendar calendar, Holidays holidays)
        implements Serializable {

    private static final int DAYS_A_YEAR = 365;
    private static final int FEW = 4;

    /** Refuses seasons that do not fit into one another, by an IllegalArgumentException. */
    public FeaturePlan {
        if (season < 1 || cycle < season || cycle % season != 0) {
            throw new IllegalArgumentException(
                    "The cycle is a multiple of the season; " + cycle + " is none of " + season + ".");
        }
    }

    /** A plan without holidays. */
    public FeaturePlan(int season, int cycle, boolean relative, PeriodCalendar calendar) {
        this(season, cycle, relative, calendar, Holidays.NONE);
    }

    /**
     * What to look at in series of days: the long season is a year of whole short seasons where two of them are known, else four short
     * ones where twice as many are known, else the short one.
     *
     * @param season days of the short season
     * @param relative whether values are divided by the level of their series
     * @param holidays of the days that are known and of those that are forecast
     * @param known how many values of the longest series lie before the oldest origin
     */
    public static FeaturePlan ofDays(int season, boolean relative, Holidays holidays, int known) {
        int year = Math.max(1, DAYS_A_YEAR / season) * season;
        int few = FEW * season;
        int cycle = known >= 2 * year ? year : known >= 2 * few ? few : season;
        return new FeaturePlan(season, cycle, relative, PeriodCalendar.DAYS, holidays);
    }

    /** Below so many values before it, an origin is not learned from. */
    int needed() {
        return cycle + season;
    }
}
