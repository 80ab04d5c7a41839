package dev.millrace.evaluate;

import dev.millrace.engines.forecast.CalendarSeasons;
import dev.millrace.engines.forecast.SeasonedLevel;
import dev.millrace.engines.inventory.OrderTerms;
import dev.millrace.engines.inventory.PathDemand;
import dev.millrace.engines.inventory.ReplayPolicy;
import dev.millrace.engines.inventory.ServiceTarget;
import dev.millrace.engines.inventory.StockPlanner;
import dev.millrace.engines.inventory.StockState;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Plans anew at every review, by a forecast of the days that the order has to last for. Its seasons are those of all days before it
 * takes over; its safety stock is decided by how far forecasts made in the last year before were off, with seasons of the years before
 * that. It follows the level from day to day, so that each series needs a plan of its own.
 */
final class ForecastPlan implements ReplayPolicy {

    private static final int JUDGED_DAYS = 365;

    private final LocalDate first;
    private final SeasonedLevel forecast;
    private final double[] relativeErrors;
    private final StockTrial.Terms terms;
    private final ServiceTarget target;
    private double level;
    private int known;

    /**
     * Learns from the days before.
     *
     * @param first the day of the first value
     * @param before units of each day before the plan takes over, more than a year
     * @param smoothing of the level
     */
    ForecastPlan(LocalDate first, double[] before, double smoothing, StockTrial.Terms terms, ServiceTarget target) {
        this.first = first;
        this.terms = terms;
        this.target = target;
        relativeErrors = errorsOfLastYear(first, before, smoothing, terms.longestSpan());
        forecast = new SeasonedLevel(CalendarSeasons.of(first, before), smoothing);
        known = before.length;
        level = forecast.levels(first, before)[known];
    }

    /** How far off forecasts of the last year were, with seasons of the days before that year; by days in the sum. */
    static double[] errorsOfLastYear(LocalDate first, double[] before, double smoothing, int longest) {
        int from = before.length - JUDGED_DAYS;
        CalendarSeasons seasons = CalendarSeasons.of(first, Arrays.copyOf(before, from));
        return new SeasonedLevel(seasons, smoothing).relativeErrors(first, before, from, longest);
    }

    @Override
    public int order(StockState state) {
        for (; known < state.day(); known++) {
            level = forecast.after(level, first.plusDays(known), state.demand().on(known));
        }
        if (state.day() % terms.review() != 0) {
            return 0;
        }
        PathDemand demand = new PathDemand(path(state.day()), relativeErrors, terms.leadTimes());
        return new StockPlanner(demand, terms.review(), OrderTerms.free(), target)
                .orderUpTo()
                .policy()
                .order(state.position());
    }

    private double[] path(int day) {
        double[] path = new double[terms.longestSpan()];
        for (int ahead = 0; ahead < path.length; ahead++) {
            path[ahead] = level * forecast.seasons().factor(first.plusDays(day + (long) ahead));
        }
        return path;
    }
}
