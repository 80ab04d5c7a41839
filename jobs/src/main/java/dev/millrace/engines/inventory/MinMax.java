package dev.millrace.engines.inventory;

/**
 * (s, S): once the reorder point is reached, whole packs are ordered that bring the position to a level.
 *
 * @param reorderPoint s, in units
 * @param level S, in units, above s
 * @param pack units in a pack
 */
public record MinMax(int reorderPoint, int level, int pack) implements StockPolicy {

    /** Refuses a level that is not above the reorder point and a pack without units, by an IllegalArgumentException. */
    public MinMax {
        Quantities.requirePositive("The level above the reorder point", level - reorderPoint);
        Quantities.requirePositive("A pack", pack);
    }

    @Override
    public int order(double position) {
        return position <= reorderPoint ? (int) Math.ceil((level - position) / pack) * pack : 0;
    }

    @Override
    public int highest() {
        return level + pack - 1;
    }

    @Override
    public String form() {
        return "(s, S)";
    }
}
