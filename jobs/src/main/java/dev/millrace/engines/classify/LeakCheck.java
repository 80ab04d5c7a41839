package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Looks for features that alone tell the label too well to be known before it. */
public final class LeakCheck {

    private LeakCheck() {}

    /**
     * A feature that is too good.
     *
     * @param feature its name
     * @param auc how well it ranks the labels alone
     */
    public record Suspect(String feature, double auc) {}

    /** The features that alone rank labels with an AUC above the limit, in either direction. */
    public static List<Suspect> suspects(Sample sample, double limit) {
        List<Suspect> suspects = new ArrayList<>();
        for (int i = 0; i < sample.features().size(); i++) {
            double auc = sample.features().get(i).isNumeric() ? ofNumbers(sample, i) : ofLevels(sample, i);
            if (Math.max(auc, 1 - auc) > limit) {
                suspects.add(new Suspect(sample.features().get(i).name(), Math.max(auc, 1 - auc)));
            }
        }
        return suspects;
    }

    private static double ofNumbers(Sample sample, int feature) {
        double[] numbers = new double[sample.size()];
        for (int row = 0; row < numbers.length; row++) {
            Object value = sample.values()[row][feature];
            numbers[row] = value == null ? Double.NEGATIVE_INFINITY : (Double) value;
        }
        return new Measures(numbers, sample.labels()).auc();
    }

    /** Each row is given the rate of the other rows of its level, so that a level of one row tells nothing. */
    private static double ofLevels(Sample sample, int feature) {
        Map<String, double[]> levels = new HashMap<>();
        for (int row = 0; row < sample.size(); row++) {
            double[] counts =
                    levels.computeIfAbsent(CategoryCode.level(sample.values()[row][feature]), level -> new double[2]);
            counts[0]++;
            counts[1] += sample.labels()[row];
        }
        double[] rates = new double[sample.size()];
        double all = sample.rate();
        for (int row = 0; row < rates.length; row++) {
            double[] counts = levels.get(CategoryCode.level(sample.values()[row][feature]));
            rates[row] = (counts[1] - sample.labels()[row] + all) / counts[0];
        }
        return new Measures(rates, sample.labels()).auc();
    }
}
