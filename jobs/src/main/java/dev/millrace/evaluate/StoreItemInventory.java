package dev.millrace.evaluate;

import dev.millrace.engines.inventory.EconomicReviews;
import dev.millrace.engines.inventory.EconomicReviews.Choice;
import dev.millrace.engines.inventory.LeadTime;
import dev.millrace.engines.inventory.OrderTerms;
import dev.millrace.engines.inventory.PathDemand;
import dev.millrace.engines.inventory.ReplayCosts;
import dev.millrace.engines.inventory.ReplayItem;
import dev.millrace.engines.inventory.ServiceTarget;
import dev.millrace.engines.inventory.TrailingPlan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether stock plans keep the fill rate that they promise, and what they save against fixed days of cover, on the daily sales of 500
 * items in stores. The file has sales alone, so that the rest is assumed: sales are taken as what was asked for; orders may be placed
 * every day, take 3, 4 or 5 days, each as likely as another, and demand that is not met is served late, which is what the planner's
 * formula assumes. A unit is worth 10; holding it costs 25 % of that a year, a late unit 0.10, an order line 1.50. The last two are
 * those at which an order every 3 days and a fill rate near 95 % are about the cheapest for an item of the usual 50 units a day, by the
 * economic order quantity and the newsvendor's ratio.
 */
final class StoreItemInventory implements Evaluation {

    private static final int TEST_YEAR = 2017;
    private static final double TARGET = 0.95;
    private static final List<Integer> REVIEWS = List.of(1, 2, 3, 4, 5, 6, 7);
    private static final int[] LEAD_TIMES = {3, 4, 5};
    private static final ReplayCosts COSTS = new ReplayCosts(10 * 0.25 / 365, 1.50, 0.10, 0);
    private static final long SEED = 20170101;
    private static final double[] SMOOTHINGS = {0.01, 0.02, 0.05, 0.1, 0.2};
    /** Fill rates that what is saved could be spent on. */
    private static final double[] HIGHER = {0.955, 0.96, 0.965, 0.97, 0.975, 0.98};

    private static final List<Integer> LOOKBACKS = List.of(7, 14, 28, 56);
    private static final int TRAILING = 56;
    private static final int WEEK = 7;
    private static final int A_YEAR = 365;

    /** Days of cover as the year before would have had them chosen. */
    private record ChosenCover(int review, int lookback, double days, double cost) {}

    @Override
    public String name() {
        return "store-item-inventory";
    }

    @Override
    public String method() {
        return "Replays 2017 day by day for 500 items in stores: lead times drawn from 3 to 5 days, unmet demand served late, a target"
                + " fill rate of 95 % over all units. Plans forecast the coming days by weekday, month and level, and order each item as"
                + " often, and serve as much of it, as is the cheapest for the target. Baseline: fixed days of the mean demand of late,"
                + " ordered every so many days, both chosen on 2016 to reach 95 % at the least cost; cost_saving is against as"
                + " many days as reach in 2017 the fill rate of the plans. Assumed: a unit is worth 10 and costs 25 % of that a year to"
                + " hold, a late unit 0.10, an order 1.50. response_saving: by how much shorter a unit is waited for, in the mean over all, where what plans save is spent on a"
                + " higher fill rate, chosen so that they cost no more in 2016. Intervals are from samples of the items.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        StoreItemSeries series = StoreItemSeries.of(ObservedPanel.daily(data.lake("store-item-demand")));
        data.tell("choosing on the year before");
        ChosenCover chosen = chosenCover(data, series);
        StockTrial trial = trial(series, TEST_YEAR, chosen.review());
        double smoothing = smoothing(series, trial);
        data.tell("replaying the last year");
        List<Choice> choices = choices(series, trial, smoothing, TARGET);
        AssortmentOutcome plans = plans(series, trial, smoothing, choices, ReplayItem.Unmet.OWED);
        double spent = spent(data, series, chosen);
        AssortmentOutcome faster =
                plans(series, trial, smoothing, choices(series, trial, smoothing, spent), ReplayItem.Unmet.OWED);
        CoverCurve covers = CoverCurve.of(trial, chosen.lookback());
        StockComparison comparison =
                new StockComparison(plans, faster, covers, trial.cover(chosen.days(), chosen.lookback()), TARGET);
        List<String> notes = new ArrayList<>(notes(series, trial, chosen, smoothing, comparison));
        notes.add(reviews(choices));
        notes.add(comparison.waiting(spent));
        return new EvaluationReport(comparison.metrics(SEED), notes);
    }

    private static StockTrial trial(StoreItemSeries series, int year, int review) {
        return new StockTrial(
                series.until(year), series.dayOf(year), new StockTrial.Terms(review, LEAD_TIMES, SEED + year), COSTS);
    }

    private static AssortmentOutcome plans(
            StoreItemSeries series, StockTrial trial, double smoothing, List<Choice> choices, ReplayItem.Unmet unmet) {
        return trial.replay(
                unmet,
                (item, before) -> new ForecastPlan(
                        series.first(),
                        before,
                        smoothing,
                        trial.terms().every(choices.get(item).review()),
                        choices.get(item).target()));
    }

