package dev.millrace.settings;

import java.util.HashSet;
import java.util.List;

/** Reads how customers are divided into segments. */
record SegmentReader(ConfigBlock block) {

    private static final int MOST_SEGMENTS = 10;

    SegmentSettings read() {
        SegmentSettings settings = new SegmentSettings(
                features(),
                block.wholeNumber("k-from", 2, MOST_SEGMENTS),
                block.wholeNumber("k-to", 2, MOST_SEGMENTS),
                block.wholeNumber("retrain-every-days", 1, 3_650),
                block.share("minimum-stability"),
                block.wholeNumber("fewest-customers", 10, 1_000_000),
                block.wholeNumber("seed", 0, Integer.MAX_VALUE));
        if (settings.kTo() < settings.kFrom()) {
            block.problem("k-to", "is less than 'segments.k-from': no number of segments would be tried.");
        }
        return settings;
    }

    private List<String> features() {
        List<String> features = block.texts("features");
        for (String feature : features) {
            if (!SegmentSettings.FEATURES.contains(feature)) {
                block.problem(
                        "features",
                        "has '" + feature + "', which is none of them. "
                                + NearestName.hint(feature, SegmentSettings.FEATURES));
            }
        }
        if (features.isEmpty() || new HashSet<>(features).size() < features.size()) {
            block.problem("features", "must name at least one feature, and none twice.");
        }
        return features;
    }
}
