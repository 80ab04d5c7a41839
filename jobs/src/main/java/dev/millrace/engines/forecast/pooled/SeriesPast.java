package dev.millrace.engines.forecast.pooled;

import java.util.Arrays;

/** The values of a series before an origin, with sums that make the mean of any window cost the same. */
final class SeriesPast {

    private final double[] values;
    private final double[] sums;
    private final double[] changes;
    private final int season;
    private int length;

    private SeriesPast(double[] values, double[] sums, double[] changes, int season, int length) {
        this.values = values;
        this.sums = sums;
        this.changes = changes;
        this.season = season;
        this.length = length;
    }

    /**
     * All values of a series.
     *
     * @param season periods of a season, over which changes are summed
     * @param room how many values may be added
     */
    static SeriesPast of(double[] values, int season, int room) {
        int size = values.length + room;
        SeriesPast past =
                new SeriesPast(Arrays.copyOf(values, size), new double[size + 1], new double[size + 1], season, 0);
        for (double value : values) {
            past.add(value);
        }
        return past;
    }

    /** The same before an earlier origin; nothing may be added to it. */
    SeriesPast until(int origin) {
        return new SeriesPast(values, sums, changes, season, origin);
    }

    void add(double value) {
        values[length] = value;
        sums[length + 1] = sums[length] + value;
        double change = length < season ? 0 : Math.abs(value - values[length - season]);
        changes[length + 1] = changes[length] + change;
        length++;
    }

    int length() {
        return length;
    }

    double at(int index) {
        return values[index];
    }

    /** The mean of the values from one index to before another, as far as they exist; NaN where none does. */
    double mean(int from, int to) {
        int first = Math.max(0, from);
        int end = Math.min(length, to);
        return end <= first ? Double.NaN : (sums[end] - sums[first]) / (end - first);
    }

    /** How far the last values were from those a season before, on average; 0 where there is none. */
    double change(int last) {
        int first = Math.max(season, length - last);
        return length <= first ? 0 : (changes[length] - changes[first]) / (length - first);
    }
}
