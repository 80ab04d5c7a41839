package dev.millrace.job;

/**
 * Something that a job looked at and that stops nothing, but that a person should know where it failed.
 *
 * @param rule what it is, in the form of a rule's name
 * @param seen how many rows were looked at
 * @param failed how many did not meet it
 * @param expected what they should have met, or null
 * @param detail what was seen and what to do
 * @param sample one of those that failed, or null
 */
public record Warning(String rule, long seen, long failed, String expected, String detail, String sample) {

    /** Something that concerns a number of rows. */
    public Warning(String rule, long rows, String detail) {
        this(rule, rows, rows, null, detail, null);
    }

    /** How results name it. */
    String outcome() {
        return failed > 0 ? "warned" : "passed";
    }
}
