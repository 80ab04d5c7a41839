package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How forecasts of several methods become one: Bates and Granger, "The combination of forecasts", Operational Research Quarterly 20
 * (1969); FPP3, section 13.4.
 *
 * @param name how tables name it
 * @param weights one a method, with sum 1; none for the median of all
 */
public record Weighting(String name, List<Double> weights) {

    public Weighting {
        weights = List.copyOf(weights);
    }

    /** Every method counts the same. */
    public static Weighting mean(int methods) {
        return new Weighting(
                "mean_of_" + methods,
                IntStream.range(0, methods).mapToObj(i -> 1.0 / methods).toList());
    }

    /** What half of the methods exceed. */
    public static Weighting median(int methods) {
        return new Weighting("median_of_" + methods, List.of());
    }

    /** A method counts the more, the smaller its error was in the backtest. */
    public static Weighting inverse(double... errors) {
        double least = Arrays.stream(errors).min().orElse(0);
        double[] inverse = Arrays.stream(errors)
                .map(error -> error == least ? 1 : least / error)
                .toArray();
        double sum = Arrays.stream(inverse).sum();
        return new Weighting(
                "weighted_" + errors.length,
                Arrays.stream(inverse).mapToObj(weight -> weight / sum).toList());
    }

    /**
     * The forecast of all together. Errors of methods are much alike: the deviation is taken as if they were the same, which is the
     * most that it can be; NaN where a method has none.
     *
     * @param forecasts one a method, in the order of the weights
     */
    public SeriesForecast join(List<SeriesForecast> forecasts) {
        int steps = forecasts.get(0).mean().length;
        double[] mean = new double[steps];
        double[] deviation = new double[steps];
        for (int h = 0; h < steps; h++) {
            int step = h;
            double[] said =
                    forecasts.stream().mapToDouble(one -> one.mean()[step]).toArray();
            double[] spread =
                    forecasts.stream().mapToDouble(one -> one.deviation()[step]).toArray();
            mean[h] = weights.isEmpty() ? middle(said) : weighted(said);
            deviation[h] = weights.isEmpty() ? Arrays.stream(spread).sum() / spread.length : weighted(spread);
        }
        return new SeriesForecast(mean, deviation);
    }

    private double weighted(double... values) {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += weights.get(i) * values[i];
        }
        return sum;
    }

    private static double middle(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }
}
