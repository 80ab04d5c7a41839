package dev.millrace.models.segment;

import java.util.List;
import java.util.Optional;

/**
 * Why a division is as it is.
 *
 * @param candidate the way in which it was found, or rfm
 * @param segments how many clusters; 0 where scores alone divide
 * @param stability mean adjusted Rand index between fits to bootstrap samples, where there are clusters
 * @param silhouette mean silhouette, where there are clusters
 * @param reason in words
 * @param trials what was tried, in words
 */
public record SegmentEvidence(
        String candidate,
        int segments,
        Optional<Double> stability,
        Optional<Double> silhouette,
        String reason,
        List<String> trials) {

    /** Stands for a division by recency, frequency and value alone. */
    public static final String RFM = "rfm";

    public SegmentEvidence {
        trials = List.copyOf(trials);
    }

    static SegmentEvidence scoresAlone(String reason, List<String> trials) {
        return new SegmentEvidence(RFM, 0, Optional.empty(), Optional.empty(), reason, trials);
    }
}
