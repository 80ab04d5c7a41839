package dev.millrace.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.get;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;
import static org.apache.spark.sql.functions.when;

import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.csv.CSVExprUtils;
import org.apache.spark.sql.functions;

/** How lines of text are split into fields. */
sealed interface LineSplit {

    /** The lines with what they were split into, in columns that only this split knows. */
    Dataset<Row> split(Dataset<Row> lines, Column text);

    /** A field of a split line, by place from 0; null where there is none. */
    Column field(int position);

    /** Whether a split line has another number of fields than it must have. */
    Column wrongNumberOfFields(Column text);

    /** Whether a quote is opened in a split line and not closed. */
    default Column openQuote(Column text) {
        return lit(false);
    }

    static LineSplit of(SourceFormat format, int fields) {
        if (format instanceof SourceFormat.FixedWidth fixed) {
            return new ByPlace(fixed.spans());
        }
        CsvDialect dialect = ((SourceFormat.Delimited) format).dialect();
        return dialect.byWhitespace() ? new ByWhitespace(dialect, fields) : new BySeparator(dialect, fields);
    }

    /**
     * By Spark's CSV parser, or just at each separator where a line has no quote, which takes half the time and gives the same fields. A
     * ragged line is given one field more than it may have, so that too many are told from too few.
     */
    record BySeparator(CsvDialect dialect, int fields) implements LineSplit {

        private static final String PARSED = "parsed";
        private static final String PARTED = "parted";
        private static final String CORRUPT = "_corrupt";
        private static final String NO_QUOTE = "\0";

        @Override
        public Dataset<Row> split(Dataset<Row> lines, Column text) {
            // The parser takes a line that begins with this character for a comment.
            Column plain = not(text.contains(quoteOrNone()).or(text.startsWith("\0")));
            return lines.withColumn(PARSED, when(not(plain), from_csv(text, lit(schema()), options())))
                    .withColumn(PARTED, when(plain, functions.split(text, everySeparator(), -1)));
        }

        private String schema() {
            StringBuilder ddl = new StringBuilder();
            for (int i = 0; i < fields + (dialect.ragged() ? 1 : 0); i++) {
                ddl.append('c').append(i).append(" STRING, ");
            }
            return ddl.append(CORRUPT).append(" STRING").toString();
        }

        private Map<String, String> options() {
            Map<String, String> options = new HashMap<>();
            options.put("sep", dialect.separator());
            options.put("quote", quoteOrNone());
            options.put("escape", dialect.escape());
            options.put("mode", "PERMISSIVE");
            options.put("maxColumns", "20000");
            options.put("maxCharsPerColumn", "-1");
            options.put("columnNameOfCorruptRecord", CORRUPT);
            return options;
        }

        private String quoteOrNone() {
            return dialect.quote().isEmpty() ? NO_QUOTE : dialect.quote();
        }

        /** Without a regular expression where one character separates, since Java splits by that at once. */
        private String everySeparator() {
            return CSVExprUtils.toDelimiterStr(dialect.separator()).replaceAll("[^\\p{L}\\p{N}\\s,;]", "\\\\$0");
        }

        @Override
        public Column field(int position) {
            return coalesce(col(PARSED).getField("c" + position), nullif(get(col(PARTED), lit(position)), lit("")));
        }

        @Override
        public Column wrongNumberOfFields(Column text) {
            return dialect.ragged()
                    ? coalesce(col(PARSED).getField("c" + fields).isNotNull(), lit(false))
                            .or(coalesce(size(col(PARTED)).gt(fields), lit(false)))
                    : when(col(PARTED).isNotNull(), size(col(PARTED)).notEqual(fields))
                            .otherwise(col(PARSED).getField(CORRUPT).isNotNull());
        }

        @Override
        public Column openQuote(Column text) {
            Column quotes = length(text).minus(length(replace(text, lit(dialect.quote()))));
            return lit(!dialect.quote().isEmpty())
                    .and(col(PARTED).isNull())
                    .and(quotes.mod(2).equalTo(1));
        }
    }

    /** By runs of spaces and tabs. */
    record ByWhitespace(CsvDialect dialect, int fields) implements LineSplit {

        private static final String PARTED = "parted";

        @Override
        public Dataset<Row> split(Dataset<Row> lines, Column text) {
            Column trimmed = regexp_replace(text, lit("^[ \\t]+|[ \\t]+$"), lit(""));
            return lines.withColumn(PARTED, functions.split(trimmed, "[ \\t]+"));
        }

        @Override
        public Column field(int position) {
            return get(col(PARTED), lit(position));
        }

        @Override
        public Column wrongNumberOfFields(Column text) {
            return dialect.ragged()
                    ? size(col(PARTED)).gt(fields)
                    : size(col(PARTED)).notEqual(fields);
        }
    }

    /** By place; a line that ends early lacks the fields that it does not reach, and one that goes on has too many. */
    record ByPlace(List<SourceFormat.Span> spans) implements LineSplit {

        private static final String PARTED = "parted";

        @Override
        public Dataset<Row> split(Dataset<Row> lines, Column text) {
            return lines.withColumn(
                    PARTED,
                    array(spans.stream()
                            .map(span -> nullif(trim(substring(text, span.first(), span.length())), lit("")))
                            .toArray(Column[]::new)));
        }

        @Override
        public Column field(int position) {
            return get(col(PARTED), lit(position));
        }

        @Override
        public Column wrongNumberOfFields(Column text) {
            int end = spans.stream().mapToInt(SourceFormat.Span::last).max().orElse(0);
            int begin = spans.stream().mapToInt(SourceFormat.Span::first).max().orElse(1);
            Column beyond = length(trim(concat(substring(text, end + 1, Integer.MAX_VALUE), lit(""))));
            return beyond.gt(0).or(length(text).lt(begin));
        }
    }
}
