package dev.millrace.engines.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The method that would have forecast a series best: one of those that were given, or a combination of the best of them.
 *
 * @param method the method
 * @param backtest its backtest
 * @param tried the backtests of all single methods that could be fitted, best first
 */
public record MethodChoice(SeriesMethod method, Backtest backtest, List<Backtest> tried) {

    private static final int FEW = 3;

    public MethodChoice {
        tried = List.copyOf(tried);
    }

    /**
     * Chooses by backtest.
     *
     * @param methods what there is to choose from; of equals, the earlier is taken
     * @param plan the backtest
     * @param measure what error to keep small
     * @param values one value a period, oldest first
     * @return empty where the series is too short to try any method
     */
    public static Optional<MethodChoice> of(
            List<SeriesMethod> methods, BacktestPlan plan, ErrorMeasure measure, double... values) {
        List<Trial> trials = new ArrayList<>();
        for (SeriesMethod method : methods) {
            Backtest.of(method, plan, values)
                    .map(backtest -> new Trial(method, backtest, backtest.error(measure)))
                    .filter(trial -> Double.isFinite(trial.error()) || trial.error() > 0)
                    .ifPresent(trials::add);
        }
        if (trials.isEmpty()) {
            return Optional.empty();
        }
        trials.sort(Comparator.comparingDouble(Trial::error));
        List<Trial> candidates = new ArrayList<>(trials);
        candidates.addAll(combinations(trials, measure));
        Trial best = candidates.get(0);
        for (Trial candidate : candidates) {
            best = candidate.error() < best.error() ? candidate : best;
        }
        return Optional.of(new MethodChoice(
                best.method(),
                best.backtest(),
                trials.stream().map(Trial::backtest).toList()));
    }

    /** The backtest of a method that was tried, by its name. */
    public Optional<Backtest> tried(String name) {
        return tried.stream().filter(backtest -> backtest.method().equals(name)).findFirst();
    }

    private static List<Trial> combinations(List<Trial> ranked, ErrorMeasure measure) {
        List<Trial> combinations = new ArrayList<>();
        int few = Math.min(FEW, ranked.size());
        for (int count = 2; count <= few; count++) {
            combinations.add(combined(ranked.subList(0, count), Weighting.mean(count), measure));
        }
        if (few == FEW) {
            List<Trial> best = ranked.subList(0, FEW);
            combinations.add(combined(best, Weighting.median(FEW), measure));
            combinations.add(combined(
                    best,
                    Weighting.inverse(best.stream().mapToDouble(Trial::error).toArray()),
                    measure));
        }
        return combinations;
    }

    private static Trial combined(List<Trial> parts, Weighting weighting, ErrorMeasure measure) {
        Backtest backtest =
                Backtest.combined(weighting, parts.stream().map(Trial::backtest).toList());
        SeriesMethod method = new Combination(parts.stream().map(Trial::method).toList(), weighting);
        return new Trial(method, backtest, backtest.error(measure));
    }

    private record Trial(SeriesMethod method, Backtest backtest, double error) {}
}
