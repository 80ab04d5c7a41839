package dev.millrace.job;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Newly delivered rows of one source that have the same columns.
 *
 * <p>The frame has {@link #LINE}, the bytes of a row of text (or of a record that cannot be read) without its line end;
 * {@link #FIELDS}, values by name, for formats that name them in every row; {@code _file}, {@code _ordinal} and
 * {@code _known_date}. Blank lines are left out.
 *
 * @param header the names of the files' columns, in their order
 * @param files the files' paths
 * @param lines the frame of what stands below the header
 * @param rows how many rows it has, counted without the parser
 */
public record Delivery(List<String> header, List<String> files, Dataset<Row> lines, long rows) {

    /** The column that holds the bytes of a line. */
    public static final String LINE = "line";

    /** The column that holds values by name. */
    public static final String FIELDS = "fields";
}
