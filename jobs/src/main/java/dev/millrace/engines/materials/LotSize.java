package dev.millrace.engines.materials;

/**
 * How much is ordered where something is missing. Source: Silver, Pyke and Thomas (2017), chapter 5.
 *
 * @param minimum the least units in an order; 0 where any will do
 * @param multiple orders are whole multiples of so many units; 0 where any will do
 * @param periods an order covers what is missing in so many periods, 1 or more
 */
public record LotSize(double minimum, double multiple, int periods) {

    /** Refuses negative figures and orders that cover no period, by an IllegalArgumentException. */
    public LotSize {
        if (!(minimum >= 0 && multiple >= 0 && periods >= 1)
                || Double.isInfinite(minimum)
                || Double.isInfinite(multiple)) {
            throw new IllegalArgumentException("A lot has a minimum of " + minimum + ", a multiple of " + multiple
                    + " and covers " + periods + " periods; the first two are numbers from 0, the last is 1 or more.");
        }
    }

    /** What is missing in each period, exactly. */
    public static LotSize lotForLot() {
        return new LotSize(0, 0, 1);
    }

    double of(double missing) {
        double quantity = Math.max(missing, minimum);
        // A remainder of rounding must not cost a whole lot.
        return multiple > 0 ? Math.ceil(quantity / multiple - 1e-9) * multiple : quantity;
    }
}
