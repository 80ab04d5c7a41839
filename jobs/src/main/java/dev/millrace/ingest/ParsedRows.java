package dev.millrace.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Delivery;
import dev.millrace.table.SourceColumn;
import dev.millrace.table.SourceSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Delivered rows split into values; good rows and rejected ones. */
interface ParsedRows {

    /** The good rows, with the columns of bronze. */
    Dataset<Row> rows();

    /** The rejected rows, with the columns of quarantine. */
    Dataset<Row> rejected();

    /** Parses as the source's format asks. */
    static ParsedRows of(SourceSpec source, DeliveryHeader header, Delivery delivery) {
        return source.format().isText()
                ? new ParsedLines(source, header, delivery.lines())
                : new ParsedFields(source, header, delivery.lines());
    }

    /** A value, or none where its text stands for none. */
    static Column value(SourceSpec source, Column text) {
        return source.nullValues().isEmpty()
                ? text
                : when(text.isin(source.nullValues().toArray()), lit(null)).otherwise(text);
    }

    /** The good rows, with the columns of bronze. */
    static Dataset<Row> good(
            SourceSpec source, Dataset<Row> judged, Function<SourceColumn, Column> text, Column undeclared) {
        List<Column> columns = new ArrayList<>();
        for (SourceColumn column : source.columns()) {
            columns.add(value(source, text.apply(column)).alias(column.name()));
        }
        columns.add(undeclared.alias(DeliveredRow.EXTRA.name()));
        columns.add(DeliveredRow.FILE.col());
        columns.add(DeliveredRow.ORDINAL.col());
        columns.add(DeliveredRow.KNOWN_DATE.col());
        return judged.filter(col("rule").isNull()).select(columns.toArray(new Column[0]));
    }

    /** The rejected rows, with the columns of quarantine. */
    static Dataset<Row> rejected(SourceSpec source, Dataset<Row> judged, Column detail, Column raw, Column rawBytes) {
        return judged.filter(col("rule").isNotNull())
                .select(
                        lit(source.name()).alias("source"),
                        DeliveredRow.FILE.col().alias("file"),
                        DeliveredRow.ORDINAL.col().alias("ordinal"),
                        lit(0).alias("item"),
                        DeliveredRow.KNOWN_DATE.col().alias("known_date"),
                        col("rule"),
                        detail.alias("detail"),
                        raw.alias("raw"),
                        rawBytes.alias("raw_bytes"));
    }
}
