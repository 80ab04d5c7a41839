package dev.millrace.engines.materials;

/**
 * A share of counted cases with an interval of 95 % that is right also for few cases and for shares near 0 and 1. Source: Wilson,
 * "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 22 (1927).
 *
 * @param share as counted
 * @param low lower end
 * @param high upper end
 */
public record WilsonInterval(double share, double low, double high) {

    private static final double Z = 1.959963984540054;

    /**
     * The interval of so many cases out of so many.
     *
     * @throws IllegalArgumentException where there is no case at all
     */
    public static WilsonInterval of(int cases, int all) {
        if (all < 1 || cases < 0 || cases > all) {
            throw new IllegalArgumentException(
                    cases + " cases of " + all + " make no share; there must be one at least.");
        }
        double share = (double) cases / all;
        double weight = Z * Z / all;
        double centre = (share + weight / 2) / (1 + weight);
        double half = Math.sqrt(weight * share * (1 - share) + weight * weight / 4) / (1 + weight);
        return new WilsonInterval(share, Math.max(0, centre - half), Math.min(1, centre + half));
    }
}
