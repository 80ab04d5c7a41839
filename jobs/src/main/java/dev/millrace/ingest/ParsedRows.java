package dev.millrace.ingest;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Delivery;
import dev.millrace.table.SourceSpec;
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
}
