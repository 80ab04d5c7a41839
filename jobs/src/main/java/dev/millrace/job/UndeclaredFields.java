package dev.millrace.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_keys;

import dev.millrace.storage.StagedRows;
import dev.millrace.table.NewColumns;
import dev.millrace.table.SourceFormat;
import dev.millrace.table.SourceSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;

/** Names that records brought and their source does not declare, where each record names its own fields. */
final class UndeclaredFields {

    private UndeclaredFields() {}

    /** One warning for each name. */
    static List<Warning> of(SourceSpec source, StagedRows staged, SparkSession session) {
        boolean namedByRecords =
                source.format() instanceof SourceFormat.Json || source.format() instanceof SourceFormat.Xml;
        if (!namedByRecords || source.newColumns() != NewColumns.FLAG) {
            return List.of();
        }
        StructType extra = new StructType().add(DeliveredRow.EXTRA.toStructField());
        List<Row> names = staged.read(session, extra)
                .select(explode(map_keys(DeliveredRow.EXTRA.col())).alias("name"))
                .groupBy(col("name"))
                .agg(count(lit(1)))
                .orderBy("name")
                .collectAsList();
        return names.stream()
                .map(row -> new Warning(
                        "new_column_" + row.getString(0),
                        row.getLong(1),
                        "records bring " + row.getString(0) + ", which sources." + source.name()
                                + ".columns does not declare. Its values are kept in _extra; declare it to use it."))
                .toList();
    }
}
