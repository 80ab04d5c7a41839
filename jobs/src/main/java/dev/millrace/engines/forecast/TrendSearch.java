package dev.millrace.engines.forecast;

import dev.millrace.engines.forecast.TrendChange.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;

/**
 * Finds the changes of a trend for one kind of noise: those of the least penalised likelihood, by taking the best one in again and
 * again (orthogonal least squares: Chen, Billings and Luo, "Orthogonal least squares methods and their application to non-linear
 * system identification", International Journal of Control 50, 1989), and then each out and in again where it fits best. What all
 * possible changes would bring is found at once, in as many operations as there are values.
 */
final class TrendSearch {

    /** Changes nearer to an end of the series than so many periods are not told from noise. */
    private static final int MARGIN = 4;

    private static final int MOST_CHANGES = 20;
    private static final int PERIODS_A_CHANGE = 20;
    private static final int MOST_ROUNDS = 10;
    private static final double FAR_BEHIND = 50;
    private static final double SMALLEST_ERROR = 1e-10;
    private static final double NOTHING = 1e-6;

    /** After how many changes that were not worth their cost the search ends. */
    private static final int IN_VAIN = 5;

    /** What is explained so far, and for each kind what a change in each period has left that is not. */
    private record Room(TrendBasis basis, Map<Kind, double[]> rest) {}

    private final NoiseFilter noise;
    private final int length;
    private final double[] target;
    private final double[] constant;
    private final double[] line;
    /** For each kind, the squared length of what the filter makes of a change in each period. */
    private final Map<Kind, double[]> sizes = new EnumMap<>(Kind.class);

    private final double floor;

    TrendSearch(double[] values, NoiseFilter noise) {
        this.noise = noise;
        length = values.length;
        target = noise.apply(values);
        double[] ones = new TrendChange(Kind.LEVEL, 0).shape(length);
        constant = noise.apply(ones);
        line = noise.apply(new TrendChange(Kind.DIRECTION, 0).shape(length));
        for (Kind kind : Kind.values()) {
            sizes.put(kind, sizes(kind));
        }
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        floor = length * SMALLEST_ERROR * SMALLEST_ERROR * largest * largest + Double.MIN_NORMAL;
    }

    private double[] sizes(Kind kind) {
        double[] first = noise.apply(new TrendChange(kind, 1).shape(length));
        double[] sizes = new double[length + 1];
        double sum = 0;
        for (int t = 1; t < length; t++) {
            sum += first[t] * first[t];
            sizes[length - t] = sum;
        }
        return sizes;
    }

    /**
     * The changes of the least criterion.
     *
     * @param known the least criterion of other noises: where this noise is far behind, its changes are not improved any further
     */
    List<TrendChange> best(double known) {
        List<TrendChange> best = forward();
        if (criterion(best) > known + FAR_BEHIND) {
            return best;
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            List<TrendChange> next = joined(replaced(best));
            if (criterion(next) >= criterion(best)) {
                break;
            }
            best = next;
        }
        return best;
    }

    /** Twice the negative log-likelihood but for a constant, and what changes cost: see {@link TurningPoints}. */
    double criterion(List<TrendChange> changes) {
        return criterion(room(changes), changes.size());
    }

    private double criterion(Room room, int changes) {
        return length * Math.log(room.basis.squares() + floor) + changes * cost(length);
    }

    /** What a change must bring. */
    static double cost(int length) {
        return 3 * Math.log(length);
    }

    private Room room(List<TrendChange> changes) {
        Map<Kind, double[]> rest = new EnumMap<>(Kind.class);
        sizes.forEach((kind, size) -> rest.put(kind, size.clone()));
        Room room = new Room(new TrendBasis(target), rest);
        take(room, constant);
        take(room, line);
        changes.forEach(change -> take(room, change));
        return room;
    }

    private void take(Room room, TrendChange change) {
        take(room, noise.apply(change.shape(length)));
    }

    private void take(Room room, double[] vector) {
        double[] direction = room.basis.add(vector);
        products(direction).forEach((kind, product) -> {
            double[] rest = room.rest.get(kind);
            for (int t = 1; t < length; t++) {
                rest[t] -= product[t] * product[t];
            }
        });
    }

