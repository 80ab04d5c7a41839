package dev.millrace.evaluate;

import dev.millrace.engines.forecast.pooled.PanelSeries;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;

/**
 * Units sold of every item in every store, day by day, all from the same day on.
 *
 * @param first the day of each series' first value
 * @param units of each day, series by series
 */
record StoreItemSeries(LocalDate first, List<double[]> units) {

    static StoreItemSeries of(List<PanelSeries> panel) {
        return new StoreItemSeries(
                LocalDate.ofEpochDay(panel.get(0).start()),
                panel.stream().map(PanelSeries::values).toList());
    }

    /** Where a year begins in each series. */
    int dayOf(int year) {
        return (int) ChronoUnit.DAYS.between(first, LocalDate.of(year, 1, 1));
    }

    /** The series up to the end of a year. */
    List<double[]> until(int year) {
        int days = dayOf(year + 1);
        return units.stream().map(all -> Arrays.copyOf(all, days)).toList();
    }
}
