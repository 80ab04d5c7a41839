package dev.millrace.table;

import java.util.List;

/**
 * A part of a key that sources may leave out, and that is then counted.
 *
 * @param number the column that is counted, from 1, in the order of delivery
 * @param within the columns that rows counted together share
 */
public record Numbering(Field number, List<Field> within) {

    public Numbering {
        within = List.copyOf(within);
    }
}
