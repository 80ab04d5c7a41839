package dev.millrace.conform;

import static org.apache.spark.sql.functions.array_sort;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.last;
import static org.apache.spark.sql.functions.lead;
import static org.apache.spark.sql.functions.map_entries;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;
import org.apache.spark.sql.types.MapType;

/**
 * What the changes of a key add up to: its newest state, and its version for each period. Changes count in the order of the
 * moment from which they hold, then of their delivery; in which order they were taken in tells nothing.
 */
final class DimensionVersions {

    private static final String VALID_FROM = EntitySpec.VALID_FROM.name();
    private static final List<String> ORDER =
            List.of(VALID_FROM, "known_date", "source_file", "source_ordinal", "mapping", "item_number");
    private static final String NEWEST = "_newest";
    private static final String STATE = "_state";
    private static final String BEFORE = "_before";
    private static final String NEXT = "_next";

    private final EntitySpec entity;
    private final Column[] key;
    private final WindowSpec inOrder;

    DimensionVersions(EntitySpec entity) {
        this.entity = entity;
        this.key = entity.table().key().stream().map(Field::col).toArray(Column[]::new);
        this.inOrder = Window.partitionBy(key)
                .orderBy(ORDER.stream().map(name -> col(name)).toArray(Column[]::new));
    }

    /** One row a key: of each column the last value that is not blank. */
    Dataset<Row> newest(Dataset<Row> changes) {
        Column place = struct(Stream.concat(
                        ORDER.stream(),
                        entity.provenance().stream().map(Field::name).filter(name -> !ORDER.contains(name)))
                .map(name -> col(name))
                .toArray(Column[]::new));
        List<Column> values = new ArrayList<>();
        for (Field field : entity.described()) {
            values.add(max_by(field.col(), when(field.col().isNotNull(), place)).alias(field.name()));
        }
        List<Column> columns = new ArrayList<>(List.of(key));
        entity.described().forEach(field -> columns.add(field.col()));
        entity.provenance().forEach(field -> columns.add(col(NEWEST + "." + field.name())));
        return changes.groupBy(key)
                .agg(max(place).alias(NEWEST), values.toArray(new Column[0]))
                .select(columns.toArray(new Column[0]));
    }

    /** One row for each key and period in which no column changed. */
    Dataset<Row> versions(Dataset<Row> changes) {
        Column next = lead(col(VALID_FROM), 1).over(inOrder);
        Dataset<Row> states = differing(states(changes));
        // Of several changes of one moment, what they add up to counts; that may be what held before them.
        Dataset<Row> moments = states.withColumn(NEXT, next)
                .filter(col(NEXT).isNull().or(col(NEXT).notEqual(col(VALID_FROM))))
                .drop(NEXT);
        return differing(moments)
                .withColumn(EntitySpec.VALID_TO.name(), next)
                .withColumn(
                        EntitySpec.IS_CURRENT.name(), EntitySpec.VALID_TO.col().isNull())
                .drop("mapping", "item_number");
    }

    /** Each change with all that was known once it held. */
    private Dataset<Row> states(Dataset<Row> changes) {
        WindowSpec soFar = inOrder.rowsBetween(Window.unboundedPreceding(), Window.currentRow());
        List<Column> columns = new ArrayList<>(List.of(key));
        columns.add(col(VALID_FROM));
        entity.described()
                .forEach(
                        field -> columns.add(last(field.col(), true).over(soFar).alias(field.name())));
        entity.provenance().forEach(field -> columns.add(field.col()));
        columns.add(col("mapping"));
        columns.add(col("item_number"));
        return changes.select(columns.toArray(new Column[0]));
    }

    /** Without those that equal the one before them. */
    private Dataset<Row> differing(Dataset<Row> states) {
        Column state = struct(
                entity.described().stream().map(DimensionVersions::comparable).toArray(Column[]::new));
        return states.withColumn(STATE, state)
                .withColumn(BEFORE, lag(col(STATE), 1).over(inOrder))
                .filter(not(col(STATE).eqNullSafe(col(BEFORE))))
                .drop(STATE, BEFORE);
    }

    /** Maps have no equality in SQL; their entries have. */
    private static Column comparable(Field field) {
        Column value = field.type() instanceof MapType ? array_sort(map_entries(field.col())) : field.col();
        return value.alias(field.name());
    }
}
