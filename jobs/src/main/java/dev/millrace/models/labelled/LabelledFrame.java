package dev.millrace.models.labelled;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.row_number;

import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.ColumnTypes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/**
 * The rows of a problem on a labelled table: {@link #ENTITY}, {@link #LABEL} (1, 0, or null where it is not known),
 * {@link #VALUE}, and one column a feature, a double or a text.
 */
public final class LabelledFrame {

    /** Column of the entity's number. */
    public static final String ENTITY = "_entity";

    /** Column of the label. */
    public static final String LABEL = "_label";

    /** Column of what is lost if it happens; null where the problem names no value. */
    public static final String VALUE = "_value";

    /** How many columns come before the features. */
    public static final int LEADING = 3;

    private static final String ATTRIBUTES = "attributes";
    private static final Set<String> NEVER =
            Set.of(ATTRIBUTES, "source", "source_file", "source_ordinal", "source_hash", "known_date");

    private final Settings settings;
    private final ProblemSettings problem;

    public LabelledFrame(Settings settings, ProblemSettings problem) {
        this.settings = settings;
        this.problem = problem;
    }

    /**
     * The rows.
     *
     * @param tables gives the rows of a table by its id
     */
    public Dataset<Row> of(Function<String, Dataset<Row>> tables) {
        Dataset<Row> joined = tables.apply(problem.table());
        Map<String, Column> candidates = features(joined, problem.table());
        for (Map.Entry<String, String> also : problem.also().entrySet()) {
            String key = also.getValue();
            Dataset<Row> other = onePer(key, tables.apply(also.getKey()));
            Map<String, Column> more = features(other, also.getKey());
            more.keySet().removeAll(candidates.keySet());
            more.keySet().removeAll(List.of(joined.columns()));
            List<Column> columns = new ArrayList<>(List.of(col(key)));
            more.forEach((name, value) -> columns.add(value.alias(name)));
            joined = joined.join(other.select(columns.toArray(new Column[0])), new String[] {key}, "left");
            more.keySet().forEach(name -> candidates.put(name, col(name)));
        }
        return select(joined.filter(expr(problem.where())), candidates);
    }

    private static Dataset<Row> onePer(String key, Dataset<Row> rows) {
        Column first =
                row_number().over(Window.partitionBy(col(key)).orderBy(col("source_file"), col("source_ordinal")));
        return rows.filter(col(key).isNotNull())
                .withColumn("_first", first)
                .filter(col("_first").equalTo(1))
                .drop("_first");
    }

    private Dataset<Row> select(Dataset<Row> rows, Map<String, Column> candidates) {
        List<Column> columns = new ArrayList<>();
        columns.add(col(problem.entity()).cast(DataTypes.StringType).alias(ENTITY));
        columns.add(expr(problem.label()).cast(DataTypes.IntegerType).alias(LABEL));
        columns.add(problem.action()
                .value()
                .map(functions::expr)
                .orElse(lit(null))
                .cast(ColumnTypes.MONEY)
                .alias(VALUE));
        Map<String, Column> features = new LinkedHashMap<>();
        if (problem.features().isEmpty()) {
            features.putAll(candidates);
            features.remove(problem.entity());
            features.keySet().removeAll(problem.exclude());
            features.keySet().removeIf(this::labelNames);
        } else {
            problem.features().forEach((name, sql) -> features.put(name, expr(sql)));
        }
        Dataset<Row> typed = rows;
        features.forEach((name, value) -> columns.add(typed(typed, name, value)));
        return rows.select(columns.toArray(new Column[0]));
    }

    /** The label's own columns are never features. */
    private boolean labelNames(String column) {
        return problem.label().matches("(?s).*\\b" + Pattern.quote(column) + "\\b.*");
    }

    private static Column typed(Dataset<Row> rows, String name, Column value) {
        DataType type = rows.select(value.alias(name)).schema().apply(0).dataType();
        boolean number = type instanceof NumericType;
        return value.cast(number ? DataTypes.DoubleType : DataTypes.StringType).alias(name);
    }

    private Map<String, Column> features(Dataset<Row> rows, String table) {
        Map<String, Column> features = new LinkedHashMap<>();
        for (StructField field : rows.schema().fields()) {
            boolean plain = field.dataType() instanceof NumericType
                    || field.dataType().equals(DataTypes.StringType)
                    || field.dataType().equals(DataTypes.BooleanType);
            if (plain && !NEVER.contains(field.name())) {
                features.put(field.name(), col(field.name()));
            }
        }
        settings.mappingsOnto(table.substring(table.indexOf('/') + 1)).forEach(mapping -> mapping.attributes()
                .keySet()
                .forEach(name -> features.put(name, col(ATTRIBUTES).getItem(name))));
        return features;
    }
}
