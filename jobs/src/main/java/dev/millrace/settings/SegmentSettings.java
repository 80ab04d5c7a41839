package dev.millrace.settings;

import java.util.List;

/**
 * How customers are divided into segments.
 *
 * @param features what they are compared by
 * @param kFrom fewest segments tried
 * @param kTo most segments tried
 * @param retrainEveryDays days after which segments are looked for anew
 * @param minimumStability adjusted Rand index of bootstrap fits below which a division is not used
 * @param fewestCustomers customers below which recency, frequency and value alone divide
 * @param seed of every random choice
 */
public record SegmentSettings(
        List<String> features,
        int kFrom,
        int kTo,
        int retrainEveryDays,
        double minimumStability,
        int fewestCustomers,
        int seed) {

    /** The features that can be chosen. */
    public static final List<String> FEATURES = List.of(
            "order_interval_days",
            "lines_per_order",
            "units_per_line",
            "discount_rate",
            "return_rate",
            "average_order_value",
            "recency_days",
            "orders",
            "net_sales",
            "tenure_days");

    public SegmentSettings {
        features = List.copyOf(features);
    }
}
