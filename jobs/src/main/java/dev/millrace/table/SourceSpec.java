package dev.millrace.table;

import java.util.List;

/**
 * One feed of delivered rows, all of one shape.
 *
 * @param name the feed's name, unique in a company
 * @param format what its files are
 * @param files globs of its files, relative to the landing folder, such as {@code returns-*.csv}; none for a database
 * @param deliveryDay how the day of delivery is told
 * @param columns the columns that a row must have; by name, in any order, where files name them, else in order
 * @param nullValues texts that stand for no value
 * @param newColumns what is done about columns that are not declared
 * @param missingColumns what is done about declared columns that files lack
 * @param changedFiles what is done about a file that was changed after it was taken in
 * @param maxExpansion how many times its size a compressed file may expand to before it is taken for a trap
 */
public record SourceSpec(
        String name,
        SourceFormat format,
        List<String> files,
        DeliveryDay deliveryDay,
        List<SourceColumn> columns,
        List<String> nullValues,
        NewColumns newColumns,
        MissingColumns missingColumns,
        ChangedFiles changedFiles,
        int maxExpansion)
        implements Asset {

    public SourceSpec {
        files = List.copyOf(files);
        columns = List.copyOf(columns);
        nullValues = List.copyOf(nullValues);
    }

    @Override
    public String id() {
        return "source/" + name;
    }

    /** The names of the columns in bronze. */
    public List<String> columnNames() {
        return columns.stream().map(SourceColumn::name).toList();
    }

    /** The names of the columns as files spell them. */
    public List<String> deliveredNames() {
        return columns.stream().map(SourceColumn::delivered).toList();
    }
}
