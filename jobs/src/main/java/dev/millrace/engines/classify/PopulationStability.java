package dev.millrace.engines.classify;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far a distribution has moved: the population stability index (Siddiqi, <em>Credit Risk Scorecards</em>, 2006). Below 0.1
 * hardly, above 0.25 it has changed.
 */
public final class PopulationStability {

    private static final double LEAST = 1e-4;

    private PopulationStability() {}

    /** The index of two sets of counts by bin. */
    public static double index(Map<String, Long> before, Map<String, Long> now) {
        double all = before.values().stream().mapToLong(Long::longValue).sum();
        double allNow = now.values().stream().mapToLong(Long::longValue).sum();
        if (all == 0 || allNow == 0) {
            return 0;
        }
        Set<String> bins = new TreeSet<>(before.keySet());
        bins.addAll(now.keySet());
        double index = 0;
        for (String bin : bins) {
            double share = Math.max(LEAST, before.getOrDefault(bin, 0L) / all);
            double shareNow = Math.max(LEAST, now.getOrDefault(bin, 0L) / allNow);
            index += (shareNow - share) * Math.log(shareNow / share);
        }
        return index;
    }
}
