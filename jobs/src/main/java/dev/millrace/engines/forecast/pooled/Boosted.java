package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.pooled.BoostingPlan.Objective;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/**
 * One boosted model for all series (Makridakis, Spiliotis and Assimakopoulos, "M5 accuracy competition: results, findings, and
 * conclusions", International Journal of Forecasting 38, 2022: the way of its winners). Either one model says every step from what is
 * known at the origin, the step being a feature (direct), or a model of one step is applied to its own forecasts (recursive): FPP3,
 * section 12.4, and Taieb, Bontempi, Atiya and Sorjamaa (2012).
 *
 * @param session runs what learns
 * @param features what the model looks at
 * @param boosting how it is learned
 * @param strategy how it is applied to many steps
 */
public record Boosted(SparkSession session, FeaturePlan features, BoostingPlan boosting, Strategy strategy)
        implements PanelMethod {

    /** How a model is applied to many steps. */
    public enum Strategy {
        /** Each step from what is known at the origin. */
        DIRECT,
        /** Step after step, from what was said of those before. */
        RECURSIVE
    }

    @Override
    public String name() {
        return ("boosted_" + strategy + "_" + boosting.objective()).toLowerCase(Locale.ROOT);
    }

    /**
     * Learns from the panel and forecasts it.
     *
     * @throws PanelTooShortException where no series has values enough to learn from
     * @throws UnsupportedOperationException where LightGBM's native code does not run
     */
    @Override
    public double[][] forecast(List<PanelSeries> panel, int steps) {
        NativeBoosting.check();
        AttributeCodes codes = AttributeCodes.of(panel);
        TrainingRows rows = new TrainingRows(features, boosting, codes, strategy == Strategy.DIRECT ? steps : 1);
        BoostedTrees trees = BoostedTrees.fit(session, rows, panel);
        return panel.parallelStream()
                .map(series -> strategy == Strategy.DIRECT
                        ? direct(series, codes, trees, steps)
                        : recursive(series, codes, trees, steps))
                .toArray(double[][]::new);
    }

    private double[] direct(PanelSeries series, AttributeCodes codes, BoostedTrees trees, int steps) {
        SeriesPast past = SeriesPast.of(series.values(), features.season(), 0);
        OriginFeatures origin = new OriginFeatures(features, past, series, codes.of(series));
        return IntStream.rangeClosed(1, steps)
                .mapToDouble(step -> said(origin, trees, step))
                .toArray();
    }

    private double[] recursive(PanelSeries series, AttributeCodes codes, BoostedTrees trees, int steps) {
        SeriesPast past = SeriesPast.of(series.values(), features.season(), steps);
        double[] code = codes.of(series);
        double[] forecast = new double[steps];
        for (int h = 0; h < steps; h++) {
            forecast[h] = said(new OriginFeatures(features, past, series, code), trees, 1);
            past.add(forecast[h]);
        }
        return forecast;
    }

    private double said(OriginFeatures origin, BoostedTrees trees, int step) {
        double sum = trees.sum(origin.row(step));
        return boosting.objective() == Objective.TWEEDIE ? origin.scale() * Math.exp(sum) : origin.unscaled(sum);
    }
}
