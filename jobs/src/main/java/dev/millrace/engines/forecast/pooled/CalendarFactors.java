package dev.millrace.engines.forecast.pooled;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Daily series as products: the level of a series, times the factors of day of the week, month and year, which all series share. The
 * factors are those of the sum of all series, found in turns until they stay (ratios to what the other factors say, as in the method
 * of minimum bias: Bailey and Simon, "Two studies in automobile insurance ratemaking", ASTIN Bulletin 1, 1960). The level is the share
 * of a series in its last periods; the factor of the last year holds on.
 *
 * @param recent how many of the last days make the level of a series
 */
public record CalendarFactors(int recent) implements PanelMethod {

    private static final int TURNS = 30;

    @Override
    public String name() {
        return "calendar_factors";
    }

    @Override
    public double[][] forecast(List<PanelSeries> panel, int steps) {
        Days days = Days.of(panel, steps);
        double[] factors = days.factors();
        return panel.stream()
                .map(series -> forecast(series, factors, days.first, steps))
                .toArray(double[][]::new);
    }

    private double[] forecast(PanelSeries series, double[] factors, long first, int steps) {
        int length = series.values().length;
        int offset = (int) (series.start() - first);
        double said = 0;
        double was = 0;
        for (int t = Math.max(0, length - recent); t < length; t++) {
            was += series.values()[t];
            said += factors[offset + t];
        }
        double level = said > 0 ? was / said : 0;
        double[] forecast = new double[steps];
        for (int h = 0; h < steps; h++) {
            forecast[h] = level * factors[offset + length + h];
        }
        return forecast;
    }

    /** The days of a panel and those to forecast: what groups each is in, and the sum of all series. */
    private static final class Days {

        private final long first;
        private final double[] sums;
        private final int known;
        private final int[][] groups;

        private Days(long first, double[] sums, int known) {
            this.first = first;
            this.sums = sums;
            this.known = known;
            int year = LocalDate.ofEpochDay(first).getYear();
            this.groups = new int[][] {
                groups(day -> date(day).getDayOfWeek().getValue() - 1),
                groups(day -> date(day).getMonthValue() - 1),
                groups(day -> date(day).getYear() - year)
            };
        }

        static Days of(List<PanelSeries> panel, int steps) {
            long first = panel.stream().mapToLong(PanelSeries::start).min().orElseThrow();
            long end = panel.stream()
                    .mapToLong(series -> series.start() + series.values().length)
                    .max()
                    .orElseThrow();
            double[] sums = new double[(int) (end - first) + steps];
            for (PanelSeries series : panel) {
                for (int t = 0; t < series.values().length; t++) {
                    sums[(int) (series.start() - first) + t] += series.values()[t];
                }
            }
            return new Days(first, sums, (int) (end - first));
        }

        private LocalDate date(int day) {
            return LocalDate.ofEpochDay(first + day);
        }

        private int[] groups(IntUnaryOperator group) {
            int[] all = new int[sums.length];
            Arrays.setAll(all, group);
            return all;
        }

        /** The product of all factors of each day, for the sum of all series. */
        double[] factors() {
            double[][] factors = new double[groups.length][];
            for (int g = 0; g < groups.length; g++) {
                factors[g] = new double[Arrays.stream(groups[g]).max().orElse(0) + 1];
                Arrays.fill(factors[g], 1);
            }
            for (int turn = 0; turn < TURNS; turn++) {
                for (int g = 0; g < groups.length; g++) {
                    adapt(factors, g);
                }
            }
            double[] product = new double[sums.length];
            Arrays.setAll(product, day -> product(factors, day, -1));
            return product;
        }

        private void adapt(double[][] factors, int group) {
            double[] was = new double[factors[group].length];
            double[] said = new double[factors[group].length];
            for (int day = 0; day < known; day++) {
                was[groups[group][day]] += sums[day];
                said[groups[group][day]] += product(factors, day, group);
            }
            for (int i = 0; i < was.length; i++) {
                // A month or year that was never seen is like the one before; the first ones were seen.
                factors[group][i] = said[i] > 0 ? was[i] / said[i] : i > 0 ? factors[group][i - 1] : 1;
            }
        }

        private double product(double[][] factors, int day, int without) {
            double product = 1;
            for (int g = 0; g < groups.length; g++) {
                product *= g == without ? 1 : factors[g][groups[g][day]];
            }
            return product;
        }
    }
}
