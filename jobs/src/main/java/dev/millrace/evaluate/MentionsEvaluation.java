package dev.millrace.evaluate;

import dev.millrace.engines.classify.Bootstrap;
import dev.millrace.engines.classify.Measures;
import dev.millrace.engines.forecast.Combination;
import dev.millrace.engines.forecast.SeasonalMean;
import dev.millrace.engines.forecast.SeasonalNaive;
import dev.millrace.engines.forecast.SeriesMethod;
import dev.millrace.engines.forecast.Theta;
import dev.millrace.tables.silver.SeriesObservation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How often brands will be mentioned in each hour of the next day. */
final class MentionsEvaluation implements Evaluation {

    private static final int JUDGED_DAYS = 7;
    private static final int CHOOSING_DAYS = 21;
    private static final int ALL_WEEKS = 52;
    private static final long SEED = 20150423;

    private static final List<DayAhead> NAIVE = List.of(
            new DayAhead("the day before", new SeasonalNaive(DayAhead.DAY), ALL_WEEKS, false),
            new DayAhead("the week before", new SeasonalNaive(DayAhead.WEEK), ALL_WEEKS, false));

    private static final List<DayAhead> WAYS = List.of(
            NAIVE.get(0),
            NAIVE.get(1),
            logged("theta, season of a day", new Theta(DayAhead.DAY)),
            logged("theta, season of a week", new Theta(DayAhead.WEEK)),
            logged("mean of three weeks", new SeasonalMean(DayAhead.WEEK, 3)),
            logged("mean of theta and of three weeks", new Theta(DayAhead.DAY), new SeasonalMean(DayAhead.WEEK, 3)),
            logged(
                    "mean of both thetas and the week before",
                    new Theta(DayAhead.DAY),
                    new Theta(DayAhead.WEEK),
                    new SeasonalNaive(DayAhead.WEEK)));

    /**
     * What came of a brand.
     *
     * @param brand the brand
     * @param way how it was forecast
     * @param errors scaled error of each judged day
     * @param naive those of each naive way
     */
    private record Judged(String brand, String way, double[] errors, List<double[]> naive) {}

    @Override
    public String name() {
        return "nab-tweets";
    }

    @Override
    public String method() {
        return "Tweets that mention ten brands, by hour: the last " + JUDGED_DAYS
                + " days of each, each forecast at the midnight before"
                + " in the way that did best for the brand on the " + CHOOSING_DAYS
                + " days before those. Baseline: the seasonal naive"
                + " forecast, of the day or the week before, whichever turns out better on the judged days. mase is in units of"
                + " the mean absolute change from a day to the next before those days; intervals by drawing brands and days again.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        List<HourlyMentions> brands = HourlyMentions.of(data.lake(name()).read(SeriesObservation.SPEC));
        data.tell(name() + ": forecasting " + brands.size() + " brands");
        List<Judged> judged =
                brands.parallelStream().map(MentionsEvaluation::judged).toList();
        double[] errors = judged.stream()
                .flatMapToDouble(each -> Arrays.stream(each.errors()))
                .toArray();
        List<double[]> naive = new ArrayList<>();
        for (int i = 0; i < NAIVE.size(); i++) {
            int way = i;
            naive.add(judged.stream()
                    .flatMapToDouble(each -> Arrays.stream(each.naive().get(way)))
                    .toArray());
        }
        double baseline =
                naive.stream().mapToDouble(MentionsEvaluation::mean).min().orElseThrow();
        Measures.Interval interval = Bootstrap.interval(errors.length, SEED, rows -> Arrays.stream(rows)
                .mapToDouble(row -> errors[row])
                .average()
                .orElseThrow());
        return new EvaluationReport(
                List.of(Metric.of("mase", mean(errors))
                        .within(interval.low(), interval.high())
                        .beside(baseline)),
                notes(judged, naive));
    }

    private static DayAhead logged(String name, SeriesMethod... methods) {
        return new DayAhead(name, Combination.mean(methods), ALL_WEEKS, true);
    }

    private static Judged judged(HourlyMentions brand) {
        double[] known = Arrays.copyOf(brand.counts(), brand.counts().length - JUDGED_DAYS * DayAhead.DAY);
        double scale = ScaledErrors.scale(DayAhead.DAY, known);
        DayAhead chosen = WAYS.stream()
                .min(Comparator.comparingDouble(way -> mean(way.errors(known, 0, CHOOSING_DAYS))))
                .orElseThrow();
        return new Judged(
                brand.brand(),
                chosen.name(),
                scaled(chosen.errors(brand.counts(), 0, JUDGED_DAYS), scale),
                NAIVE.stream()
                        .map(way -> scaled(way.errors(brand.counts(), 0, JUDGED_DAYS), scale))
                        .toList());
    }

    private static double[] scaled(double[] errors, double scale) {
        return Arrays.stream(errors).map(error -> error / scale).toArray();
    }

    private static double mean(double... errors) {
        return Arrays.stream(errors).average().orElseThrow();
    }

    private static List<String> notes(List<Judged> judged, List<double[]> naive) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < NAIVE.size(); i++) {
            notes.add(String.format(
                    Locale.ROOT, "Like %s: mase %.4f.", NAIVE.get(i).name(), mean(naive.get(i))));
        }
        for (Judged each : judged) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: %s, mase %.4f; like the day before %.4f, like the week before %.4f.",
                    each.brand(),
                    each.way(),
                    mean(each.errors()),
                    mean(each.naive().get(0)),
                    mean(each.naive().get(1))));
        }
        return notes;
    }
}
