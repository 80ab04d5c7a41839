package dev.millrace.engines.forecast.pooled;

import java.util.List;

/** A way to forecast many series at once. */
public interface PanelMethod {

    /** How tables name it, such as {@code boosted_direct}. */
    String name();

    /**
     * Forecasts the periods that follow each series.
     *
     * @param panel the series; they may end at different periods
     * @param steps how many periods, at least one
     * @return one row a series, in their order: expected values, in the series' units
     */
    double[][] forecast(List<PanelSeries> panel, int steps);
}
