package dev.millrace.engines.materials;

/**
 * How a part is planned.
 *
 * @param onHand units in stock; below 0 where more was issued than was there
 * @param safetyStock units below which stock must not fall
 * @param leadTime periods from order to receipt; 0 where both lie in one period
 * @param lotSize of its orders
 */
public record PartRules(double onHand, double safetyStock, int leadTime, LotSize lotSize) {

    /** Refuses a negative safety stock or lead time, by an IllegalArgumentException. */
    public PartRules {
        if (!Double.isFinite(onHand) || !(safetyStock >= 0) || Double.isInfinite(safetyStock) || leadTime < 0) {
            throw new IllegalArgumentException("A part has a stock of " + onHand + ", a safety stock of " + safetyStock
                    + " and a lead time of " + leadTime + "; the last two must not be below 0.");
        }
    }

    /** What stands in for a part of which nothing is known: no stock, ordered lot for lot and there in the same period. */
    static PartRules assumed() {
        return new PartRules(0, 0, 0, LotSize.lotForLot());
    }
}
