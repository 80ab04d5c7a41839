package dev.millrace.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.decode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map_filter;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.try_element_at;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Delivery;
import dev.millrace.table.ColumnTypes;
import dev.millrace.table.NewColumns;
import dev.millrace.table.SourceSpec;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows whose values have names of their own. */
final class ParsedFields implements ParsedRows {

    private static final String MALFORMED = "malformed_record";
    private static final String UNDECLARED = "undeclared_field";
    private static final String HEADER = "wrong_header";

    private final SourceSpec source;
    private final DeliveryHeader header;
    private final Dataset<Row> judged;

    ParsedFields(SourceSpec source, DeliveryHeader header, Dataset<Row> records) {
        this.source = source;
        this.header = header;
        Column rule = when(col(Delivery.FIELDS).isNull(), MALFORMED);
        if (source.newColumns() == NewColumns.QUARANTINE) {
            rule = rule.when(size(undeclared()).gt(0), UNDECLARED);
        }
        rule = header.problem().isPresent() ? lit(HEADER) : rule;
        this.judged = records.withColumn("rule", rule);
    }

    @Override
    public Dataset<Row> rows() {
        return ParsedRows.good(
                source, judged, column -> try_element_at(col(Delivery.FIELDS), lit(column.delivered())), extra());
    }

    private Column extra() {
        return when(size(undeclared()).gt(0), undeclared()).otherwise(lit(null).cast(ColumnTypes.ATTRIBUTES));
    }

    private Column undeclared() {
        Object[] declared = source.deliveredNames().toArray();
        return map_filter(col(Delivery.FIELDS), (name, value) -> not(name.isin(declared)));
    }

    @Override
    public Dataset<Row> rejected() {
        Column detail = when(col("rule").equalTo(HEADER), header.problem().orElse(""))
                .when(
                        col("rule").equalTo(UNDECLARED),
                        "the record has fields that sources." + source.name() + ".columns does not declare")
                .otherwise("the record cannot be parsed");
        Column raw = when(col(Delivery.FIELDS).isNull(), decode(col(Delivery.LINE), "UTF-8"))
                .otherwise(to_json(col(Delivery.FIELDS)));
        return ParsedRows.rejected(source, judged, detail, raw, col(Delivery.LINE));
    }
}
