package dev.millrace.engines.forecast;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Row;

/**
 * Makes a series with a value for each of its periods of what is told of it.
 *
 * @param holes what stands for periods without a row, between the first and the last of a series
 * @param longestHole periods without a row after which a measured series begins anew: what lay before is left out. Where holes are 0,
 *     nothing is
 * @param until the last period of all series; what lies between a series' own last and this one is a hole. Null for each its own
 * @param season periods of a season, for what is not known because there was too little to sell
 */
record SeriesFilling(Holes holes, int longestHole, Long until, int season) implements Serializable {

    /**
     * The series.
     *
     * @param series name, and points of period, value and whether it is censored, in their order
     * @return empty where it has no value
     */
    Optional<FilledSeries> filled(Row series) {
        List<Row> points = fromTheFirstValue(series.getList(1));
        if (points.isEmpty()) {
            return Optional.empty();
        }
        int first = afterTheHole(points);
        List<Row> looked = points.subList(first, points.size());
        long last = looked.get(looked.size() - 1).getLong(0);
        return Optional.of(new FilledSeries(
                series.getString(0), until == null ? last : Math.max(last, until), first > 0, values(looked)));
    }

    /** That there was too little of what was never sold before tells nothing. */
    private static List<Row> fromTheFirstValue(List<Row> points) {
        int first = 0;
        while (first < points.size() && points.get(first).isNullAt(1)) {
            first++;
        }
        return points.subList(first, points.size());
    }

    /** One value a period, up to the last of all series. */
    private double[] values(List<Row> points) {
        int count = points.size();
        long[] periods = new long[count];
        double[] told = new double[count];
        boolean[] censored = new boolean[count];
        for (int i = 0; i < count; i++) {
            Row point = points.get(i);
            periods[i] = point.getLong(0);
            told[i] = point.isNullAt(1) ? Double.NaN : point.getDouble(1);
            censored[i] = point.getBoolean(2);
        }
        double[] known = CensoredValues.known(told, censored);
        if (until != null && periods[count - 1] < until) {
            periods = Arrays.copyOf(periods, count + 1);
            known = Arrays.copyOf(known, count + 1);
            told = Arrays.copyOf(told, count + 1);
            periods[count] = until;
            known[count] = holes.after(known[count - 1]);
            told[count] = Double.NaN;
        }
        double[] least = new double[Math.toIntExact(periods[periods.length - 1] - periods[0] + 1)];
        Arrays.fill(least, Double.NaN);
        for (int i = 0; i < periods.length; i++) {
            least[(int) (periods[i] - periods[0])] = told[i];
        }
        return CensoredValues.estimate(holes.fill(periods, known), least, season);
    }

    /** The place of the first point after the last hole that is too long. */
    private int afterTheHole(List<Row> points) {
        for (int i = points.size() - 1; i > 0 && holes != Holes.ZERO; i--) {
            if (points.get(i).getLong(0) - points.get(i - 1).getLong(0) - 1 > longestHole) {
                return i;
            }
        }
        return 0;
    }
}
