package dev.millrace.engines.classify;

import java.io.Serializable;

/**
 * One decision tree; node 0 is its root.
 *
 * @param column the column that a node asks for, -1 for a leaf
 * @param threshold rows at most this go left
 * @param left the left child
 * @param right the right child
 * @param value what a leaf says; at other nodes the mean of the leaves below, by training rows
 */
@SuppressWarnings("ArrayRecordComponent") // walked once a row: lists would box each number
public record Tree(int[] column, double[] threshold, int[] left, int[] right, double[] value) implements Serializable {

    /** What the leaf says that a row comes to. */
    public double value(double... row) {
        int node = 0;
        while (column[node] >= 0) {
            node = row[column[node]] <= threshold[node] ? left[node] : right[node];
        }
        return value[node];
    }

    /**
     * Adds to each column by how much the row's path changed the expected value where it asked for that column (Saabas,
     * "Interpreting random forests", 2014).
     */
    void addContributions(double[] row, double scale, double[] into) {
        int node = 0;
        while (column[node] >= 0) {
            int next = row[column[node]] <= threshold[node] ? left[node] : right[node];
            into[column[node]] += scale * (value[next] - value[node]);
            node = next;
        }
    }
}
