package dev.millrace.engines.inventory;

/**
 * (R, S): at every review, whole packs are ordered that bring the position to a level.
 *
 * @param level the order-up-to level S, in units
 * @param pack units in a pack
 */
public record OrderUpTo(int level, int pack) implements StockPolicy {

    /** Refuses a level below 0 and a pack without units, by an IllegalArgumentException. */
    public OrderUpTo {
        Quantities.requireQuantity("The order-up-to level", level);
        Quantities.requirePositive("A pack", pack);
    }

    @Override
    public int order(double position) {
        return position < level ? (int) Math.ceil((level - position) / pack) * pack : 0;
    }

    @Override
    public int reorderPoint() {
        return level - 1;
    }

    @Override
    public int highest() {
        return level + pack - 1;
    }

    @Override
    public String form() {
        return "(R, S)";
    }
}
