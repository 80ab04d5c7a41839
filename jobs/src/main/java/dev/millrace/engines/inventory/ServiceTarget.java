package dev.millrace.engines.inventory;

/**
 * The service that a plan is to reach.
 *
 * @param measure of service
 * @param level as a share, above 0 and below 1
 */
public record ServiceTarget(Measure measure, double level) {

    /** How service is measured. */
    public enum Measure {
        /** The share of units that are served at once from stock. */
        FILL_RATE,
        /** The share of order cycles in which stock lasts until the delivery. */
        CYCLE_SERVICE_LEVEL
    }

    /** Refuses a level that no stock reaches or that every stock reaches, by an IllegalArgumentException. */
    public ServiceTarget {
        requireLevel(level);
    }

    /** So large a share of units served from stock. */
    public static ServiceTarget fillRate(double level) {
        return new ServiceTarget(Measure.FILL_RATE, level);
    }

    /** So large a share of order cycles without a shortage. */
    public static ServiceTarget cycleServiceLevel(double level) {
        return new ServiceTarget(Measure.CYCLE_SERVICE_LEVEL, level);
    }

    double of(Service service) {
        return measure == Measure.FILL_RATE ? service.fillRate() : service.cycleServiceLevel();
    }

    static void requireLevel(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException(
                    "A service of " + level + " is asked for; demand has no upper bound, so that no stock"
                            + " reaches 1 for certain: give a share above 0 and below 1, such as 0.98.");
        }
    }
}
