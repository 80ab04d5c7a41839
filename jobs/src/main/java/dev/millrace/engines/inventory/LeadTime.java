package dev.millrace.engines.inventory;

/**
 * How long a delivery takes from the order on.
 *
 * @param mean in periods; 0 where what is ordered is there at once
 * @param deviation standard deviation in periods; 0 where it is certain
 */
public record LeadTime(double mean, double deviation) {

    /** Refuses what is negative, infinite or not a number, by an IllegalArgumentException. */
    public LeadTime {
        Quantities.requireQuantity("The mean lead time", mean);
        Quantities.requireQuantity("The deviation of the lead time", deviation);
    }

    /** A lead time that is always kept. */
    public static LeadTime certain(double periods) {
        return new LeadTime(periods, 0);
    }

    /**
     * The mean and the sample deviation of lead times that were seen; one alone has no deviation.
     *
     * @throws IllegalArgumentException where there is none, or a negative one
     */
    public static LeadTime of(double... seen) {
        Quantities.requireHistory("The lead time", seen, "A delivery before its order belongs to another order.");
        double mean = 0;
        for (double periods : seen) {
            mean += periods / seen.length;
        }
        double squares = 0;
        for (double periods : seen) {
            squares += (periods - mean) * (periods - mean);
        }
        return new LeadTime(mean, seen.length < 2 ? 0 : Math.sqrt(squares / (seen.length - 1)));
    }
}
