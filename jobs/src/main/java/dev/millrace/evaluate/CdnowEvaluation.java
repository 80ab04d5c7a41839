package dev.millrace.evaluate;

import dev.millrace.engines.lifetime.BgNbd;
import dev.millrace.engines.lifetime.BgNbdFit;
import dev.millrace.engines.lifetime.PurchaseHistories;
import dev.millrace.engines.statistics.Interval;
import dev.millrace.tables.silver.OrderLine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;

/** BG/NBD on the customers of CDNOW, as in the paper that it comes from (Fader, Hardie and Lee 2005). */
final class CdnowEvaluation implements Evaluation {

    private static final int SAMPLES = 200;
    private static final long SEED = 20050401;
    private static final double NORMAL_95 = 1.959964;
    private static final List<String> PARAMETERS = List.of("r", "alpha", "a", "b");

    /** What is judged: what was expected of the customers, beside what they did. */
    private record Judged(double[] expected, double[] baseline, double[] actual) {

        double correlation() {
            return new PearsonsCorrelation().correlation(expected, actual);
        }

        double baselineCorrelation() {
            return new PearsonsCorrelation().correlation(baseline, actual);
        }

        double totalError() {
            return error(expected);
        }

        double baselineTotalError() {
            return error(baseline);
        }

        private double error(double[] forecast) {
            double total = Arrays.stream(actual).sum();
            return Math.abs(Arrays.stream(forecast).sum() - total) / total;
        }
    }

    @Override
    public String name() {
        return "cdnow";
    }

    @Override
    public String method() {
        return "Fits BG/NBD to 39 weeks of CDNOW's customers, as in the paper, and compares what it expects of each in the 39 weeks"
                + " after with what happened; the baseline repeats each customer's own rate. Intervals of the parameters are from"
                + " their standard errors, the others from " + SAMPLES + " samples of the customers, each fitted anew.";
    }

    @Override
    public EvaluationReport evaluate(EvaluationData data) {
        CdnowCustomers customers = CdnowCustomers.of(data.lake("cdnow").read(OrderLine.SPEC));
        BgNbdFit fit = BgNbdFit.of(customers.histories());
        Judged judged = judged(fit.model(), customers);
        List<Judged> samples = samples(fit, customers);
        List<Metric> metrics = new ArrayList<>(parameters(fit));
        metrics.add(within(samples, Judged::correlation, "holdout_correlation", judged)
                .beside(judged.baselineCorrelation()));
        metrics.add(within(samples, Judged::totalError, "total_error", judged).beside(judged.baselineTotalError()));
        metrics.add(Metric.of("cumulative_error", cumulativeError(fit.model(), customers)));
        return new EvaluationReport(metrics, notes(fit, customers, judged));
    }

    private static List<Metric> parameters(BgNbdFit fit) {
        BgNbd model = fit.model();
        double[] values = {model.r(), model.alpha(), model.a(), model.b()};
        return IntStream.range(0, values.length)
                .mapToObj(i -> Metric.of(PARAMETERS.get(i), values[i])
                        .within(
                                values[i] - NORMAL_95 * fit.standardError(i),
                                values[i] + NORMAL_95 * fit.standardError(i)))
                .toList();
    }

    private static Judged judged(BgNbd model, CdnowCustomers customers) {
        PurchaseHistories known = customers.histories();
        double[] expected = each(
                customers,
                i -> model.expectedPurchases(
                        CdnowCustomers.HOLDOUT_WEEKS, known.x()[i], known.recency()[i], known.age()[i]));
        double[] baseline = each(customers, i -> known.x()[i] / known.age()[i] * CdnowCustomers.HOLDOUT_WEEKS);
        return new Judged(expected, baseline, customers.holdout());
    }

    private static double[] each(CdnowCustomers customers, java.util.function.IntToDoubleFunction figure) {
        return IntStream.range(0, customers.size()).mapToDouble(figure).toArray();
    }

    private static List<Judged> samples(BgNbdFit fit, CdnowCustomers customers) {
        Random chance = new Random(SEED);
        List<Judged> samples = new ArrayList<>();
        for (int i = 0; i < SAMPLES; i++) {
            CdnowCustomers sample = customers.sample(
                    chance.ints(customers.size(), 0, customers.size()).toArray());
            samples.add(judged(fit.again(sample.histories()).model(), sample));
        }
        return samples;
    }

    private static Metric within(List<Judged> samples, ToDoubleFunction<Judged> figure, String name, Judged judged) {
        return Metric.of(name, figure.applyAsDouble(judged))
                .within(Interval.percentiles(
                        samples.stream().mapToDouble(figure).toArray()));
    }

    /**
     * How far all repeat purchases of the 78 weeks are from what the model expects of new customers who began when these did: the end
     * of the curve by which the paper judges totals (its figure 2).
     */
    private static double cumulativeError(BgNbd model, CdnowCustomers customers) {
        double expected = Arrays.stream(customers.histories().age())
                .map(age -> model.expectedPurchases(age + CdnowCustomers.HOLDOUT_WEEKS))
                .sum();
        double actual = DoubleStream.concat(
                        Arrays.stream(customers.histories().x()), Arrays.stream(customers.holdout()))
                .sum();
        return Math.abs(expected - actual) / actual;
    }

    private static List<String> notes(BgNbdFit fit, CdnowCustomers customers, Judged judged) {
        return List.of(
                String.format(
                        Locale.ROOT,
                        "%d customers; log-likelihood %.1f; expected %.0f repeat purchases in the 39 weeks, and %.0f were made.",
                        customers.size(),
                        fit.logLikelihood(),
                        Arrays.stream(judged.expected()).sum(),
                        Arrays.stream(judged.actual()).sum()),
                "cumulative_error is the relative error of all repeat purchases of the 78 weeks, as the paper follows them;"
                        + " total_error that of the last 39 weeks alone.");
    }
}
