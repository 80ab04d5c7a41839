package dev.millrace.models.labelled;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.xxhash64;

import dev.millrace.engines.classify.Feature;
import dev.millrace.engines.classify.FeatureValues;
import dev.millrace.engines.classify.Sample;
import dev.millrace.settings.ProblemSettings;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * Rows of a problem, out of Spark's hands.
 *
 * @param sample features and labels
 * @param judges for each row whether its entity is among the fifth that judges
 * @param dates for each row the date of its snapshot, null for a row of a labelled table
 * @param values for each row what is lost if it happens, NaN where nobody knows
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand rows: copies would cost more than they guard
public record LabelledSample(Sample sample, boolean[] judges, LocalDate[] dates, double[] values) {

    /** More teach a model nothing that is worth the wait. */
    private static final long MOST = 100_000;

    private static final int SHARES = 1_000_000;

    /** One row in so many judges. */
    private static final int JUDGED_OF = 5;

    private static final String JUDGES = "_judges";

    /**
     * The rows whose label is known; those of a fixed share of the entities, by a hash, where there are more than 100,000.
     *
     * @param frame makes the rows
     * @param tables gives the rows of a table by its id
     * @param categorical features that are words though they look like numbers
     */
    public static LabelledSample of(
            LabelledFrame frame, Function<String, Dataset<Row>> tables, List<String> categorical) {
        Dataset<Row> rows = share(frame.labelled(tables), frame.count(tables), MOST);
        List<Row> collected = collected(rows);
        return of(collected, features(rows.schema().fields(), collected, categorical));
    }

    /**
     * Rows as a model sees them, whose label need not be known; those of a fixed share of the entities where there are more than
     * some number.
     *
     * @param rows as {@link LabelledFrame} makes them, with the model's features
     * @param features what the model looks at
     * @param most how many rows, about
     */
    public static LabelledSample seenBy(Dataset<Row> rows, List<Feature> features, long most) {
        String[] columns = Stream.concat(
                        Stream.of(rows.columns()).limit(LabelledFrame.LEADING),
                        features.stream().map(feature -> "`" + feature.name() + "`"))
                .toArray(String[]::new);
        return of(collected(share(rows.selectExpr(columns), rows.count(), most)), features);
    }

    /** The rows, divided as the problem asks for. */
    public Division divided(ProblemSettings problem) {
        return problem.horizonDays()
                .map(days -> Division.byTime(this, days, problem.seed()))
                .orElseGet(() -> Division.byEntity(this, problem.seed()));
    }

    double[] stakes(IntPredicate wanted) {
        return IntStream.range(0, values.length)
                .filter(wanted)
                .mapToDouble(row -> values[row])
                .toArray();
    }

    private static Dataset<Row> share(Dataset<Row> rows, long count, long most) {
        if (count <= most) {
            return rows;
        }
        long share = Math.max(1, SHARES * most / count);
        return rows.filter(
                pmod(xxhash64(col(LabelledFrame.ENTITY)), lit(SHARES)).lt(share));
    }

    private static List<Row> collected(Dataset<Row> rows) {
        return rows.withColumn(
                        JUDGES,
                        pmod(xxhash64(lit("judge"), col(LabelledFrame.ENTITY)), lit(JUDGED_OF))
                                .equalTo(0))
                .orderBy(xxhash64(col(LabelledFrame.ENTITY)), col(LabelledFrame.ENTITY), col(LabelledFrame.AS_OF))
                .collectAsList();
    }

    /** A text is a number where every known value of it reads as one. */
    private static List<Feature> features(StructField[] fields, List<Row> rows, List<String> categorical) {
        return IntStream.range(LabelledFrame.LEADING, fields.length)
                .mapToObj(i -> feature(fields[i], i, rows, categorical))
                .toList();
    }

    private static LabelledSample of(List<Row> rows, List<Feature> features) {
        int size = rows.size();
        Object[][] values = new Object[size][];
        double[] labels = new double[size];
        boolean[] judges = new boolean[size];
        LocalDate[] dates = new LocalDate[size];
        double[] stakes = new double[size];
        for (int i = 0; i < size; i++) {
            Row row = rows.get(i);
            Integer label = row.getAs(LabelledFrame.LABEL);
            BigDecimal stake = row.getAs(LabelledFrame.VALUE);
            Date date = row.getAs(LabelledFrame.AS_OF);
            labels[i] = label == null ? 0 : label;
            judges[i] = row.<Boolean>getAs(JUDGES);
            dates[i] = date == null ? null : date.toLocalDate();
            stakes[i] = stake == null ? Double.NaN : stake.doubleValue();
            values[i] = FeatureValues.of(features, row, LabelledFrame.LEADING);
        }
        return new LabelledSample(new Sample(features, values, labels), judges, dates, stakes);
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
