package dev.millrace.engines.inventory;

/** How much of the whole value an item belongs to: A the few that make most of it, C the many that make the rest. */
public enum ValueClass {
    A,
    B,
    C
}
