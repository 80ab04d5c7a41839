package dev.millrace.ingest;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.decode;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.map;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Delivery;
import dev.millrace.table.ColumnTypes;
import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The lines of files of one header, split into fields; good rows and rejected ones. */
final class ParsedLines {

    private static final String BAD_ENCODING = "bad_encoding";
    private static final String OPEN_QUOTE = "open_quote";
    private static final String FIELD_COUNT = "wrong_number_of_fields";
    private static final String HEADER = "wrong_header";
    private static final String CORRUPT = "_corrupt";

    private final SourceSpec source;
    private final DeliveryHeader header;
    private final Dataset<Row> judged;

    ParsedLines(SourceSpec source, DeliveryHeader header, Dataset<Row> lines) {
        this.source = source;
        this.header = header;
        CsvDialect dialect = source.dialect();
        this.judged = lines.withColumn("text", decode(col(Delivery.LINE), dialect.encoding()))
                .withColumn("parsed", from_csv(col("text"), lit(fields()), options(dialect)))
                .withColumn("rule", rule(dialect));
    }

    private String fields() {
        StringBuilder ddl = new StringBuilder();
        for (int i = 0; i < header.names().size(); i++) {
            ddl.append(field(i)).append(" STRING, ");
        }
        return ddl.append(CORRUPT).append(" STRING").toString();
    }

    private static String field(int position) {
        return "c" + position;
    }

    private static Map<String, String> options(CsvDialect dialect) {
        return Map.of(
                "sep",
                dialect.separator(),
                "quote",
                dialect.quote(),
                "escape",
                dialect.escape(),
                "mode",
                "PERMISSIVE",
                "maxColumns",
                "20000",
                "maxCharsPerColumn",
                "-1",
                "columnNameOfCorruptRecord",
                CORRUPT);
    }

    private Column rule(CsvDialect dialect) {
        Optional<String> problem = header.problem();
        if (problem.isPresent()) {
            return lit(HEADER);
        }
        Column text = col("text");
        Column quotes = length(text).minus(length(replace(text, lit(dialect.quote()))));
        return when(text.cast("binary").notEqual(col(Delivery.LINE)).and(lit(isUtf8(dialect))), BAD_ENCODING)
                .when(text.contains(dialect.quote()).and(quotes.mod(2).equalTo(1)), OPEN_QUOTE)
                .when(col("parsed." + CORRUPT).isNotNull(), FIELD_COUNT);
    }

    private static boolean isUtf8(CsvDialect dialect) {
        return dialect.encoding().equals("UTF-8");
    }

    /** The good rows, with the columns of bronze. */
    Dataset<Row> rows() {
        List<Column> columns = new ArrayList<>();
        for (String column : source.columns()) {
            int position = header.names().indexOf(column);
            Column value = position < 0 ? lit(null).cast("string") : col("parsed." + field(position));
            columns.add(value.alias(column));
        }
        columns.add(extra().alias(DeliveredRow.EXTRA.name()));
        columns.add(DeliveredRow.FILE.col());
        columns.add(DeliveredRow.ORDINAL.col());
        columns.add(DeliveredRow.KNOWN_DATE.col());
        return judged.filter(col("rule").isNull()).select(columns.toArray(new Column[0]));
    }

    private Column extra() {
        List<Column> entries = new ArrayList<>();
        for (String name : header.extra()) {
            entries.add(lit(name));
            entries.add(col("parsed." + field(header.names().indexOf(name))));
        }
        return entries.isEmpty() ? lit(null).cast(ColumnTypes.ATTRIBUTES) : map(entries.toArray(new Column[0]));
    }

    /** The rejected rows, with the columns of quarantine. */
    Dataset<Row> rejected() {
        return judged.filter(col("rule").isNotNull())
                .select(
                        lit(source.name()).alias("source"),
                        DeliveredRow.FILE.col().alias("file"),
                        DeliveredRow.ORDINAL.col().alias("ordinal"),
                        DeliveredRow.KNOWN_DATE.col().alias("known_date"),
                        col("rule"),
                        detail().alias("detail"),
                        col("text").alias("raw"),
                        when(col("rule").equalTo(BAD_ENCODING), col(Delivery.LINE))
                                .alias("raw_bytes"));
    }

    private Column detail() {
        return coalesce(
                when(col("rule").equalTo(HEADER), header.problem().orElse("")),
                when(
                        col("rule").equalTo(BAD_ENCODING),
                        "the bytes are no " + source.dialect().encoding() + "; is sources." + source.name()
                                + ".encoding right?"),
                when(col("rule").equalTo(OPEN_QUOTE), "a quote is opened and not closed"),
                when(
                        col("rule").equalTo(FIELD_COUNT),
                        "the header has " + header.names().size() + " fields and the line has not; is sources."
                                + source.name() + ".separator right?"));
    }
}
