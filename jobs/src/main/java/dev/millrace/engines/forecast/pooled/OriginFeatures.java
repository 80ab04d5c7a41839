package dev.millrace.engines.forecast.pooled;

import java.util.Arrays;

/**
 * What is known of a series at an origin, in numbers that compare across series: values less the level of the last cycle, by a scale.
 * What does not exist is 0, which is the level.
 */
final class OriginFeatures {

    private static final int SEASONS = 7;
    private static final int CYCLES = 3;
    private static final int LAST = 3;
    private static final double LEAST = 1e-9;

    private final FeaturePlan plan;
    private final SeriesPast past;
    private final PanelSeries series;
    private final double[] codes;
    private final double level;
    private final double scale;
    private final double[] constant;
    /** What each input was on average in the last cycle. */
    private final double[] usual;

    /**
     * Looks back from the end of what is past.
     *
     * @param series the series, for its calendar and for what is known in advance
     * @param codes what its attributes are in numbers
     */
    OriginFeatures(FeaturePlan plan, SeriesPast past, PanelSeries series, double... codes) {
        this.plan = plan;
        this.past = past;
        this.series = series;
        this.codes = codes;
        int end = past.length();
        this.level = past.mean(end - plan.cycle(), end);
        double change = Math.max(past.change(2 * plan.cycle()), Math.abs(level) * 1e-3 + LEAST);
        this.scale = plan.relative() && level > LEAST ? level : change;
        this.constant = constant(end);
        this.usual = Arrays.stream(series.inputs())
                .mapToDouble(input -> Arrays.stream(input, Math.max(0, end - plan.cycle()), end)
                        .average()
                        .orElse(0))
                .toArray();
    }

    double level() {
        return level;
    }

    double scale() {
        return scale;
    }

    /** A value in units of the scale. */
    double scaled(double value) {
        return (value - level) / scale;
    }

    /** What a scaled value is in the series' units. */
    double unscaled(double value) {
        return level + scale * value;
    }

    private double window(int from, int to) {
        double mean = past.mean(from, to);
        return Double.isNaN(mean) ? 0 : scaled(mean);
    }

    private double[] constant(int end) {
        int season = plan.season();
        int cycle = plan.cycle();
        Row row = new Row();
        for (int back = 1; back <= LAST; back++) {
            row.add(window(end - back, end - back + 1));
        }
        double last = window(end - 1, end);
        row.add(last - window(end - 1 - season, end - season));
        row.add(last - window(end - 1 - cycle, end - cycle));
        row.add(window(end - LAST, end));
        row.add(window(end - season, end));
        row.add(window(end - 2 * season, end - season));
        row.add(window(end - 3 * season, end - 2 * season));
        row.add(window(end - 4 * season, end));
        row.add(window(end - 13 * season, end));
        row.add(window(end - 2 * cycle, end - cycle));
        row.add(window(end - season, end) - window(end - season - cycle, end - cycle));
        row.add(window(end - 4 * season, end) - window(end - 4 * season - cycle, end - cycle));
        row.add(past.change(season) / scale);
        row.add(past.change(2 * cycle) / scale);
        row.add(plan.relative() ? Math.log(scale) : level / scale);
        for (double code : codes) {
            row.add(code);
        }
        return row.values();
    }

    /** The features of a step ahead, the first being 1. */
    double[] row(int step) {
        int target = past.length() + step - 1;
        Row row = new Row();
        row.add(step);
        int season = lag(target, step, plan.season());
        repeated(row, season, plan.season(), SEASONS);
        int cycle = lag(target, step, plan.cycle());
        repeated(row, cycle, plan.cycle(), CYCLES);
        for (int beside : new int[] {-2, -1, 1, 2}) {
            row.add(window(cycle + beside, cycle + beside + 1));
        }
        row.add(window(cycle - plan.season() / 2, cycle + plan.season() / 2 + 1));
        row.add(window(cycle - 2 * plan.season(), cycle + 2 * plan.season() + 1));
        row.add(window(season - 1, season));
        row.add(window(season + 1, season + 2));
        row.addAll(plan.calendar().of(series.start() + target));
        addHolidays(row, target, season, cycle);
        addInputs(row, target, season);
        row.addAll(constant);
        return row.values();
    }

    /** Whether values of the past are of holidays matters as much as whether the period is one. */
    private void addHolidays(Row row, int target, int season, int cycle) {
        Holidays holidays = plan.holidays();
        if (!holidays.isEmpty()) {
            row.add(holidays.kind(series.start() + target));
            row.addAll(holidays.around(series.start() + target));
            row.add(holidays.kind(series.start() + season));
            row.add(holidays.kind(series.start() + cycle));
        }
    }

    /** Each input as it is, and against what it was in the last season and on average in the last cycle. */
    private void addInputs(Row row, int target, int season) {
        for (int i = 0; i < usual.length; i++) {
            double[] input = series.inputs()[i];
            row.add(input[target]);
            row.add(input[target] - input[Math.max(0, season)]);
            row.add(input[target] - usual[i]);
        }
    }

    /** The last known value of the same phase. */
    private static int lag(int target, int step, int period) {
        return target - period * ((step + period - 1) / period);
    }

    private void repeated(Row row, int last, int period, int times) {
        double sum = 0;
        for (int k = 0; k < times; k++) {
            double value = window(last - k * period, last - k * period + 1);
            row.add(value);
            sum += value;
        }
        row.add(sum / times);
    }

    /** Grows as features are added. */
    private static final class Row {

        private double[] values = new double[48];
        private int size;

        void add(double value) {
            if (size == values.length) {
                values = Arrays.copyOf(values, 2 * size);
            }
            values[size++] = value;
        }

        void addAll(double... more) {
            for (double value : more) {
                add(value);
            }
        }

        double[] values() {
            return Arrays.copyOf(values, size);
        }
    }
}
