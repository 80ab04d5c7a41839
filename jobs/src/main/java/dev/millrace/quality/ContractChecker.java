package dev.millrace.quality;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.storage.StagedRows;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;

/**
 * Holds rows against the contract of their table. Row rules and NOT NULL are constraints of the Delta table and are checked
 * as the rows are written; this checks what those cannot.
 */
public final class ContractChecker {

    private ContractChecker() {}

    /**
     * The rows with the table's columns in the table's order.
     *
     * @throws ContractException for columns that are missing, unknown or of another type; all at once
     */
    public static Dataset<Row> conforming(TableSpec table, Dataset<Row> rows) {
        List<String> problems = columnProblems(table, rows.schema());
        if (!problems.isEmpty()) {
            throw new ContractException("The rows made for " + table.id() + " do not fit its declaration: "
                    + String.join("; ", problems) + ". Nothing was written.");
        }
        return rows.select(
                table.fields().stream().map(field -> col(quoted(field.name()))).toArray(Column[]::new));
    }

    private static List<String> columnProblems(TableSpec table, StructType made) {
        List<String> problems = new ArrayList<>();
        Set<String> names = Set.of(made.fieldNames());
        for (Field field : table.fields()) {
            if (!names.contains(field.name())) {
                problems.add(field.name() + " is missing");
            } else if (!sameType(field.type(), made.apply(field.name()).dataType())) {
                problems.add(field.name() + " is "
                        + made.apply(field.name()).dataType().sql() + " where "
                        + field.type().sql() + " is declared");
            }
        }
        for (StructField field : made.fields()) {
            if (!table.columnNames().contains(field.name())) {
                problems.add(field.name() + " is not declared");
            }
        }
        return problems;
    }

    private static boolean sameType(DataType declared, DataType made) {
        return DataType.equalsIgnoreNullability(declared, made);
    }

    /**
     * Holds staged rows against the table's key.
     *
     * @throws ContractException with an example when two rows have the same key
     */
    public static void requireUniqueKey(TableSpec table, StagedRows staged, SparkSession session) {
        if (table.key().isEmpty() || staged.paths().isEmpty()) {
            return;
        }
        StructType keySchema =
                new StructType(table.key().stream().map(Field::toStructField).toArray(StructField[]::new));
        Column[] key = table.keyNames().stream().map(name -> col(quoted(name))).toArray(Column[]::new);
        List<Row> twice = staged.read(session, keySchema)
                .groupBy(key)
                .agg(count(lit(1)).alias("rows"))
                .filter("rows > 1")
                .limit(1)
                .collectAsList();
        if (!twice.isEmpty()) {
            throw new ContractException("The rows made for " + table.id() + " repeat a key: " + table.keyNames()
                    + " = " + twice.get(0) + " (the last figure counts them). Nothing was written. If a source repeats"
                    + " its rows, let its mapping drop exact duplicates.");
        }
    }

    private static String quoted(String name) {
        return "`" + name.replace("`", "``") + "`";
    }
}
