package dev.millrace.engines.cluster;

/**
 * What was found out about one candidate with one number of clusters.
 *
 * @param candidate the way to find clusters
 * @param k how many were asked for
 * @param stability mean adjusted Rand index between the assignments of fits to bootstrap samples
 * @param silhouette mean silhouette of the fit to all rows, squared Euclidean distance
 * @param smallest share of the rows that the smallest cluster holds; 0 when fewer than k were found
 * @param model the fit to all rows
 */
public record Trial(
        Candidate candidate, int k, double stability, double silhouette, double smallest, ClusterModel model) {

    /** What tables and notes say of it, such as {@code k-means k=4 stability 0.912 silhouette 0.260}. */
    public String text() {
        return String.format(
                java.util.Locale.ROOT,
                "%s k=%d stability %.3f silhouette %.3f",
                candidate.label(),
                k,
                stability,
                silhouette);
    }
}
