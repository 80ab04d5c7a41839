package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the trees out of LightGBM's model text (its {@code gbdt_model_text} format, version 4). Rows have no missing values
 * and no categories when they come here, so that each decision is a comparison.
 */
public final class LightGbmText {

    private final Map<String, String> block;
    private final int[] columns;

    private LightGbmText(Map<String, String> block, int[] columns) {
        this.block = block;
        this.columns = columns;
    }

    /**
     * The trees.
     *
     * @param text the whole model
     * @param columns for each of the model's columns, the encoded column
     */
    public static List<Tree> trees(String text, int... columns) {
        List<Tree> trees = new ArrayList<>();
        for (String part : text.split("\nTree=", -1)) {
            if (part.contains("leaf_value=")) {
                trees.add(new LightGbmText(block(part), columns).tree());
            }
        }
        return trees;
    }

    private static Map<String, String> block(String text) {
        Map<String, String> block = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                block.putIfAbsent(line.substring(0, equals), line.substring(equals + 1));
            }
        }
        return block;
    }

    private double[] numbers(String key) {
        String text = block.getOrDefault(key, "").trim();
        return text.isEmpty()
                ? new double[0]
                : Arrays.stream(text.split(" ", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
    }

    /** Inner nodes come first, in LightGBM's order; leaf i is LightGBM's child ~i. */
    private Tree tree() {
        double[] leaves = numbers("leaf_value");
        double[] splits = numbers("split_feature");
        double[] thresholds = numbers("threshold");
        double[] lefts = numbers("left_child");
        double[] rights = numbers("right_child");
        double[] means = numbers("internal_value");
        int inner = leaves.length > 1 ? splits.length : 0;
        int size = inner + leaves.length;
        int[] column = new int[size];
        double[] threshold = new double[size];
        int[] left = new int[size];
        int[] right = new int[size];
        double[] value = new double[size];
        Arrays.fill(column, -1);
        for (int i = 0; i < inner; i++) {
            column[i] = columns[(int) splits[i]];
            threshold[i] = thresholds[i];
            left[i] = child((int) lefts[i], inner);
            right[i] = child((int) rights[i], inner);
            value[i] = means[i];
        }
        System.arraycopy(leaves, 0, value, inner, leaves.length);
        return new Tree(column, threshold, left, right, value);
    }

    private static int child(int number, int inner) {
        return number >= 0 ? number : inner + ~number;
    }
}
