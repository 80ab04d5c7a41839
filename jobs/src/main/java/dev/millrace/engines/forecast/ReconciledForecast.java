package dev.millrace.engines.forecast;

import java.util.List;

/**
 * Forecasts of a hierarchy that add up.
 *
 * @param method how they were made to
 * @param series one forecast a series of the hierarchy; each mean is the sum of those of its parts
 * @param rederived the series whose history was put aside for the sum of their parts
 */
public record ReconciledForecast(Reconciliation method, List<SeriesForecast> series, List<HierarchyNode> rederived) {

    public ReconciledForecast {
        series = List.copyOf(series);
        rederived = List.copyOf(rederived);
    }
}
