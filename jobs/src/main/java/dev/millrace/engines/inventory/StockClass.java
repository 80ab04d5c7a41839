package dev.millrace.engines.inventory;

/**
 * The class of one item.
 *
 * @param value A, B or C
 * @param variability X, Y or Z
 */
public record StockClass(ValueClass value, VariabilityClass variability) {

    /** Such as AX. */
    @Override
    public String toString() {
        return value.name() + variability;
    }
}
