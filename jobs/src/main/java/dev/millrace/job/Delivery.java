package dev.millrace.job;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Newly delivered files of one source that have the same header.
 *
 * <p>The frame has the {@link #LINE} as bytes without its line end, {@code _file}, {@code _ordinal} and {@code _known_date};
 * blank ones are left out.
 *
 * @param header the names of the files' columns, in their order
 * @param files the files' paths
 * @param lines the frame of what stands below the header
 * @param rows how many rows it has, counted without the parser
 */
public record Delivery(List<String> header, List<String> files, Dataset<Row> lines, long rows) {

    /** The column that holds the bytes of a line. */
    public static final String LINE = "line";
}
