package dev.millrace.evaluate;

import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.MethodName;
import dev.millrace.engines.forecast.pooled.BoostingPlan.Objective;
import dev.millrace.engines.forecast.pooled.FeaturePlan;
import dev.millrace.engines.forecast.pooled.PeriodCalendar;
import java.util.List;

/** How well demand is forecast. */
final class DemandEvaluations {

    private static final List<MethodName> SINGLE =
            List.of(MethodName.NAIVE, MethodName.SEASONAL_NAIVE, MethodName.DRIFT, MethodName.ETS, MethodName.THETA);

    /** Daily sales of 50 products in 10 stores, 90 days ahead. */
    static final Evaluation STORE_ITEM = new PanelEvaluation(
            "store-item-demand",
            new PanelQuestion(
                    "store-item-demand",
                    ObservedPanel::daily,
                    90,
                    ErrorMeasure.WAPE,
                    SINGLE,
                    1096,
                    new FeaturePlan(7, 364, true, PeriodCalendar.DAYS),
                    List.of(Objective.SQUARES, Objective.TWEEDIE)));

    /** The hourly series of the M4 competition, 48 hours ahead as it asked for. */
    static final Evaluation M4_HOURLY = new PanelEvaluation(
            "m4-hourly",
            new PanelQuestion(
                    "m4",
                    ObservedPanel::hourly,
                    48,
                    ErrorMeasure.MASE,
                    SINGLE,
                    1096,
                    new FeaturePlan(24, 168, false, PeriodCalendar.NONE),
                    List.of(Objective.SQUARES, Objective.ABSOLUTE)));

    private DemandEvaluations() {}
}