    /** By the mean day of the year before, and by how far off forecasts were in it. */
    private static List<Choice> choices(StoreItemSeries series, StockTrial trial, double smoothing, double target) {
        int longest = trial.terms().every(REVIEWS.get(REVIEWS.size() - 1)).longestSpan();
        List<PathDemand> demands = trial.before()
                .parallel()
                .map(before -> {
                    double[] path = new double[longest];
                    Arrays.fill(
                            path,
                            Arrays.stream(before, before.length - A_YEAR, before.length)
                                    .average()
                                    .orElseThrow());
                    double[] errors = ForecastPlan.errorsOfLastYear(series.first(), before, smoothing, longest);
                    return new PathDemand(path, errors, LEAD_TIMES);
                })
                .toList();
        return new EconomicReviews(COSTS.holding(), COSTS.ordering(), REVIEWS).of(demands, OrderTerms.free(), target);
    }

    /** The highest fill rate at which plans would have cost no more than days of cover in the year before. */
    private static double spent(EvaluationData data, StoreItemSeries series, ChosenCover chosen) {
        StockTrial before = trial(series, TEST_YEAR - 1, chosen.review());
        double smoothing = smoothing(series, before);
        double spent = TARGET;
        for (double target : HIGHER) {
            data.tell("plans for " + target + " in the year before");
            List<Choice> choices = choices(series, before, smoothing, target);
            AssortmentOutcome plans = plans(series, before, smoothing, choices, ReplayItem.Unmet.OWED);
            spent = plans.cost(plans.all()) <= chosen.cost() ? target : spent;
        }
        return spent;
    }

    private static String reviews(List<Choice> choices) {
        Map<Integer, Long> items =
                choices.stream().collect(Collectors.groupingBy(Choice::review, TreeMap::new, Collectors.counting()));
        return "Items by days between their orders, as planned: " + items
                + String.format(
                        Locale.ROOT,
                        "; their own fill rates are from %.2f to %.2f.",
                        choices.stream()
                                .mapToDouble(choice -> choice.target().level())
                                .min()
                                .orElseThrow(),
                        choices.stream()
                                .mapToDouble(choice -> choice.target().level())
                                .max()
                                .orElseThrow());
    }

    private static ChosenCover chosenCover(EvaluationData data, StoreItemSeries series) {
        ChosenCover best = null;
        for (int review : REVIEWS) {
            StockTrial trial = trial(series, TEST_YEAR - 1, review);
            data.tell("days of cover, ordered every " + review + " days");
            int[] all = IntStream.range(0, trial.series().size()).toArray();
            for (int lookback : LOOKBACKS) {
                CoverCurve curve = CoverCurve.of(trial, lookback);
                ChosenCover cover = new ChosenCover(
                        review,
                        lookback,
                        curve.daysAt(TARGET, all),
                        curve.at(TARGET, outcome -> outcome.cost(all), all));
                best = best == null || cover.cost() < best.cost() ? cover : best;
            }
        }
        return best;
    }

    /** The smoothing whose forecasts of a week were the least off in the year before. */
    private static double smoothing(StoreItemSeries series, StockTrial trial) {
        return DoubleStream.of(SMOOTHINGS)
                .boxed()
                .min(Comparator.comparingDouble(smoothing -> trial.before()
                        .parallel()
                        .mapToDouble(
                                before -> ForecastPlan.errorsOfLastYear(series.first(), before, smoothing, WEEK)[WEEK])
                        .sum()))
                .orElseThrow();
    }

    private static List<String> notes(
            StoreItemSeries series,
            StockTrial trial,
            ChosenCover chosen,
            double smoothing,
            StockComparison comparison) {
        List<Choice> alike = trial.before()
                .map(before -> new Choice(chosen.review(), ServiceTarget.fillRate(TARGET)))
                .toList();
        AssortmentOutcome plans = plans(series, trial, smoothing, alike, ReplayItem.Unmet.OWED);
        AssortmentOutcome lost = plans(series, trial, smoothing, alike, ReplayItem.Unmet.LOST_AND_RECORDED);
        AssortmentOutcome trailing = trailing(trial, ReplayItem.Unmet.OWED);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Chosen on %d: an order every %d days, %.2f days of cover by the mean of %d days; smoothing of the level %.2f. %s",
                        TEST_YEAR - 1,
                        chosen.review(),
                        chosen.days(),
                        chosen.lookback(),
                        smoothing,
                        comparison.summary()),
                String.format(
                        Locale.ROOT,
                        "Plans that order every item that often and serve %.2f of each have a fill rate of %.4f and save %.4f; by the"
                                + " mean and deviation of the last %d days instead of a forecast, %.4f and %.4f.",
                        TARGET,
                        plans.fillRate(plans.all()),
                        comparison.saving(plans),
                        TRAILING,
                        trailing.fillRate(trailing.all()),
                        comparison.saving(trailing)),
                String.format(
                        Locale.ROOT,
                        "Were sales lost and not served late, these plans' fill rate would be %.4f: the formula assumes that what is"
                                + " short is served late.",
                        lost.fillRate(lost.all())));
    }

    private static AssortmentOutcome trailing(StockTrial trial, ReplayItem.Unmet unmet) {
        LeadTime leadTime =
                LeadTime.of(Arrays.stream(LEAD_TIMES).asDoubleStream().toArray());
        int review = trial.terms().review();
        return trial.replay(
                unmet,
                (item, before) -> new TrailingPlan(
                        TRAILING, review, review, leadTime, OrderTerms.free(), ServiceTarget.fillRate(TARGET)));
    }
}
