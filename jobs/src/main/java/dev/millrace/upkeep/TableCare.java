package dev.millrace.upkeep;

/**
 * What upkeep did, or would do, for a table.
 *
 * @param table layer and name
 * @param rowsDeleted records of runs that were older than they are kept
 * @param filesBefore data files of the newest version before
 * @param filesAfter data files of the newest version after
 * @param filesDeleted files that no version needs any more
 * @param bytesFreed their size
 * @param note why it was left alone; empty where it was not
 */
public record TableCare(
        String table,
        long rowsDeleted,
        long filesBefore,
        long filesAfter,
        long filesDeleted,
        long bytesFreed,
        String note) {

    static TableCare none(String table, String why) {
        return new TableCare(table, 0, 0, 0, 0, 0, why);
    }
}
