package dev.millrace.evaluate;

import dev.millrace.engines.inventory.LeadTime;
import dev.millrace.engines.inventory.OrderTerms;
import dev.millrace.engines.inventory.ReplayCosts;
import dev.millrace.engines.inventory.ReplayItem;
import dev.millrace.engines.inventory.ServiceTarget;
import dev.millrace.engines.inventory.TrailingPlan;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Whether stock plans keep the fill rate that they promise, and what they save against fixed days of cover, on the daily sales of 500
 * items in stores. The file has sales alone, so that the rest is assumed: sales are taken as what was asked for; stock is reviewed every 3
 * days, orders take 3, 4 or 5 days, each as likely as another, and demand that is not met is served late, which is what the planner's
 * formula assumes. A unit is worth 10; holding it costs 25 % of that a year, a late unit 0.10, an order line 1.50. The last two are
 * those at which a review every 3 days and a fill rate near 95 % are about the cheapest for an item of the usual 50 units a day, by the
 * economic order quantity and the newsvendor's ratio.
 */
final class StoreItemInventory implements Evaluation {

    private static final int TEST_YEAR = 2017;
    private static final double TARGET = 0.95;
    private static final int REVIEW = 3;
    private static final int[] LEAD_TIMES = {3, 4, 5};
    private static final ReplayCosts COSTS = new ReplayCosts(10 * 0.25 / 365, 1.50, 0.10, 0);
    private static final long SEED = 20170101;
    private static final double[] SMOOTHINGS = {0.01, 0.02, 0.05, 0.1, 0.2};
    private static final List<Integer> LOOKBACKS = List.of(7, 14, 28, 56);
    private static final int TRAILING = 56;
    private static final int WEEK = 7;

    /** Days of cover as the year before would have had them chosen. */
    private record ChosenCover(int lookback, double days, double cost) {}

    @Override
    public String name() {
        return "store-item-inventory";
    }

    @Override
    public String method() {
        return "Replays 2017 day by day for 500 items in stores: reviews every 3 days, lead times drawn from 3 to 5 days, unmet demand"
                + " served late, a target fill rate of 95 %. Plans forecast the coming days by weekday, month and level. Baseline:"
                + " fixed days of the mean demand of late, chosen on 2016 to reach 95 % at the least cost; cost_saving is against as"
                + " many days as reach in 2017 the fill rate of the plans. Assumed: a unit is worth 10 and costs 25 % of that a year to"
                + " hold, a late unit 0.10, an order 1.50. Intervals are from samples of the items.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        StoreItemSeries series = StoreItemSeries.of(ObservedPanel.daily(data.lake("store-item-demand")));
        data.tell("choosing on the year before");
        ChosenCover chosen = chosenCover(trial(series, TEST_YEAR - 1));
        StockTrial trial = trial(series, TEST_YEAR);
        double smoothing = smoothing(series, trial);
        data.tell("replaying the last year");
        AssortmentOutcome plans = plans(series, trial, smoothing, ReplayItem.Unmet.OWED);
        CoverCurve covers = CoverCurve.of(trial, chosen.lookback());
        StockComparison comparison =
                new StockComparison(plans, covers, trial.cover(chosen.days(), chosen.lookback()), TARGET);
        return new EvaluationReport(comparison.metrics(SEED), notes(series, trial, chosen, smoothing, comparison));
    }

    private static StockTrial trial(StoreItemSeries series, int year) {
        return new StockTrial(
                series.until(year), series.dayOf(year), new StockTrial.Terms(REVIEW, LEAD_TIMES, SEED + year), COSTS);
    }

    private static AssortmentOutcome plans(
            StoreItemSeries series, StockTrial trial, double smoothing, ReplayItem.Unmet unmet) {
        ServiceTarget target = ServiceTarget.fillRate(TARGET);
        return trial.replay(
                unmet, before -> new ForecastPlan(series.first(), before, smoothing, trial.terms(), target));
    }

    private static ChosenCover chosenCover(StockTrial trial) {
        int[] all = IntStream.range(0, trial.series().size()).toArray();
        return LOOKBACKS.stream()
                .map(lookback -> {
                    CoverCurve curve = CoverCurve.of(trial, lookback);
                    return new ChosenCover(
                            lookback, curve.daysAt(TARGET, all), curve.at(TARGET, outcome -> outcome.cost(all), all));
                })
                .min(Comparator.comparingDouble(ChosenCover::cost))
                .orElseThrow();
    }

    /** The smoothing whose forecasts of a week were the least off in the year before. */
    private static double smoothing(StoreItemSeries series, StockTrial trial) {
        return DoubleStream.of(SMOOTHINGS)
                .boxed()
                .min(Comparator.comparingDouble(smoothing -> trial.series().parallelStream()
                        .map(all -> Arrays.copyOf(all, trial.firstDay()))
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
        AssortmentOutcome lost = plans(series, trial, smoothing, ReplayItem.Unmet.LOST_AND_RECORDED);
        AssortmentOutcome trailingLost = trailing(trial, ReplayItem.Unmet.LOST_AND_RECORDED);
        AssortmentOutcome trailing = trailing(trial, ReplayItem.Unmet.OWED);
        return List.of(
                String.format(
                        Locale.ROOT,
                        "Chosen on %d: %.2f days of cover by the mean of %d days; smoothing of the level %.2f. %s",
                        TEST_YEAR - 1,
                        chosen.days(),
                        chosen.lookback(),
                        smoothing,
                        comparison.summary()),
                String.format(
                        Locale.ROOT,
                        "Plans by the mean and deviation of the last %d days have a fill rate of %.4f and save %.4f against days"
                                + " of cover at that rate.",
                        TRAILING,
                        trailing.fillRate(trailing.all()),
                        comparison.saving(trailing)),
                String.format(
                        Locale.ROOT,
                        "Were sales lost and not served late, the fill rate would be %.4f, and %.4f with the last %d days:"
                                + " the formula assumes that what is short is served late.",
                        lost.fillRate(lost.all()),
                        trailingLost.fillRate(trailingLost.all()),
                        TRAILING));
    }

    private static AssortmentOutcome trailing(StockTrial trial, ReplayItem.Unmet unmet) {
        LeadTime leadTime =
                LeadTime.of(Arrays.stream(LEAD_TIMES).asDoubleStream().toArray());
        return trial.replay(
                unmet,
                before -> new TrailingPlan(
                        TRAILING, REVIEW, REVIEW, leadTime, OrderTerms.free(), ServiceTarget.fillRate(TARGET)));
    }
}
