package dev.millrace.job;

/**
 * Something that a job saw and that stops nothing, but that a person should know.
 *
 * @param rule what it is, in the form of a rule's name
 * @param rows how many rows it concerns
 * @param detail what was seen and what to do
 */
public record Warning(String rule, long rows, String detail) {}
