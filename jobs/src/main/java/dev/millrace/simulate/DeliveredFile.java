package dev.millrace.simulate;

import java.time.LocalDate;

/**
 * One delivered file and its dirt, in lines.
 *
 * @param lines records after the header, dirty ones included
 * @param duplicated second copies; their originals count as clean
 */
public record DeliveredFile(
        Feed feed,
        LocalDate delivered,
        String name,
        long lines,
        long truncated,
        long duplicated,
        long badlyEncoded,
        long late) {

    static final String HEADER = "path,feed,lines,truncated,duplicated,badly_encoded,late";

    /** Relative to the landing, e.g. {@code orders/2024-01-05/orders-0000.csv}. */
    public String path() {
        return feed.folder() + "/" + delivered + "/" + name + feed.extension();
    }

    String toCsv() {
        return String.join(
                ",",
                path(),
                feed.folder(),
                Long.toString(lines),
                Long.toString(truncated),
                Long.toString(duplicated),
                Long.toString(badlyEncoded),
                Long.toString(late));
    }
}
