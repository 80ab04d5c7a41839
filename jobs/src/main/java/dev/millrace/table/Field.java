package dev.millrace.table;

import static java.util.Objects.requireNonNull;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;

/**
 * One column of a table.
 *
 * @param name the column's name
 * @param type the column's type
 * @param required whether it is never null
 * @param description what it means, with units; shown in the data dictionary and as the column's comment
 */
public record Field(String name, DataType type, boolean required, String description) {

    public Field {
        requireNonNull(name);
        requireNonNull(type);
        requireNonNull(description);
    }

    /** A column that is never null. */
    public static Field required(String name, DataType type, String description) {
        return new Field(name, type, true, description);
    }

    /** A column that may be null. */
    public static Field optional(String name, DataType type, String description) {
        return new Field(name, type, false, description);
    }

    /** The column of this name in whatever frame it is used on. */
    public Column col() {
        return functions.col(name);
    }

    /** The Spark form, with the description as the comment that BI tools show. */
    public StructField toStructField() {
        return DataTypes.createStructField(name, type, !required).withComment(description);
    }
}
