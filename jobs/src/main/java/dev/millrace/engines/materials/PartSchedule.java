package dev.millrace.engines.materials;

import java.util.List;

/**
 * The plan of one part; arrays have one value a period, in units.
 *
 * @param part its number
 * @param lowLevelCode the deepest level at which it is used
 * @param gross what is needed, by customers and by parents
 * @param received what open orders bring: those that are pulled forward in the period in which they are needed
 * @param plannedReceipts what proposals bring
 * @param plannedReleases what proposals order; those that are too late in period 0
 * @param stock at the end of each period
 * @param proposals by period in which they are needed
 * @param expedites what is too late
 */
public record PartSchedule(
        String part,
        int lowLevelCode,
        double[] gross,
        double[] received,
        double[] plannedReceipts,
        double[] plannedReleases,
        double[] stock,
        List<OrderProposal> proposals,
        List<Expedite> expedites) {}
