package dev.millrace.engines.forecast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * A {@link ForecastProcedure} by its names, as it travels to executors.
 *
 * @param methods what there is to choose from
 * @param plan how they are tried; its horizon is that of the forecast, its period the season
 * @param measure what error to keep small
 * @param demand whether series cannot be negative
 */
public record ForecastSpec(List<MethodName> methods, BacktestPlan plan, ErrorMeasure measure, boolean demand)
        implements Serializable {

    public ForecastSpec {
        methods = List.copyOf(methods);
    }

    /** The procedure. */
    public ForecastProcedure procedure() {
        return procedure(List.of());
    }

    /**
     * The procedure of one series.
     *
     * @param foretold what pooled methods said of it, to be chosen from like the others
     */
    public ForecastProcedure procedure(List<Foretold> foretold) {
        List<SeriesMethod> all = new ArrayList<>(MethodName.methods(methods, plan.period()));
        all.addAll(foretold);
        return new ForecastProcedure(all, plan, measure, demand);
    }
}
