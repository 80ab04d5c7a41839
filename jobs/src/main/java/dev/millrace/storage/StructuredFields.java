package dev.millrace.storage;

import static org.apache.spark.sql.functions.base64;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.to_json;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.BinaryType;
import org.apache.spark.sql.types.MapType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/** Typed columns as texts by name: what is nested as JSON, bytes in Base64. */
final class StructuredFields {

    private StructuredFields() {}

    static Column of(StructType schema) {
        List<Column> entries = new ArrayList<>();
        for (StructField field : schema.fields()) {
            entries.add(lit(field.name()));
            entries.add(text(field));
        }
        return map(entries.toArray(new Column[0]));
    }

    private static Column text(StructField field) {
        Column column = col("`" + field.name().replace("`", "``") + "`");
        if (field.dataType() instanceof StructType
                || field.dataType() instanceof ArrayType
                || field.dataType() instanceof MapType) {
            return to_json(column);
        }
        return field.dataType() instanceof BinaryType ? base64(column) : column.cast("string");
    }
}
