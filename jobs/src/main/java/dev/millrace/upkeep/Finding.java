package dev.millrace.upkeep;

/**
 * What the doctor found at a place of a lake.
 *
 * @param severity how bad it is
 * @param table the table, or the folder or file of the lake that it is about
 * @param seen what was seen
 * @param why why that matters; empty where all is well
 * @param action what to do, with the command where there is one; empty where nothing is to be done
 */
public record Finding(Severity severity, String table, String seen, String why, String action) {

    /** How bad a finding is. */
    public enum Severity {
        /** All is well. */
        OK,
        /** Nothing is wrong yet, or only time and space are lost. */
        WARNING,
        /** Rows are lost, wrong, or not yet where they belong, or the next run cannot go on. */
        PROBLEM
    }

    static Finding ok(String table, String seen) {
        return new Finding(Severity.OK, table, seen, "", "");
    }

    static Finding warning(String table, String seen, String why, String action) {
        return new Finding(Severity.WARNING, table, seen, why, action);
    }

    static Finding problem(String table, String seen, String why, String action) {
        return new Finding(Severity.PROBLEM, table, seen, why, action);
    }
}
