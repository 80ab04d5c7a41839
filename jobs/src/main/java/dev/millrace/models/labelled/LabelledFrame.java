package dev.millrace.models.labelled;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;

import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.ColumnTypes;
import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.feature.CustomerSnapshot;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
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
 * The rows of a problem: {@link #ENTITY}, {@link #LABEL} (1, 0, or null where it is not known), {@link #VALUE},
 * {@link #AS_OF}, and one column a feature, a double or a text.
 *
 * <p>Of a labelled table there is one row an entity. Of snapshots there is one for each date and entity: what was known on
 * the date, and as the label, what happened within the problem's horizon after it; no feature can be made of that.
 */
public final class LabelledFrame {

    /** Column of the entity's number. */
    public static final String ENTITY = "_entity";

    /** Column of the label. */
    public static final String LABEL = "_label";

    /** Column of what is lost if it happens; null where the problem names no value. */
    public static final String VALUE = "_value";

    /** Column of the snapshot's date; null for a row of a labelled table. */
    public static final String AS_OF = "_as_of";

    /** How many columns come before the features. */
    public static final int LEADING = 4;

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
     * The day that scores are made as of: that of the newest snapshot, or of the newest delivery of a labelled table; empty
     * without rows.
     *
     * @param tables gives the rows of a table by its id
     */
    public Optional<LocalDate> asOf(Function<String, Dataset<Row>> tables) {
        String day = isDated() ? CustomerSnapshot.AS_OF_DATE.name() : "known_date";
        Row newest = tables.apply(problem.table()).agg(max(day)).first();
        return newest.isNullAt(0)
                ? Optional.empty()
                : Optional.of(newest.getDate(0).toLocalDate());
    }

    /**
     * The rows to score. Their labels are known where a labelled table tells them.
     *
     * @param tables gives the rows of a table by its id
     * @param asOf the day that {@link #asOf} gave
     */
    public Dataset<Row> current(Function<String, Dataset<Row>> tables, LocalDate asOf) {
        return isDated()
                ? dated(
                        tables.apply(problem.table()).filter(day().equalTo(lit(Date.valueOf(asOf)))),
                        "NULL",
                        rows -> rows)
                : undated(tables);
    }

    /**
     * The rows whose label is known.
     *
     * @param tables gives the rows of a table by its id
     */
    public Dataset<Row> labelled(Function<String, Dataset<Row>> tables) {
        if (!isDated()) {
            return undated(tables).filter(col(LABEL).isNotNull());
        }
        Outcomes outcomes = new Outcomes(problem.horizonDays().orElseThrow());
        return dated(
                outcomes.closed(tables.apply(problem.table())),
                problem.label(),
                rows -> outcomes.of(rows, tables.apply(CustomerDay.SPEC.id())));
    }

    /**
     * The newest date of snapshots whose outcomes are known; empty for a labelled table.
     *
     * @param tables gives the rows of a table by its id
     */
    public Optional<LocalDate> newestClosed(Function<String, Dataset<Row>> tables) {
        if (!isDated()) {
            return Optional.empty();
        }
        Row newest = new Outcomes(problem.horizonDays().orElseThrow())
                .closed(tables.apply(problem.table()).select(day()))
                .agg(max(day()))
                .first();
        return newest.isNullAt(0)
                ? Optional.empty()
                : Optional.of(newest.getDate(0).toLocalDate());
    }

    /**
     * How many rows there are whose label is known.
     *
     * @param tables gives the rows of a table by its id
     */
    public long count(Function<String, Dataset<Row>> tables) {
        return isDated()
                ? new Outcomes(problem.horizonDays().orElseThrow())
                        .closed(tables.apply(problem.table()))
                        .filter(expr(problem.where()))
                        .count()
                : labelled(tables).count();
    }

    private boolean isDated() {
        return problem.horizonDays().isPresent();
    }

    private static Column day() {
        return CustomerSnapshot.AS_OF_DATE.col();
    }

    private Dataset<Row> dated(Dataset<Row> snapshots, String label, UnaryOperator<Dataset<Row>> withOutcomes) {
        Dataset<Row> wanted = snapshots.filter(expr(problem.where()));
        List<Column> features = columns(wanted, features(wanted, problem.table()));
        return select(withOutcomes.apply(wanted), label, day(), features);
    }

    private Dataset<Row> undated(Function<String, Dataset<Row>> tables) {
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
        Dataset<Row> wanted = joined.filter(expr(problem.where()));
        return select(wanted, problem.label(), lit(null), columns(wanted, candidates));
    }

    private static Dataset<Row> onePer(String key, Dataset<Row> rows) {
        Column first =
                row_number().over(Window.partitionBy(col(key)).orderBy(col("source_file"), col("source_ordinal")));
        return rows.filter(col(key).isNotNull())
                .withColumn("_first", first)
                .filter(col("_first").equalTo(1))
                .drop("_first");
    }

    private Dataset<Row> select(Dataset<Row> rows, String label, Column asOf, List<Column> features) {
        List<Column> columns = new ArrayList<>();
        columns.add(col(problem.entity()).cast(DataTypes.StringType).alias(ENTITY));
        columns.add(expr(label).cast(DataTypes.IntegerType).alias(LABEL));
        columns.add(problem.action()
                .value()
                .map(functions::expr)
                .orElse(lit(null))
                .cast(ColumnTypes.MONEY)
                .alias(VALUE));
        columns.add(asOf.cast(DataTypes.DateType).alias(AS_OF));
        columns.addAll(features);
        return rows.select(columns.toArray(new Column[0]));
    }

    private List<Column> columns(Dataset<Row> rows, Map<String, Column> candidates) {
        Map<String, Column> features = new LinkedHashMap<>();
        if (problem.features().isEmpty()) {
            features.putAll(candidates);
            features.remove(problem.entity());
            features.keySet().removeAll(problem.exclude());
            features.keySet().removeIf(this::labelNames);
        } else {
            problem.features().forEach((name, sql) -> features.put(name, expr(sql)));
        }
        List<Column> columns = new ArrayList<>();
        features.forEach((name, value) -> columns.add(typed(rows, name, value)));
        return columns;
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
