package dev.millrace.table;

/** Something that a job reads or writes, and that the job graph orders jobs by. */
public sealed interface Asset permits TableSpec, SourceSpec {

    /** Where it stands in the flow and its name, unique in a company, such as {@code silver/order_line}. */
    String id();
}