    private List<TrendChange> forward() {
        List<TrendChange> changes = new ArrayList<>();
        List<TrendChange> best = List.of();
        Room room = room(changes);
        double least = criterion(room, 0);
        int most = Math.min(MOST_CHANGES, length / PERIODS_A_CHANGE);
        while (changes.size() < Math.min(most, best.size() + IN_VAIN)) {
            TrendChange next = likeliest(room);
            if (next == null) {
                break;
            }
            changes.add(next);
            take(room, next);
            double criterion = criterion(room, changes.size());
            if (criterion < least) {
                least = criterion;
                best = List.copyOf(changes);
            }
        }
        return best;
    }

    /** Each change taken out, and put in again where it then fits best if it is worth what it costs. */
    private List<TrendChange> replaced(List<TrendChange> changes) {
        List<TrendChange> kept = new ArrayList<>(changes);
        for (TrendChange change : changes) {
            kept.remove(change);
            replace(kept);
        }
        return kept;
    }

    /** Two changes that follow each other taken out and one put in, where that is enough. */
    private List<TrendChange> joined(List<TrendChange> changes) {
        List<TrendChange> best = changes;
        List<TrendChange> ordered = new ArrayList<>(changes);
        ordered.sort(Comparator.comparingInt(TrendChange::at));
        for (int i = 0; i + 1 < ordered.size(); i++) {
            List<TrendChange> kept = new ArrayList<>(ordered);
            kept.subList(i, i + 2).clear();
            replace(kept);
            best = criterion(kept) < criterion(best) ? kept : best;
        }
        return best;
    }

    /** Puts a change in where it fits best, if it is worth what it costs. */
    private void replace(List<TrendChange> kept) {
        Room room = room(kept);
        TrendChange better = likeliest(room);
        if (better != null) {
            double without = criterion(room, 0);
            take(room, better);
            if (criterion(room, 1) < without) {
                kept.add(better);
            }
        }
    }

    /** The change that takes most of the squares that are left; null where none takes anything. */
    private TrendChange likeliest(Room room) {
        Map<Kind, double[]> products = products(room.basis.left());
        TrendChange best = null;
        double most = 0;
        for (Kind kind : Kind.values()) {
            int margin = kind == Kind.OUTLIER ? 1 : MARGIN;
            double[] rest = room.rest.get(kind);
            double[] size = sizes.get(kind);
            double[] product = products.get(kind);
            for (int t = margin; t <= length - margin; t++) {
                double gain = product[t] * product[t] / rest[t];
                if (rest[t] > NOTHING * size[t] && gain > most) {
                    most = gain;
                    best = new TrendChange(kind, t);
                }
            }
        }
        return best;
    }

    /** For each kind, the inner products of a vector with what the filter makes of a change in each period. */
    private Map<Kind, double[]> products(double[] vector) {
        double[] impulses = noise.withImpulses(vector);
        double[] levels = new double[length + 1];
        double[] directions = new double[length + 1];
        for (int t = length - 1; t > 0; t--) {
            directions[t] = directions[t + 1] + levels[t + 1];
            levels[t] = levels[t + 1] + impulses[t];
        }
        return new EnumMap<>(Map.of(Kind.OUTLIER, impulses, Kind.LEVEL, levels, Kind.DIRECTION, directions));
    }

    /** The sizes of constant, slope and changes, by least squares; 0 of what the noise hides. */
    double[] coefficients(List<TrendChange> changes) {
        List<double[]> columns = new ArrayList<>(List.of(constant, line));
        changes.forEach(change -> columns.add(noise.apply(change.shape(length))));
        double[][] matrix = new double[length][columns.size()];
        for (int t = 0; t < length; t++) {
            for (int i = 0; i < columns.size(); i++) {
                matrix[t][i] = columns.get(i)[t];
            }
        }
        return new SingularValueDecomposition(new Array2DRowRealMatrix(matrix, false))
                .getSolver()
                .solve(new ArrayRealVector(target, false))
                .toArray();
    }
}
