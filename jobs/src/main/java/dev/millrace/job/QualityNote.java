package dev.millrace.job;

/**
 * What a rule found on a job's rows.
 *
 * @param job the job
 * @param table the table's id
 * @param rule the rule
 * @param outcome passed, quarantined, warned or failed
 * @param seen rows looked at
 * @param failed rows that broke it
 * @param detail what was expected and seen, or null
 */
record QualityNote(String job, String table, String rule, String outcome, long seen, long failed, String detail) {}
