package dev.millrace.table;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One feed of delivered files, all of one shape.
 *
 * @param name the feed's name, unique in a company
 * @param files a glob of its files, relative to the landing folder, such as {@code returns-*.csv}
 * @param deliveryDate finds the day of delivery in a file's relative path; its first group is an ISO date
 * @param dialect how the files separate their fields
 * @param columns the columns that a file must have, by name, in any order
 */
public record SourceSpec(String name, String files, Pattern deliveryDate, CsvDialect dialect, List<String> columns)
        implements Asset {

    public SourceSpec {
        columns = List.copyOf(columns);
    }

    @Override
    public String id() {
        return "source/" + name;
    }
}
