package dev.millrace.evaluate;

import dev.millrace.engines.forecast.BacktestWindow;
import dev.millrace.engines.forecast.Combination;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.ErrorScale;
import dev.millrace.engines.forecast.SeasonalMean;
import dev.millrace.engines.forecast.SeasonalNaive;
import dev.millrace.engines.forecast.SeriesMethod;
import dev.millrace.engines.forecast.Theta;
import dev.millrace.engines.statistics.Bootstrap;
import dev.millrace.engines.statistics.Interval;
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
     * @param windows each judged day
     * @param naive the same days by each naive way
     */
    private record Judged(String brand, String way, List<BacktestWindow> windows, List<List<BacktestWindow>> naive) {}

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
        List<BacktestWindow> windows =
                judged.stream().flatMap(each -> each.windows().stream()).toList();
        List<Double> naive = new ArrayList<>();
        for (int i = 0; i < NAIVE.size(); i++) {
            int way = i;
            naive.add(mase(judged.stream()
                    .flatMap(each -> each.naive().get(way).stream())
                    .toList()));
        }
        double baseline = naive.stream().min(Double::compare).orElseThrow();
        Interval interval = Bootstrap.interval(windows, SEED, MentionsEvaluation::mase);
        return new EvaluationReport(
                List.of(Metric.of("mase", mase(windows)).within(interval).beside(baseline)), notes(judged, naive));
    }

    private static DayAhead logged(String name, SeriesMethod... methods) {
        return new DayAhead(name, Combination.mean(methods), ALL_WEEKS, true);
    }

    private static Judged judged(HourlyMentions brand) {
        double[] known = Arrays.copyOf(brand.counts(), brand.counts().length - JUDGED_DAYS * DayAhead.DAY);
        ErrorScale scale = ErrorScale.of(known, known.length, DayAhead.DAY);
        DayAhead chosen = WAYS.stream()
                .min(Comparator.comparingDouble(way -> mase(way.windows(known, 0, CHOOSING_DAYS, scale))))
                .orElseThrow();
        return new Judged(
                brand.brand(),
                chosen.name(),
                chosen.windows(brand.counts(), 0, JUDGED_DAYS, scale),
                NAIVE.stream()
                        .map(way -> way.windows(brand.counts(), 0, JUDGED_DAYS, scale))
                        .toList());
    }

    private static double mase(List<BacktestWindow> windows) {
        return ErrorMeasure.MASE.of(windows);
    }

    private static List<String> notes(List<Judged> judged, List<Double> naive) {
        List<String> notes = new ArrayList<>();
        for (int i = 0; i < NAIVE.size(); i++) {
            notes.add(String.format(
                    Locale.ROOT, "Like %s: mase %.4f.", NAIVE.get(i).name(), naive.get(i)));
        }
        for (Judged each : judged) {
            notes.add(String.format(
                    Locale.ROOT,
                    "%s: %s, mase %.4f; like the day before %.4f, like the week before %.4f.",
                    each.brand(),
                    each.way(),
                    mase(each.windows()),
                    mase(each.naive().get(0)),
                    mase(each.naive().get(1))));
        }
        return notes;
    }
}
