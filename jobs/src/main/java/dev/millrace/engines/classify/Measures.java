package dev.millrace.engines.classify;

import dev.millrace.engines.statistics.Bootstrap;
import dev.millrace.engines.statistics.Interval;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How well probabilities tell what happened. All measures take one probability and one label (0 or 1) a row.
 *
 * @param probabilities what was said
 * @param labels what happened
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand rows: copies would cost more than they guard
public record Measures(double[] probabilities, double[] labels) {

    private static final int BINS = 10;

    /** A measure. */
    public interface Measure {
        double of(Measures said);
    }

    /** Chance that a row with label 1 has a higher probability than one with label 0, ties counted half (Hanley, McNeil, 1982). */
    public double auc() {
        int[] order = Ranks.ascending(probabilities);
        double ranks = 0;
        double ones = 0;
        for (int start = 0; start < order.length; ) {
            int end = start;
            double tied = 0;
            while (end < order.length && probabilities[order[end]] == probabilities[order[start]]) {
                tied += labels[order[end]];
                end++;
            }
            ranks += tied * (start + 1 + end) / 2.0;
            ones += tied;
            start = end;
        }
        double zeros = labels.length - ones;
        return ones == 0 || zeros == 0 ? 0.5 : (ranks - ones * (ones + 1) / 2) / (ones * zeros);
    }

    /** Average precision: the area under precision and recall, by steps; rows of one probability are one step. */
    public double averagePrecision() {
        int[] order = Ranks.ascending(probabilities);
        double all = Arrays.stream(labels).sum();
        double found = 0;
        double area = 0;
        for (int end = order.length; end > 0; ) {
            int start = end;
            double tied = 0;
            while (start > 0 && probabilities[order[start - 1]] == probabilities[order[end - 1]]) {
                start--;
                tied += labels[order[start]];
            }
            found += tied;
            area += tied * found / (order.length - start);
            end = start;
        }
        return all == 0 ? 0 : area / all;
    }

    /** Mean distance between what was said and what happened in ten bins of equal width, by rows (Guo et al., 2017). */
    public double expectedCalibrationError() {
        double[] said = new double[BINS];
        double[] happened = new double[BINS];
        for (int i = 0; i < labels.length; i++) {
            int bin = Math.min(BINS - 1, (int) (probabilities[i] * BINS));
            said[bin] += probabilities[i];
            happened[bin] += labels[i];
        }
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            error += Math.abs(said[bin] - happened[bin]);
        }
        return error / labels.length;
    }

    /** How many times more often it happened among the tenth with the highest probabilities than among all. */
    public double lift10() {
        int[] order = Ranks.ascending(probabilities);
        int tenth = Math.max(1, (int) Math.round(order.length / 10.0));
        double found = 0;
        for (int i = order.length - tenth; i < order.length; i++) {
            found += labels[order[i]];
        }
        double rate = Arrays.stream(labels).average().orElse(0);
        return rate == 0 ? 0 : found / tenth / rate;
    }

    /** Mean negative log-likelihood. */
    public double logLoss() {
        double sum = 0;
        for (int i = 0; i < labels.length; i++) {
            double bounded = Math.min(1 - 1e-12, Math.max(1e-12, probabilities[i]));
            sum -= labels[i] > 0 ? Math.log(bounded) : Math.log(1 - bounded);
        }
        return sum / labels.length;
    }

    /** The share of rows above a threshold that have label 1. */
    public double precision(double threshold) {
        double said = count(threshold, 0) + count(threshold, 1);
        return said == 0 ? 0 : count(threshold, 1) / said;
    }

    /** The share of rows with label 1 that are above a threshold. */
    public double recall(double threshold) {
        double all = Arrays.stream(labels).sum();
        return all == 0 ? 0 : count(threshold, 1) / all;
    }

    /** Harmonic mean of precision and recall. */
    public double f1(double threshold) {
        double precision = precision(threshold);
        double recall = recall(threshold);
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    /** The share of rows that are on their side of a threshold. */
    public double accuracy(double threshold) {
        double zeros = labels.length - Arrays.stream(labels).sum();
        return (count(threshold, 1) + zeros - count(threshold, 0)) / labels.length;
    }

    private double count(double threshold, int label) {
        double count = 0;
        for (int i = 0; i < labels.length; i++) {
            if (probabilities[i] >= threshold && labels[i] == label) {
                count++;
            }
        }
        return count;
    }

    /** The threshold with the highest F1. */
    public double bestThreshold() {
        double best = 0.5;
        double highest = -1;
        for (int step = 1; step < 100; step++) {
            double threshold = step / 100.0;
            if (f1(threshold) > highest) {
                highest = f1(threshold);
                best = threshold;
            }
        }
        return best;
    }

    /** All measures by name. */
    public static Map<String, Measure> all(double threshold) {
        Map<String, Measure> all = new LinkedHashMap<>();
        all.put("auc", Measures::auc);
        all.put("pr_auc", Measures::averagePrecision);
        all.put("f1", said -> said.f1(threshold));
        all.put("precision", said -> said.precision(threshold));
        all.put("recall", said -> said.recall(threshold));
        all.put("accuracy", said -> said.accuracy(threshold));
        all.put("expected_calibration_error", Measures::expectedCalibrationError);
        all.put("lift_10", Measures::lift10);
        all.put("log_loss", Measures::logLoss);
        return all;
    }

    /** The 95 % interval of a measure over rows drawn again. */
    public Interval interval(Measure measure, long seed) {
        return Bootstrap.interval(labels.length, seed, rows -> measure.of(take(rows)));
    }

    /** The 95 % interval of how much higher a measure is than for other probabilities of the same rows. */
    public Interval advantage(Measures other, Measure measure, long seed) {
        return Bootstrap.interval(labels.length, seed, rows -> measure.of(take(rows)) - measure.of(other.take(rows)));
    }

    private Measures take(int... rows) {
        double[] said = new double[rows.length];
        double[] happened = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            said[i] = probabilities[rows[i]];
            happened[i] = labels[rows[i]];
        }
        return new Measures(said, happened);
    }
}
