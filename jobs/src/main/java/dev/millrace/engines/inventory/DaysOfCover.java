package dev.millrace.engines.inventory;

/**
 * The baseline that plans have to beat: stock is filled up to so many days of the mean demand of late, whatever varies.
 *
 * @param days of demand that stock is to cover, parts of a day included
 * @param lookback days that the mean is taken of
 * @param review days between reviews
 * @param pack units in a pack
 */
public record DaysOfCover(double days, int lookback, int review, int pack) implements ReplayPolicy {

    /** Refuses what is not above 0, by an IllegalArgumentException. */
    public DaysOfCover {
        Quantities.requirePositive("The days of cover", days);
        Quantities.requirePositive("The days looked back at", lookback);
        Quantities.requirePositive("The review period", review);
        Quantities.requirePositive("A pack", pack);
    }

    @Override
    public int order(StockState state) {
        if (state.day() % review != 0 || state.demand().days() == 0) {
            return 0;
        }
        double[] seen = state.demand().last(lookback);
        double sum = 0;
        for (double units : seen) {
            sum += units;
        }
        return new OrderUpTo((int) Math.ceil(days * sum / seen.length), pack).order(state.position());
    }
}
