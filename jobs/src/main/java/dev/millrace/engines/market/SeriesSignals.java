package dev.millrace.engines.market;

import dev.millrace.engines.forecast.Anomalies;
import dev.millrace.engines.forecast.Anomaly;
import dev.millrace.engines.forecast.SeriesTooShortException;
import dev.millrace.engines.forecast.TurningPoint;
import dev.millrace.engines.forecast.TurningPoints;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds what is worth looking at in a daily series: how it changed of late, where its trend turned, which newest days are out of the
 * ordinary, and whether it is new. Days are looked at where most of them have a value; else weeks, of which single days tell too little.
 *
 * @param season days of a season; 1 where there is none
 * @param counted whether values are counts
 */
public record SeriesSignals(int season, boolean counted) implements Serializable {

    /** Days of the newest window, and of the one that it is compared with. */
    public static final int WINDOW = 28;

    /** A series that began in so many newest days is new. */
    public static final int NEW = 56;

    private static final int WEEK = 7;
    private static final int NEWEST_WEEK = 7;
    private static final int LATE_TURNS = 91;
    private static final int LOOKED_BACK = 182;
    /** A quarter to find a turn in, and half a year that it is one from. */
    private static final int WEEKS_BACK = 39;

    private static final double DENSE = 0.8;
    /** With some ten thousand days looked at in a run, chance alone goes beyond it less than once in a hundred runs. */
    private static final double FAR_OFF = 6;

    /**
     * The signals of a series.
     *
     * @param values one a day from the series' first value to the newest day of all, holes filled
     * @param market what the whole market had on the same days
     * @param days for how many days the market is known, which may be more
     * @return growth or decline whatever its probability, so that those of many series can be judged together; and what else there is
     */
    public List<MarketSignal> of(double[] values, double[] market, int days) {
        List<MarketSignal> signals = new ArrayList<>();
        new GrowthTest(WINDOW, counted).of(values, market).ifPresent(signals::add);
        double now = Arrays.stream(values, Math.max(0, values.length - WINDOW), values.length)
                .sum();
        if (values.length <= NEW && days >= 2 * NEW && now > 0) {
            signals.add(MarketSignal.emerging(now));
        }
        int from = Math.max(0, values.length - LOOKED_BACK);
        double[] looked = Arrays.copyOfRange(values, from, values.length);
        if (isDense(looked)) {
            List<Anomaly> anomalies = anomalies(looked);
            signals.addAll(turns(without(anomalies, looked), from, 1, season));
            anomalies.stream()
                    .filter(anomaly -> looked.length - anomaly.at() <= NEWEST_WEEK)
                    .forEach(anomaly -> signals.add(signal(anomaly, from)));
        } else {
            double[] weeks = weeks(values);
            if (isDense(weeks)) {
                signals.addAll(turns(weeks, values.length - weeks.length * WEEK, WEEK, 1));
            }
        }
        return signals;
    }

    private static boolean isDense(double... values) {
        return values.length >= 2
                && Arrays.stream(values).filter(value -> value != 0).count() >= DENSE * values.length;
    }

    /** Sums of the newest whole weeks, the last of which ends with the series. */
    private static double[] weeks(double... values) {
        double[] weeks = new double[Math.min(WEEKS_BACK, values.length / WEEK)];
        int from = values.length - weeks.length * WEEK;
        for (int week = 0; week < weeks.length; week++) {
            weeks[week] = Arrays.stream(values, from + week * WEEK, from + (week + 1) * WEEK)
                    .sum();
        }
        return weeks;
    }

    /**
     * The turning points of late.
     *
     * @param first day of the first value
     * @param step days from value to value
     */
    private static List<MarketSignal> turns(double[] values, int first, int step, int season) {
        int cycle = values.length >= 2 * season ? season : 1;
        List<MarketSignal> turns = new ArrayList<>();
        double weekly = (double) WEEK / step;
        for (TurningPoint turn : TurningPoints.of(values, cycle)) {
            if ((values.length - turn.at()) * step <= LATE_TURNS) {
                // A slope of weekly sums is what a week has more than the week before; of days, so many days' more.
                turns.add(MarketSignal.turn(
                        first + turn.at() * step,
                        turn.slopeBefore() * weekly * weekly,
                        turn.slopeAfter() * weekly * weekly,
                        turn.jump() * weekly,
                        turn.evidence()));
            }
        }
        return turns;
    }

    private List<Anomaly> anomalies(double... values) {
        try {
            return Anomalies.of(values, season, FAR_OFF);
        } catch (SeriesTooShortException e) {
            return List.of();
        }
    }

    /** What was expected instead of anomalies: the season is taken out of the values before a trend is, and one day would be in every week. */
    private static double[] without(List<Anomaly> anomalies, double... values) {
        double[] usual = values.clone();
        anomalies.forEach(anomaly -> usual[anomaly.at()] = anomaly.expected());
        return usual;
    }

    private static MarketSignal signal(Anomaly anomaly, int first) {
        return MarketSignal.anomaly(first + anomaly.at(), anomaly.seen(), anomaly.expected(), anomaly.deviations());
    }
}
