package dev.millrace.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * A table's contract: declared once, in the class of the table, and the source of its DDL, its checks, its place in the
 * job graph and its page in the data dictionary.
 *
 * @param layer where it stands in the flow
 * @param name its name, unique in the layer
 * @param grain what one row is
 * @param fields its columns in order
 * @param key the columns that are unique at the grain; empty for a log that is only appended
 * @param dayField the DATE column by which windows of it are read and replaced
 * @param checks the rules that every row meets
 * @param personal the columns that tell who a person is; kept out of file statistics
 * @param mode how it takes rows
 */
public record TableSpec(
        Layer layer,
        String name,
        String grain,
        List<Field> fields,
        List<Field> key,
        Optional<Field> dayField,
        List<Check> checks,
        List<Field> personal,
        WriteMode mode)
        implements Asset {

    public TableSpec {
        fields = List.copyOf(fields);
        key = List.copyOf(key);
        checks = List.copyOf(checks);
        personal = List.copyOf(personal);
    }

    public static TableSpec bronze(String name) {
        return of(Layer.BRONZE, name);
    }

    public static TableSpec silver(String name) {
        return of(Layer.SILVER, name);
    }

    public static TableSpec feature(String name) {
        return of(Layer.FEATURE, name);
    }

    public static TableSpec score(String name) {
        return of(Layer.SCORE, name);
    }

    public static TableSpec gold(String name) {
        return of(Layer.GOLD, name);
    }

    public static TableSpec ops(String name) {
        return of(Layer.OPS, name);
    }

    private static TableSpec of(Layer layer, String name) {
        return new TableSpec(
                layer, name, "", List.of(), List.of(), Optional.empty(), List.of(), List.of(), WriteMode.REPLACE_DAYS);
    }

    public TableSpec grain(String whatOneRowIs) {
        return new TableSpec(layer, name, whatOneRowIs, fields, key, dayField, checks, personal, mode);
    }

    public TableSpec fields(Field... columns) {
        return fields(List.of(columns));
    }

    public TableSpec fields(List<Field> columns) {
        return new TableSpec(layer, name, grain, columns, key, dayField, checks, personal, mode);
    }

    public TableSpec key(Field... columns) {
        return new TableSpec(layer, name, grain, fields, List.of(columns), dayField, checks, personal, mode);
    }

    public TableSpec day(Field column) {
        return new TableSpec(layer, name, grain, fields, key, Optional.of(column), checks, personal, mode);
    }

    public TableSpec check(String rule, String condition) {
        List<Check> more = Stream.concat(checks.stream(), Stream.of(new Check(rule, condition)))
                .toList();
        return new TableSpec(layer, name, grain, fields, key, dayField, more, personal, mode);
    }

    public TableSpec personal(Field... columns) {
        return new TableSpec(layer, name, grain, fields, key, dayField, checks, List.of(columns), mode);
    }

    public TableSpec write(WriteMode writeMode) {
        return new TableSpec(layer, name, grain, fields, key, dayField, checks, personal, writeMode);
    }

    @Override
    public String id() {
        return layer.folder() + "/" + name;
    }

    /** The columns as Spark has them, with comments. */
    public StructType schema() {
        List<StructField> columns = new ArrayList<>();
        fields.forEach(field -> columns.add(field.toStructField()));
        return new StructType(columns.toArray(new StructField[0]));
    }

    /** The names of the columns, in order. */
    public List<String> columnNames() {
        return fields.stream().map(Field::name).toList();
    }

    /** The names of the key's columns. */
    public List<String> keyNames() {
        return key.stream().map(Field::name).toList();
    }
}
