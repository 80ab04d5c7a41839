package dev.millrace.models.labelled;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import dev.millrace.engines.classify.Feature;
import dev.millrace.engines.classify.FeatureValues;
import dev.millrace.engines.classify.Sample;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/** Rows to learn from, out of the rows of a problem. */
public final class LabelledSample {

    /** More teach a model nothing that is worth the wait. */
    private static final long MOST = 100_000;

    private static final int SHARES = 1_000_000;

    /** One row in so many judges. */
    private static final int JUDGED_OF = 5;

    private static final String JUDGES = "_judges";

    private LabelledSample() {}

    /**
     * Rows, and which of them judge models. Which do, a hash of the entity tells, so that a row that judged one model has
     * taught none, and never will.
     *
     * @param sample the rows
     * @param judges for each row whether it judges
     */
    @SuppressWarnings("ArrayRecordComponent") // a hundred thousand rows: copies would cost more than they guard
    public record Divided(Sample sample, boolean[] judges) {

        /** The rows to learn from. */
        public Sample training() {
            return sample.where(row -> !judges[row]);
        }

        /** The rows that judge. */
        public Sample judging() {
            return sample.where(row -> judges[row]);
        }
    }

    /**
     * The rows whose label is known; a fixed share of them, by a hash of the entity, where there are more than 100,000. A
     * text is a number where every known value of it reads as one.
     *
     * @param rows as {@link LabelledFrame} makes them
     * @param categorical features that are words though they look like numbers
     */
    public static Divided of(Dataset<Row> rows, List<String> categorical) {
        Dataset<Row> labelled = rows.filter(col(LabelledFrame.LABEL).isNotNull())
                .withColumn(
                        JUDGES,
                        pmod(xxhash64(lit("judge"), col(LabelledFrame.ENTITY)), lit(JUDGED_OF))
                                .equalTo(0));
        long count = labelled.count();
        if (count > MOST) {
            long share = Math.max(1, SHARES * MOST / count);
            labelled = labelled.filter(
                    pmod(xxhash64(col(LabelledFrame.ENTITY)), lit(SHARES)).lt(share));
        }
        List<Row> collected = labelled.orderBy(xxhash64(col(LabelledFrame.ENTITY)), col(LabelledFrame.ENTITY))
                .collectAsList();
        StructField[] fields = rows.schema().fields();
        List<Feature> features = new ArrayList<>();
        for (int i = LabelledFrame.LEADING; i < fields.length; i++) {
            features.add(feature(fields[i], i, collected, categorical));
        }
        Object[][] values = new Object[collected.size()][];
        double[] labels = new double[values.length];
        boolean[] judges = new boolean[values.length];
        for (int row = 0; row < values.length; row++) {
            labels[row] = collected.get(row).getInt(1);
            judges[row] = collected.get(row).<Boolean>getAs(JUDGES);
            values[row] = FeatureValues.of(features, collected.get(row), LabelledFrame.LEADING);
        }
        return new Divided(new Sample(features, values, labels), judges);
    }

    private static Feature feature(StructField field, int index, List<Row> rows, List<String> categorical) {
        boolean word = categorical.contains(field.name())
                || (field.dataType().equals(DataTypes.StringType)
                        && rows.stream().anyMatch(row -> !row.isNullAt(index) && !isNumber(row.getString(index))));
        return word ? Feature.categorical(field.name()) : Feature.numeric(field.name());
    }

    private static boolean isNumber(String text) {
        try {
            return text.isBlank() || Double.isFinite(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
