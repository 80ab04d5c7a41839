package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Rows to learn from, and later or other rows to choose by.
 *
 * @param training to learn from
 * @param validation to choose by
 */
public record Split(Sample training, Sample validation) {

    /** Every row is in the validation part of one split; each part has its share of labels. */
    public static List<Split> folds(Sample sample, int folds, long seed) {
        int[] fold = assignment(sample, folds, seed);
        List<Split> splits = new ArrayList<>();
        for (int i = 0; i < folds; i++) {
            int held = i;
            splits.add(new Split(sample.where(row -> fold[row] != held), sample.where(row -> fold[row] == held)));
        }
        return splits;
    }

    /** The fold of each row, with equal shares of each label. */
    public static int[] assignment(Sample sample, int folds, long seed) {
        Random random = new Random(seed);
        int[] fold = new int[sample.size()];
        for (int label = 0; label <= 1; label++) {
            List<Integer> rows = new ArrayList<>();
            for (int row = 0; row < fold.length; row++) {
                if (sample.labels()[row] == label) {
                    rows.add(row);
                }
            }
            Collections.shuffle(rows, random);
            for (int i = 0; i < rows.size(); i++) {
                fold[rows.get(i)] = i % folds;
            }
        }
        return fold;
    }
}
