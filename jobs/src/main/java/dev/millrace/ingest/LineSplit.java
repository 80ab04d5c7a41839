package dev.millrace.ingest;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.length;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.nullif;
import static org.apache.spark.sql.functions.regexp_replace;
import static org.apache.spark.sql.functions.size;
import static org.apache.spark.sql.functions.split;
import static org.apache.spark.sql.functions.substring;
import static org.apache.spark.sql.functions.trim;

import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceFormat;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Column;

/** How a line of text is split into fields. */
sealed interface LineSplit {

    /** The split line. */
    Column parsed(Column text);

    /** A field of it, by place from 0. */
    Column field(Column parsed, int position);

    /** Whether it has another number of fields than it must have. */
    Column wrongNumberOfFields(Column parsed, Column text);

    /** The character that encloses fields, where one does. */
    default Optional<String> quote() {
        return Optional.empty();
    }

    static LineSplit of(SourceFormat format, int fields) {
        if (format instanceof SourceFormat.FixedWidth fixed) {
            return new ByPlace(fixed.spans());
        }
        CsvDialect dialect = ((SourceFormat.Delimited) format).dialect();
        return dialect.byWhitespace() ? new ByWhitespace(dialect, fields) : new BySeparator(dialect, fields);
    }

    /** By Spark's CSV parser. A ragged line is given one field more than it may have, so that too many are told from too few. */
    record BySeparator(CsvDialect dialect, int fields) implements LineSplit {

        private static final String CORRUPT = "_corrupt";

        @Override
        public Column parsed(Column text) {
            StringBuilder ddl = new StringBuilder();
            for (int i = 0; i < fields + (dialect.ragged() ? 1 : 0); i++) {
                ddl.append('c').append(i).append(" STRING, ");
            }
            return from_csv(text, lit(ddl.append(CORRUPT).append(" STRING").toString()), options());
        }

        private Map<String, String> options() {
            Map<String, String> options = new HashMap<>();
            options.put("sep", dialect.separator());
            options.put("quote", dialect.quote().isEmpty() ? "\0" : dialect.quote());
            options.put("escape", dialect.escape());
            options.put("mode", "PERMISSIVE");
            options.put("maxColumns", "20000");
            options.put("maxCharsPerColumn", "-1");
            options.put("columnNameOfCorruptRecord", CORRUPT);
            return options;
        }

        @Override
        public Column field(Column parsed, int position) {
            return parsed.getField("c" + position);
        }

        @Override
        public Column wrongNumberOfFields(Column parsed, Column text) {
            return dialect.ragged()
                    ? parsed.getField("c" + fields).isNotNull()
                    : parsed.getField(CORRUPT).isNotNull();
        }

        @Override
        public Optional<String> quote() {
            return Optional.of(dialect.quote()).filter(quote -> !quote.isEmpty());
        }
    }

    /** By runs of spaces and tabs. */
    record ByWhitespace(CsvDialect dialect, int fields) implements LineSplit {

        @Override
        public Column parsed(Column text) {
            return split(regexp_replace(text, lit("^[ \\t]+|[ \\t]+$"), lit("")), "[ \\t]+");
        }

        @Override
        public Column field(Column parsed, int position) {
            return org.apache.spark.sql.functions.get(parsed, lit(position));
        }

        @Override
        public Column wrongNumberOfFields(Column parsed, Column text) {
            return dialect.ragged() ? size(parsed).gt(fields) : size(parsed).notEqual(fields);
        }
    }

    /** By place; a line that ends early lacks the fields that it does not reach, and one that goes on has too many. */
    record ByPlace(List<SourceFormat.Span> spans) implements LineSplit {

        @Override
        public Column parsed(Column text) {
            return array(spans.stream()
                    .map(span -> nullif(trim(substring(text, span.first(), span.length())), lit("")))
                    .toArray(Column[]::new));
        }

        @Override
        public Column field(Column parsed, int position) {
            return parsed.getItem(position);
        }

        @Override
        public Column wrongNumberOfFields(Column parsed, Column text) {
            int end = spans.stream().mapToInt(SourceFormat.Span::last).max().orElse(0);
            int begin = spans.stream().mapToInt(SourceFormat.Span::first).max().orElse(1);
            Column beyond = length(trim(concat(substring(text, end + 1, Integer.MAX_VALUE), lit(""))));
            return beyond.gt(0).or(length(text).lt(begin));
        }
    }
}
