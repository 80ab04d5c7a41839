package dev.millrace.cli;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import scala.collection.JavaConverters;

/** Values as a person reads them. */
final class CellText {

    /** What was delivered must not move the cursor of whoever looks at it, nor turn letters around. */
    private static final Pattern CONTROL =
            Pattern.compile("[\\p{Cc}\\x{2028}\\x{2029}\\x{200e}\\x{200f}\\x{202a}-\\x{202e}\\x{2066}-\\x{2069}]");

    private CellText() {}

    /** A text without characters that a terminal acts upon, or that turn the order of what is read around. */
    static String harmless(String text) {
        return CONTROL.matcher(text).replaceAll("·");
    }

    /** The text of a value; nothing for null. */
    static String of(Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof BigDecimal number) {
            return plain(number);
        }
        if (value instanceof Timestamp moment) {
            return moment(moment.toInstant());
        }
        if (value instanceof byte[] bytes) {
            return HexFormat.of().formatHex(bytes);
        }
        return harmless(composite(value));
    }

    private static String composite(Object value) {
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<?, ?> entries = JavaConverters.mapAsJavaMap(map);
            return entries.entrySet().stream()
                    .map(entry -> of(entry.getKey()) + "=" + of(entry.getValue()))
                    .sorted()
                    .collect(joining(", ", "{", "}"));
        }
        if (value instanceof scala.collection.Seq<?> seq) {
            List<?> items = JavaConverters.seqAsJavaList(seq);
            return items.stream().map(CellText::of).collect(joining(", ", "[", "]"));
        }
        return value instanceof Row row ? row.mkString("(", ", ", ")") : value.toString();
    }

    /** Without the zeros that the declared scale adds, and without an exponent. */
    static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static String moment(Instant moment) {
        return moment.toString().replace('T', ' ').replace("Z", "");
    }
}
