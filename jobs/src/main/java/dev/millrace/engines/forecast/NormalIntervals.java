package dev.millrace.engines.forecast;

import org.apache.commons.math3.distribution.NormalDistribution;

/** Intervals by the method's own deviation, errors taken as normal: FPP3, section 5.5. NaN where the method gives no deviation. */
public record NormalIntervals() implements IntervalRule {

    private static final NormalDistribution STANDARD = new NormalDistribution(null, 0, 1);

    /** How many standard deviations to either side hold a share of the outcomes. */
    static double deviations(double level) {
        return STANDARD.inverseCumulativeProbability((1 + level) / 2);
    }

    @Override
    public String name() {
        return "normal";
    }

    @Override
    public PredictionInterval at(double level, SeriesForecast forecast) {
        double factor = deviations(level);
        int steps = forecast.mean().length;
        double[] low = new double[steps];
        double[] high = new double[steps];
        for (int h = 0; h < steps; h++) {
            low[h] = forecast.mean()[h] - factor * forecast.deviation()[h];
            high[h] = forecast.mean()[h] + factor * forecast.deviation()[h];
        }
        return new PredictionInterval(level, low, high);
    }
}
