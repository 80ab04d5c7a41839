package dev.millrace.job;

/**
 * How a rule held.
 *
 * @param job the job whose rows were checked
 * @param table the table
 * @param rule the rule
 * @param outcome {@code passed}, {@code quarantined}, {@code warned} or {@code failed}
 * @param seen rows looked at
 * @param failed rows that broke it
 * @param expected what the rule expects, or null
 * @param detail what was seen, or null
 * @param sample one of the rows that broke it, or null
 */
record QualityNote(
        String job,
        String table,
        String rule,
        String outcome,
        long seen,
        long failed,
        String expected,
        String detail,
        String sample) {

    /** A rule that held for all rows. */
    static QualityNote passed(String job, String table, String rule, long seen, String expected) {
        return new QualityNote(job, table, rule, "passed", seen, 0, expected, null, null);
    }

    /** A rule that set rows aside. */
    static QualityNote quarantined(String job, String table, String rule, long seen, long failed, String sample) {
        return new QualityNote(job, table, rule, "quarantined", seen, failed, null, null, sample);
    }

    /** Something that a person should know. */
    static QualityNote of(String job, String table, Warning warning) {
        return new QualityNote(
                job,
                table,
                warning.rule(),
                warning.outcome(),
                warning.seen(),
                warning.failed(),
                warning.expected(),
                warning.detail(),
                warning.sample());
    }
}
