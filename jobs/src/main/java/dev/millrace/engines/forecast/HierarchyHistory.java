package dev.millrace.engines.forecast;

import java.util.ArrayList;
import java.util.List;

/**
 * What the series of a hierarchy were, period by period: values that add up.
 *
 * @param hierarchy what adds up to what
 * @param values one row a series of the hierarchy, oldest period first
 * @param rederived the series whose values as given were not the sum of their parts, and were put aside for it
 */
@SuppressWarnings("ArrayRecordComponent") // read often: copies would cost more than they guard
public record HierarchyHistory(Hierarchy hierarchy, double[][] values, List<HierarchyNode> rederived) {

    /** What is still rounding, as a share of the greatest value of a series and its parts. */
    private static final double ROUNDING = 1e-6;

    /** What is done where parts do not add up. */
    public enum Mismatch {
        /** Nothing is forecast, and it is said which series it is. */
        REFUSE,
        /** The sum of the bottom series takes the place of what was given, and the result names the series. */
        REDERIVE
    }

    public HierarchyHistory {
        rederived = List.copyOf(rederived);
    }

    /** What bottom series were; the others are their sums. */
    public static HierarchyHistory ofBottom(Hierarchy hierarchy, double[][] bottom) {
        return new HierarchyHistory(hierarchy, hierarchy.sum(bottom), List.of());
    }

    /**
     * What all series were, as given.
     *
     * @param values one row a series of the hierarchy
     * @param mismatch what is done where parts do not add up
     * @throws IncoherentHierarchyException where parts do not add up and that is to be refused
     */
    public static HierarchyHistory of(Hierarchy hierarchy, double[][] values, Mismatch mismatch) {
        double[][] bottom = new double[hierarchy.bottomSize()][];
        System.arraycopy(values, hierarchy.sums(), bottom, 0, bottom.length);
        double[][] sums = hierarchy.sum(bottom);
        List<HierarchyNode> wrong = new ArrayList<>();
        for (int node = 0; node < hierarchy.sums(); node++) {
            int period = firstGap(values[node], sums[node]);
            if (period >= 0 && mismatch == Mismatch.REFUSE) {
                throw new IncoherentHierarchyException(
                        hierarchy.nodes().get(node), period, values[node][period], sums[node][period]);
            }
            if (period >= 0) {
                wrong.add(hierarchy.nodes().get(node));
            }
        }
        return new HierarchyHistory(hierarchy, sums, wrong);
    }

    private static int firstGap(double[] given, double... sum) {
        if (given.length != sum.length) {
            throw new IllegalArgumentException(
                    "A series has " + given.length + " periods and its parts have " + sum.length + ".");
        }
        double greatest = 0;
        for (int t = 0; t < sum.length; t++) {
            greatest = Math.max(greatest, Math.max(Math.abs(given[t]), Math.abs(sum[t])));
        }
        for (int t = 0; t < sum.length; t++) {
            // Not a number is a gap too.
            if (!(Math.abs(given[t] - sum[t]) <= ROUNDING * greatest)) {
                return t;
            }
        }
        return -1;
    }
}
