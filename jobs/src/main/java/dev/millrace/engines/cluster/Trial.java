package dev.millrace.engines.cluster;

import java.util.Locale;

/**
 * What was found out about one candidate with one number of clusters.
 *
 * @param candidate the way to find clusters
 * @param k how many were asked for
 * @param stability mean adjusted Rand index between the assignments of fits to bootstrap samples; 0 where a cluster is too small to look
 * @param silhouette mean silhouette of the fit to all rows, squared Euclidean distance
 * @param smallest share of the rows that the smallest cluster holds; 0 when fewer than k were found
 * @param model the fit to all rows
 */
public record Trial(
        Candidate candidate, int k, double stability, double silhouette, double smallest, ClusterModel model) {

    /** One with a cluster that is too small for use, so that its stability does not matter. */
    static Trial tooSmall(Candidate candidate, int k, double smallest, ClusterModel model) {
        return new Trial(candidate, k, 0, 0, smallest, model);
    }

    /**
     * What tables and notes say of it, such as {@code k-means k=4 stability 0.912 silhouette 0.260} or
     * {@code gaussian-mixture k=6 smallest 0.4 %}.
     */
    public String text() {
        String worth = stability == 0
                ? String.format(Locale.ROOT, "smallest %.1f %%", 100 * smallest)
                : String.format(Locale.ROOT, "stability %.3f silhouette %.3f", stability, silhouette);
        return candidate.label() + " k=" + k + " " + worth;
    }
}
