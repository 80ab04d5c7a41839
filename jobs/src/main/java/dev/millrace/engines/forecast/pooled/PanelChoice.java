package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.ErrorMeasure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The methods whose mean would have forecast a panel best.
 *
 * @param methods one or several of those that were tried
 * @param backtest that of their mean
 */
public record PanelChoice(List<PanelMethod> methods, PanelBacktest backtest) {

    private static final int BEST = 4;

    public PanelChoice {
        methods = List.copyOf(methods);
    }

    /**
     * Chooses among the means of all sets of the four best methods.
     *
     * @param methods what there is to choose from
     * @param backtests theirs, in the same order
     * @param measure what error to keep small
     */
    public static PanelChoice of(List<PanelMethod> methods, List<PanelBacktest> backtests, ErrorMeasure measure) {
        List<Integer> ranked = IntStream.range(0, methods.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> backtests.get(i).error(measure)))
                .limit(BEST)
                .toList();
        PanelChoice best = null;
        double least = Double.POSITIVE_INFINITY;
        for (int set = 1; set < 1 << ranked.size(); set++) {
            List<Integer> members = members(ranked, set);
            PanelBacktest mean = meanOf(members.stream().map(backtests::get).toList());
            double error = mean.error(measure);
            if (best == null || error < least) {
                best = new PanelChoice(members.stream().map(methods::get).toList(), mean);
                least = error;
            }
        }
        return best;
    }

    /** The backtest of the mean of several methods, from theirs. */
    private static PanelBacktest meanOf(List<PanelBacktest> parts) {
        List<List<BacktestWindow>> windows = new ArrayList<>();
        for (int w = 0; w < parts.get(0).windows().size(); w++) {
            int window = w;
            List<BacktestWindow> first = parts.get(0).windows().get(w);
            double[][] means =
                    mean(parts.stream().map(part -> part.forecasts(window)).toList());
            windows.add(IntStream.range(0, means.length)
                    .mapToObj(i -> BacktestWindow.of(
                            means[i], first.get(i).actual(), first.get(i).scale()))
                    .toList());
        }
        return new PanelBacktest(
                String.join("+", parts.stream().map(PanelBacktest::name).toList()), windows);
    }

    private static List<Integer> members(List<Integer> ranked, int set) {
        List<Integer> members = new ArrayList<>();
        for (int i = 0; i < ranked.size(); i++) {
            if ((set >> i & 1) == 1) {
                members.add(ranked.get(i));
            }
        }
        return members;
    }

    /** The mean of what the chosen methods forecast, one row a series. */
    public double[][] forecast(List<PanelSeries> panel, int steps) {
        return mean(
                methods.stream().map(method -> method.forecast(panel, steps)).toList());
    }

    /** The mean of several forecasts of a panel. */
    public static double[][] mean(List<double[][]> forecasts) {
        double[][] mean = new double[forecasts.get(0).length][];
        for (int i = 0; i < mean.length; i++) {
            mean[i] = new double[forecasts.get(0)[i].length];
            for (double[][] one : forecasts) {
                for (int h = 0; h < mean[i].length; h++) {
                    mean[i][h] += one[i][h] / forecasts.size();
                }
            }
        }
        return mean;
    }
}
