package dev.millrace.settings;

/**
 * A column that groups series.
 *
 * @param table id of the table that has it, such as {@code silver/product}; its key are columns of the series
 * @param column the column
 */
public record AttributeColumn(String table, String column) {

    /**
     * From a name such as {@code silver.product.category}.
     *
     * @throws IllegalArgumentException where it has no table or no column
     */
    static AttributeColumn of(String name) {
        int end = name.lastIndexOf('.');
        if (end < 1 || end == name.length() - 1 || name.indexOf('.') == end) {
            throw new IllegalArgumentException(name);
        }
        return new AttributeColumn(name.substring(0, end).replace('.', '/'), name.substring(end + 1));
    }
}
