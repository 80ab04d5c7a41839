package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.pooled.Boosted.Strategy;
import dev.millrace.engines.forecast.pooled.BoostingPlan.Objective;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;

/** The methods that learn from all series together, by their names in settings and tables. */
public enum PooledName {
    /** The level of each series, times factors of weekday, month, year and holiday that all share; for series that are not negative. */
    CALENDAR_FACTORS,
    /**
     * Boosted trees over lags, windows, calendar, holidays, attributes and what is known in advance; direct or recursive, by squares or, for demand, by Tweedie's deviance
     * too: whichever was best in the newest window.
     */
    BOOSTED;

    private static final int ROUNDS = 250;
    private static final int LEAVES = 63;
    private static final double RATE = 0.05;
    private static final int ROWS = 300_000;
    private static final int CYCLES = 6;
    private static final long SEED = 42;

    /** How settings and tables name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The variants of the method.
     *
     * @param features what models look at
     * @param plan how methods are tried
     */
    public List<PanelMethod> variants(SparkSession session, FeaturePlan features, BacktestPlan plan) {
        return switch (this) {
            case CALENDAR_FACTORS -> List.of(new CalendarFactors(features.cycle(), features.holidays()));
            case BOOSTED -> boosted(session, features, plan);
        };
    }

    private static List<PanelMethod> boosted(SparkSession session, FeaturePlan features, BacktestPlan plan) {
        List<Objective> objectives =
                features.relative() ? List.of(Objective.SQUARES, Objective.TWEEDIE) : List.of(Objective.SQUARES);
        int reach = Math.max(2 * plan.horizon(), CYCLES * features.cycle());
        List<PanelMethod> variants = new ArrayList<>();
        for (Strategy strategy : Strategy.values()) {
            for (Objective objective : objectives) {
                BoostingPlan boosting = new BoostingPlan(objective, ROUNDS, LEAVES, RATE, reach, ROWS, SEED);
                variants.add(new Boosted(session, features, boosting, strategy));
            }
        }
        return variants;
    }
}
