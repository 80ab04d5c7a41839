package dev.millrace.engines.classify;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.udf;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a model says of each row of a frame: a struct of {@code probability} and {@code reasons}. Rows are handed to Java here, against
 * the habit of the house, because no built-in function of Spark walks trees, and because a model is judged by the same Java code
 * before it is promoted: what is published is what was judged, to the last digit.
 */
public final class ScoredColumn {

    private static final StructType SAID = new StructType()
            .add("probability", DataTypes.DoubleType, false)
            .add("reasons", DataTypes.createArrayType(DataTypes.StringType, false), false);

    private ScoredColumn() {}

    /**
     * The column.
     *
     * @param model says it
     * @param reasons how many reasons at most
     */
    public static Column of(ClassifierModel model, int reasons) {
        List<Feature> features = model.features();
        Column[] columns = features.stream()
                .map(feature -> col("`" + feature.name() + "`"))
                .toArray(Column[]::new);
        UDF1<Row, Row> say = row -> {
            Object[] values = FeatureValues.of(features, row, 0);
            return RowFactory.create(
                    model.probability(values),
                    model.reasons(reasons, values).stream().map(Reason::words).toArray(String[]::new));
        };
        return udf(say, SAID).apply(struct(columns));
    }
}
