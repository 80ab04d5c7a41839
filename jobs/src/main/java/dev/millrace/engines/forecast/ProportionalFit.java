package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.List;

/**
 * Values as products of factors, one of each kind, by iterative proportional fitting: each kind in turn becomes the ratio of what was
 * seen in its cells to what the other kinds' factors say of them, which ends at the greatest likelihood where values are Poisson.
 * Sources: Deming and Stephan, "On a least squares adjustment of a sampled frequency table", Annals of Mathematical Statistics 11
 * (1940); in insurance the method of minimum bias, Bailey and Simon, "Two studies in automobile insurance ratemaking", ASTIN Bulletin 1
 * (1960).
 */
public final class ProportionalFit {

    private final List<Kind> kinds;
    private final double[] values;
    private final double[][] factors;
    private final boolean[][] unseen;

    /**
     * A kind of factor, such as that of the month.
     *
     * @param size how many cells it has
     * @param cells the cell of each value, from 0; more than there are values may be given
     */
    @SuppressWarnings("ArrayRecordComponent") // read in each round: copies would cost more than they guard
    public record Kind(int size, int[] cells) {}

    private ProportionalFit(List<Kind> kinds, double... values) {
        this.kinds = kinds;
        this.values = values;
        factors = new double[kinds.size()][];
        unseen = new boolean[kinds.size()][];
        for (int k = 0; k < factors.length; k++) {
            factors[k] = new double[kinds.get(k).size()];
            unseen[k] = new boolean[kinds.get(k).size()];
            Arrays.fill(factors[k], 1);
        }
    }

    /**
     * Fits the factors. Only their products are determined, not how a product is shared among kinds.
     *
     * @param rounds how often each kind has its turn
     * @param values 0 or more
     * @return for each kind the factor of each cell; NaN where no value was seen, or none that the other factors expect
     */
    public static double[][] factors(int rounds, List<Kind> kinds, double... values) {
        ProportionalFit fit = new ProportionalFit(List.copyOf(kinds), values);
        for (int round = 0; round < rounds; round++) {
            for (int kind = 0; kind < kinds.size(); kind++) {
                fit.adapt(kind);
            }
        }
        return fit.seen();
    }

    private void adapt(int kind) {
        double[] seen = new double[factors[kind].length];
        double[] expected = new double[seen.length];
        int[] cells = kinds.get(kind).cells();
        for (int t = 0; t < values.length; t++) {
            seen[cells[t]] += values[t];
            expected[cells[t]] += productWithout(kind, t);
        }
        for (int cell = 0; cell < seen.length; cell++) {
            unseen[kind][cell] = !(expected[cell] > 0);
            factors[kind][cell] = unseen[kind][cell] ? 1 : seen[cell] / expected[cell];
        }
    }

    private double productWithout(int kind, int t) {
        double product = 1;
        for (int other = 0; other < factors.length; other++) {
            product *= other == kind ? 1 : factors[other][kinds.get(other).cells()[t]];
        }
        return product;
    }

    private double[][] seen() {
        double[][] seen = new double[factors.length][];
        for (int k = 0; k < seen.length; k++) {
            seen[k] = factors[k].clone();
            for (int cell = 0; cell < seen[k].length; cell++) {
                seen[k][cell] = unseen[k][cell] ? Double.NaN : factors[k][cell];
            }
        }
        return seen;
    }
}
