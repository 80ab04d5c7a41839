package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.CalendarKinds;
import dev.millrace.engines.forecast.ProportionalFit;
import dev.millrace.engines.forecast.ProportionalFit.Kind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Daily series as products: the level of a series, times the factors of day of the week, month and year, which all series share. The
 * factors are those of the sum of all series ({@link ProportionalFit}). The level is the share of a series in its last periods; a
 * month or year that was never seen is like the one before, so that the factor of the last year holds on.
 *
 * @param recent how many of the last days make the level of a series
 * @param holidays each of which has a factor too; one that was never seen has that of any other day
 */
public record CalendarFactors(int recent, Holidays holidays) implements PanelMethod {

    private static final int TURNS = 30;
    /** Weekday, month and year. */
    private static final int CALENDAR = 3;

    /** Without holidays. */
    public CalendarFactors(int recent) {
        this(recent, Holidays.NONE);
    }

    @Override
    public String name() {
        return "calendar_factors";
    }

    @Override
    public double[][] forecast(List<PanelSeries> panel, int steps) {
        Days days = Days.of(panel, steps);
        double[] factors = days.factors(holidays);
        return panel.stream()
                .map(series -> forecast(series, factors, days.first(), steps))
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

    /**
     * The days of a panel and those to forecast.
     *
     * @param first of the known days, since 1970-01-01
     * @param sums of all series, one a known day
     * @param steps days to forecast
     */
    private record Days(long first, double[] sums, int steps) {

        static Days of(List<PanelSeries> panel, int steps) {
            long first = panel.stream().mapToLong(PanelSeries::start).min().orElseThrow();
            long end = panel.stream()
                    .mapToLong(series -> series.start() + series.values().length)
                    .max()
                    .orElseThrow();
            double[] sums = new double[(int) (end - first)];
            for (PanelSeries series : panel) {
                for (int t = 0; t < series.values().length; t++) {
                    sums[(int) (series.start() - first) + t] += series.values()[t];
                }
            }
            return new Days(first, sums, steps);
        }

        /** The product of all factors of each day, for the sum of all series. */
        double[] factors(Holidays holidays) {
            List<Kind> kinds = kinds(holidays);
            double[][] factors = ProportionalFit.factors(TURNS, kinds, sums);
            double[] products = new double[sums.length + steps];
            Arrays.fill(products, 1);
            for (int k = 0; k < factors.length; k++) {
                if (k < CALENDAR) {
                    holdOn(factors[k]);
                } else {
                    asOnOtherDays(factors[k]);
                }
                for (int day = 0; day < products.length; day++) {
                    products[day] *= factors[k][kinds.get(k).cells()[day]];
                }
            }
            return products;
        }

        private List<Kind> kinds(Holidays holidays) {
            List<Kind> kinds = new ArrayList<>(CalendarKinds.of(LocalDate.ofEpochDay(first), sums.length + steps));
            if (!holidays.isEmpty()) {
                int[] cells = IntStream.range(0, sums.length + steps)
                        .map(day -> holidays.kind(first + day))
                        .toArray();
                kinds.add(new Kind(1 + holidays.names(), cells));
            }
            return kinds;
        }

        private static void asOnOtherDays(double... factors) {
            for (int cell = 1; cell < factors.length; cell++) {
                factors[cell] = Double.isNaN(factors[cell]) ? factors[0] : factors[cell];
            }
        }

        private static void holdOn(double... factors) {
            double before = 1;
            for (int cell = 0; cell < factors.length; cell++) {
                factors[cell] = Double.isNaN(factors[cell]) ? before : factors[cell];
                before = factors[cell];
            }
        }
    }
}
