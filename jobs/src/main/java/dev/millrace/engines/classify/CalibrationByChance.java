package dev.millrace.engines.classify;

import dev.millrace.engines.statistics.Interval;
import java.util.Arrays;
import java.util.Random;

/**
 * What expected calibration error the same probabilities would have if they were exact: rows are few, and outcomes are chance, so that
 * it is never 0 (Bröcker and Smith, "Increasing the reliability of reliability diagrams", Weather and Forecasting 22, 2007).
 *
 * @param mean over outcomes drawn by the probabilities
 * @param interval that holds 95 % of them
 */
public record CalibrationByChance(double mean, Interval interval) {

    private static final int DRAWS = 400;

    /** Draws outcomes by the probabilities of some rows. */
    public static CalibrationByChance of(double[] probabilities, long seed) {
        Random random = new Random(seed);
        double[] errors = new double[DRAWS];
        double[] outcomes = new double[probabilities.length];
        for (int draw = 0; draw < DRAWS; draw++) {
            for (int i = 0; i < outcomes.length; i++) {
                outcomes[i] = random.nextDouble() < probabilities[i] ? 1 : 0;
            }
            errors[draw] = new Measures(probabilities, outcomes).expectedCalibrationError();
        }
        return new CalibrationByChance(Arrays.stream(errors).average().orElseThrow(), Interval.percentiles(errors));
    }
}
