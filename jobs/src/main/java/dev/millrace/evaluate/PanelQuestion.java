package dev.millrace.evaluate;

import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.MethodName;
import dev.millrace.engines.forecast.pooled.Boosted;
import dev.millrace.engines.forecast.pooled.BoostingPlan;
import dev.millrace.engines.forecast.pooled.BoostingPlan.Objective;
import dev.millrace.engines.forecast.pooled.CalendarFactors;
import dev.millrace.engines.forecast.pooled.EachSeries;
import dev.millrace.engines.forecast.pooled.FeaturePlan;
import dev.millrace.engines.forecast.pooled.PanelMethod;
import dev.millrace.engines.forecast.pooled.PanelSeries;
import dev.millrace.engines.forecast.pooled.PeriodCalendar;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.SparkSession;

/**
 * Many series whose last periods are to be forecast.
 *
 * @param dataset folder and mapping of the data set
 * @param panel reads the series
 * @param horizon periods at the end that are forecast
 * @param measure what error is reported and kept small
 * @param single methods for single series, each a baseline
 * @param longest how many of the last values a single series' method sees
 * @param features what pooled models look at
 * @param objectives what boosting may minimise
 */
record PanelQuestion(
        String dataset,
        Function<EvaluationLake, List<PanelSeries>> panel,
        int horizon,
        ErrorMeasure measure,
        List<MethodName> single,
        int longest,
        FeaturePlan features,
        List<Objective> objectives) {

    /** Seed of every random choice. */
    static final long SEED = 42;

    private static final int ROUNDS = 250;
    private static final int LEAVES = 63;
    private static final double RATE = 0.05;
    private static final int ROWS = 300_000;
    private static final int CYCLES = 6;

    /** How many periods a season has. */
    int period() {
        return features.season();
    }

    /** Methods that look at one series each. */
    List<PanelMethod> singleMethods() {
        return MethodName.methods(single, period()).stream()
                .<PanelMethod>map(method -> new EachSeries(method, longest))
                .toList();
    }

    /** Products of factors that all series share, with levels of several lengths; none where periods have no date. */
    List<PanelMethod> calendarMethods() {
        return features.calendar() == PeriodCalendar.DAYS ? List.of(new CalendarFactors(features.cycle())) : List.of();
    }

    /** Boosting, by strategy and objective. */
    List<PanelMethod> boostedMethods(SparkSession session) {
        int reach = Math.max(2 * horizon, CYCLES * features.cycle());
        List<PanelMethod> methods = new ArrayList<>();
        for (Boosted.Strategy strategy : Boosted.Strategy.values()) {
            for (Objective objective : objectives) {
                BoostingPlan plan = new BoostingPlan(objective, ROUNDS, LEAVES, RATE, reach, ROWS, SEED);
                methods.add(new Boosted(session, features, plan, strategy));
            }
        }
        return methods;
    }
}
