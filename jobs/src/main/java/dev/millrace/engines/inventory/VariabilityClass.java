package dev.millrace.engines.inventory;

/** How steady an item's demand is: X steady, Y varying, Z erratic. */
public enum VariabilityClass {
    X,
    Y,
    Z
}
