package dev.millrace.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.decode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Delivery;
import dev.millrace.table.ColumnTypes;
import dev.millrace.table.SourceColumn;
import dev.millrace.table.SourceSpec;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Rows of text of one header, split into fields; good rows and rejected ones. */
final class ParsedLines implements ParsedRows {

    private static final String BAD_ENCODING = "bad_encoding";
    private static final String OPEN_QUOTE = "open_quote";
    private static final String FIELD_COUNT = "wrong_number_of_fields";
    private static final String HEADER = "wrong_header";

    private final SourceSpec source;
    private final DeliveryHeader header;
    private final LineSplit split;
    private final Dataset<Row> judged;

    ParsedLines(SourceSpec source, DeliveryHeader header, Dataset<Row> lines) {
        this.source = source;
        this.header = header;
        this.split = LineSplit.of(source.format(), header.names().size());
        Dataset<Row> text = lines.withColumn("text", decode(col(Delivery.LINE), encoding()));
        this.judged = split.split(text, col("text")).withColumn("rule", rule());
    }

    /** Text of a character set with wide line ends was made UTF-8 where it was split into rows. */
    private String encoding() {
        String declared = source.format().encoding();
        return "\n".getBytes(Charset.forName(declared)).length == 1 ? declared : "UTF-8";
    }

    private Column rule() {
        if (header.problem().isPresent()) {
            return lit(HEADER);
        }
        Column text = col("text");
        return when(
                        text.cast("binary")
                                .notEqual(col(Delivery.LINE))
                                .and(lit(encoding().equals("UTF-8"))),
                        BAD_ENCODING)
                .when(split.openQuote(text), OPEN_QUOTE)
                .when(split.wrongNumberOfFields(text), FIELD_COUNT);
    }

    @Override
    public Dataset<Row> rows() {
        return ParsedRows.good(source, judged, this::text, extra());
    }

    private Column text(SourceColumn column) {
        int position = header.names().indexOf(column.delivered());
        return position < 0 ? lit(null).cast("string") : split.field(position);
    }

    private Column extra() {
        List<Column> entries = new ArrayList<>();
        for (String name : header.extra()) {
            entries.add(lit(name));
            entries.add(ParsedRows.value(source, split.field(header.names().indexOf(name))));
        }
        return entries.isEmpty() ? lit(null).cast(ColumnTypes.ATTRIBUTES) : map(entries.toArray(new Column[0]));
    }

    @Override
    public Dataset<Row> rejected() {
        Column bytes = when(col("rule").equalTo(BAD_ENCODING), col(Delivery.LINE));
        return ParsedRows.rejected(source, judged, detail(), col("text"), bytes);
    }

    private Column detail() {
        String setting = "sources." + source.name();
        return coalesce(
                when(col("rule").equalTo(HEADER), header.problem().orElse("")),
                when(
                        col("rule").equalTo(BAD_ENCODING),
                        "the bytes are no " + encoding() + "; is " + setting + ".encoding right?"),
                when(
                        col("rule").equalTo(OPEN_QUOTE),
                        "a quote is opened and not closed; if fields may hold line ends, set " + setting
                                + ".multi-line"),
                when(
                        col("rule").equalTo(FIELD_COUNT),
                        "the header has " + header.names().size() + " fields and the line has not; is " + setting
                                + ".separator right?"));
    }
}
