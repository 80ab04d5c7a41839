package dev.millrace.table;

/**
 * A row rule of a table's contract. A row that breaks it stops the write; the table stays as it was.
 *
 * @param name the rule's name, unique in its table
 * @param condition a SQL condition over the table's columns that each row meets
 */
public record Check(String name, String condition) {}
