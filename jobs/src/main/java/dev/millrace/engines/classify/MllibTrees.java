package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.apache.spark.ml.tree.ContinuousSplit;
import org.apache.spark.ml.tree.InternalNode;
import org.apache.spark.ml.tree.Node;

/** Turns MLlib's trees into plain ones. */
final class MllibTrees {

    private final int[] columns;
    private final ToDoubleFunction<Node> value;
    private final List<Integer> column = new ArrayList<>();
    private final List<Double> threshold = new ArrayList<>();
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final List<Double> values = new ArrayList<>();

    private MllibTrees(int[] columns, ToDoubleFunction<Node> value) {
        this.columns = columns;
        this.value = value;
    }

    /**
     * A plain tree.
     *
     * @param columns for each of the tree's columns, the encoded column
     * @param value what a node says
     */
    static Tree plain(Node root, int[] columns, ToDoubleFunction<Node> value) {
        MllibTrees trees = new MllibTrees(columns, value);
        trees.add(root);
        return new Tree(
                trees.column.stream().mapToInt(Integer::intValue).toArray(),
                trees.threshold.stream().mapToDouble(Double::doubleValue).toArray(),
                trees.left.stream().mapToInt(Integer::intValue).toArray(),
                trees.right.stream().mapToInt(Integer::intValue).toArray(),
                trees.values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private int add(Node node) {
        int index = column.size();
        column.add(-1);
        threshold.add(0.0);
        left.add(-1);
        right.add(-1);
        values.add(value.applyAsDouble(node));
        if (node instanceof InternalNode inner && inner.split() instanceof ContinuousSplit split) {
            column.set(index, columns[split.featureIndex()]);
            threshold.set(index, split.threshold());
            left.set(index, add(inner.leftChild()));
            right.set(index, add(inner.rightChild()));
        }
        return index;
    }
}
