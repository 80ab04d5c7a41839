package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** Rows as numbers, with their labels, as trainers take them; frames are made once for all trainers. */
final class EncodedRows {

    private static final StructType SCHEMA = new StructType()
            .add(Trainer.LABEL, DataTypes.DoubleType, false)
            .add(Trainer.FEATURES, SQLDataTypes.VectorType(), false);

    private final SparkSession session;
    private final Encoding encoding;
    private final double[][] rows;
    private final double[] labels;
    private final long seed;
    private Optional<Dataset<Row>> frame = Optional.empty();
    private Optional<Dataset<Row>> treeFrame = Optional.empty();

    private EncodedRows(SparkSession session, Encoding encoding, double[][] rows, double[] labels, long seed) {
        this.session = session;
        this.encoding = encoding;
        this.rows = rows;
        this.labels = labels;
        this.seed = seed;
    }

    /**
     * Rows of a sample.
     *
     * @param session runs what learns
     * @param encoding how the rows become numbers
     * @param seed of every random choice
     */
    static EncodedRows of(SparkSession session, Encoding encoding, Sample sample, long seed) {
        return new EncodedRows(session, encoding, encoding.encode(sample), sample.labels(), seed);
    }

    Encoding encoding() {
        return encoding;
    }

    int size() {
        return labels.length;
    }

    double[] row(int index) {
        return rows[index];
    }

    long seed() {
        return seed;
    }

    /** All columns, in one partition and so in one order. */
    Dataset<Row> frame() {
        if (frame.isEmpty()) {
            frame = Optional.of(frame(rows));
        }
        return frame.get();
    }

    /** The columns that trees are grown on. */
    Dataset<Row> treeFrame() {
        if (treeFrame.isEmpty()) {
            treeFrame = Optional.of(frame(narrow()));
        }
        return treeFrame.get();
    }

    private double[][] narrow() {
        int[] columns = encoding.treeColumns();
        double[][] narrow = new double[rows.length][columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                narrow[i][j] = rows[i][columns[j]];
            }
        }
        return narrow;
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
        // Cut off from the list that it was made of, or every task of every iteration would carry that along.
        return session.createDataFrame(list, SCHEMA).coalesce(1).localCheckpoint();
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
