package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.math3.linear.DiagonalMatrix;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * What forecasts of a hierarchy are trusted by, when they are made to add up: Wickramasuriya, Athanasopoulos and Hyndman, "Optimal
 * Forecast Reconciliation for Hierarchical and Grouped Time Series Through Trace Minimization", Journal of the American Statistical
 * Association 114 (2019), here WAH, section 2.4.
 */
public enum Reconciliation {

    /** The bottom series alone. */
    BOTTOM_UP,

    /** All series alike (ordinary least squares). */
    OLS,

    /** A series the less, the more bottom series it is made of (weighted least squares, structural scaling). */
    WLS_STRUCTURAL,

    /** A series the less, the larger its errors were (weighted least squares, variance scaling). */
    WLS_VARIANCE,

    /** By how large errors were and how they went together, shrunk (minimum trace). */
    MINT_SHRINK;

    /** What is taken for the covariances of the forecasts' errors, up to a factor; empty where sums tell the bottom nothing. */
    Optional<RealMatrix> weights(Hierarchy hierarchy, ErrorCovariance errors) {
        return switch (this) {
            case BOTTOM_UP -> Optional.empty();
            case OLS -> {
                double[] ones = new double[hierarchy.size()];
                Arrays.fill(ones, 1);
                yield Optional.of(new DiagonalMatrix(ones));
            }
            case WLS_STRUCTURAL -> Optional.of(new DiagonalMatrix(hierarchy.nodes().stream()
                    .mapToDouble(node -> node.parts().size())
                    .toArray()));
            case WLS_VARIANCE -> Optional.of(new DiagonalMatrix(errors.variances()));
            case MINT_SHRINK -> Optional.of(errors.matrix());
        };
    }
}
