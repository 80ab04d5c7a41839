package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Rows as numbers, with their labels, as trainers take them.
 *
 * @param session runs what learns
 * @param encoding how the rows were encoded
 * @param rows the encoded rows
 * @param labels 1 where it happened, 0 where it did not
 * @param seed of every random choice
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand rows: copies would cost more than they guard
record EncodedRows(SparkSession session, Encoding encoding, double[][] rows, double[] labels, long seed) {

    private static final StructType SCHEMA = new StructType()
            .add(Trainer.LABEL, DataTypes.DoubleType, false)
            .add(Trainer.FEATURES, SQLDataTypes.VectorType(), false);

    static EncodedRows of(SparkSession session, Encoding encoding, Sample sample, long seed) {
        return new EncodedRows(session, encoding, encoding.encode(sample), sample.labels(), seed);
    }

    /** All columns, in one partition and so in one order. */
    Dataset<Row> frame() {
        return frame(rows);
    }

    /** The columns that trees are grown on. */
    Dataset<Row> treeFrame() {
        int[] columns = encoding.treeColumns();
        double[][] narrow = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                narrow[i][j] = rows[i][columns[j]];
            }
        }
        return frame(narrow);
    }

    /** Columns of mean 0 and deviation 1. */
    Dataset<Row> standardFrame(double[] means, double... deviations) {
        double[][] standard = new double[rows.length][means.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < means.length; j++) {
                standard[i][j] = (rows[i][j] - means[j]) / deviations[j];
            }
        }
        return frame(standard);
    }

    private Dataset<Row> frame(double[]... values) {
        List<Row> list = new ArrayList<>(values.length);
        for (int i = 0; i < values.length; i++) {
            list.add(RowFactory.create(labels[i], Vectors.dense(values[i])));
        }
        return session.createDataFrame(list, SCHEMA).coalesce(1);
    }

    /** The mean of each column. */
    double[] means() {
        double[] means = new double[encoding.width()];
        for (double[] row : rows) {
            for (int j = 0; j < means.length; j++) {
                means[j] += row[j] / rows.length;
            }
        }
        return means;
    }

    /** The standard deviation of each column; 1 where it does not vary. */
    double[] deviations(double... means) {
        double[] deviations = new double[means.length];
        for (double[] row : rows) {
            for (int j = 0; j < means.length; j++) {
                deviations[j] += (row[j] - means[j]) * (row[j] - means[j]) / rows.length;
            }
        }
        for (int j = 0; j < means.length; j++) {
            deviations[j] = deviations[j] < 1e-12 ? 1 : Math.sqrt(deviations[j]);
        }
        return deviations;
    }
}
