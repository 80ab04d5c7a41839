package dev.millrace.engines.cluster;

import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.spark.sql.Column;

/**
 * One cluster: a normal distribution in the space of coordinates. A centre of k-means is one whose coordinates vary alike and
 * independently (Bishop, Pattern Recognition and Machine Learning, 2006, 9.3.2), so that all candidates assign in one way.
 *
 * @param mean its centre, one number a coordinate
 * @param precision the inverse of its covariance, row by row
 * @param offset log of its weight less half the log of its covariance's determinant
 */
public record Component(List<Double> mean, List<Double> precision, double offset) {

    /** Added to each variance, so that rows which all have one value make no infinitely thin cluster. */
    static final double RIDGE = 1e-3;

    public Component {
        mean = List.copyOf(mean);
        precision = List.copyOf(precision);
    }

    /** A centre of k-means. */
    static Component centre(double... at) {
        RealMatrix identity = MatrixUtils.createRealIdentityMatrix(at.length);
        return new Component(boxed(at), flat(identity), 0);
    }

    /** A part of a Gaussian mixture; the covariance is symmetric. */
    static Component gaussian(double weight, double[] mean, RealMatrix covariance) {
        RealMatrix ridged =
                covariance.add(MatrixUtils.createRealIdentityMatrix(mean.length).scalarMultiply(RIDGE));
        CholeskyDecomposition cholesky = new CholeskyDecomposition(ridged, 1e-6, 1e-12);
        return new Component(
                boxed(mean),
                flat(cholesky.getSolver().getInverse()),
                Math.log(Math.max(weight, 1e-12)) - 0.5 * Math.log(cholesky.getDeterminant()));
    }

    /** Squared distance of a row from the centre, in units of the cluster's own spread (Mahalanobis 1936). */
    public Column squaredDistance(List<Column> coordinates) {
        int size = mean.size();
        Column sum = lit(0.0);
        for (int i = 0; i < size; i++) {
            Column from = coordinates.get(i).minus(mean.get(i));
            for (int j = i; j < size; j++) {
                double factor = precision.get(i * size + j) * (i == j ? 1 : 2);
                if (factor != 0) {
                    sum = sum.plus(
                            from.multiply(coordinates.get(j).minus(mean.get(j))).multiply(factor));
                }
            }
        }
        return sum;
    }

    /** Log density at a row times the weight, up to what all clusters have in common. */
    Column score(List<Column> coordinates) {
        return lit(offset).minus(squaredDistance(coordinates).multiply(0.5));
    }

    /** The same of points. */
    Density density() {
        return new Density(unboxed(mean), unboxed(precision), offset);
    }

    private static double[] unboxed(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> boxed(double... values) {
        List<Double> list = new ArrayList<>();
        for (double value : values) {
            list.add(value);
        }
        return Collections.unmodifiableList(list);
    }

    private static List<Double> flat(RealMatrix matrix) {
        List<Double> list = new ArrayList<>();
        for (double[] row : matrix.getData()) {
            list.addAll(boxed(row));
        }
        return list;
    }
}
