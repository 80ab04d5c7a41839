package dev.millrace.models.segment;

import java.util.Locale;

/**
 * What a marketer calls a segment, and from which figures on. Each name states something about a segment beside all customers, and
 * {@link #strength} is how far it is true: below 0 it is not, and the segment must not be called so.
 */
public enum SegmentName {
    /** Bought twice as long ago as the median customer, or longer. */
    LAPSED("Lapsed", "Win-back: a reason to return, once; then leave them in peace") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            return times(of.recencyDays(), all.recencyDays(), 2);
        }
    },
    /** Bought more often than the mean, but longer ago than a quarter above the median. */
    AT_RISK("At risk", "A personal call or a service gesture before a discount") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            return Math.min(times(of.orders(), all.orders(), 1), times(of.recencyDays(), all.recencyDays(), 1.25));
        }
    },
    /** First order in half the median time or less. */
    NEW("New", "A welcome and a second-order incentive within the first month") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            return times(all.tenureDays(), of.tenureDays(), 2);
        }
    },
    /** A quarter more on an order than the mean. */
    BIG_BASKETS("Big baskets", "Bundles, volume prices and free delivery from a high amount") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            return times(of.orderValue(), all.orderValue(), 1.25);
        }
    },
    /** Discount rate a quarter above the mean. */
    BARGAIN_HUNTERS("Bargain hunters", "Sales, clearance and price alerts; no full-price campaigns") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            return times(of.discountRate(), all.discountRate(), 1.25);
        }
    },
    /** Half more orders and a quarter more net sales than the mean, and no longer ago than the median. */
    CHAMPIONS("Champions", "Early access and thanks; no discount needed") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            return Math.min(
                    Math.min(times(of.orders(), all.orders(), 1.5), times(of.netSales(), all.netSales(), 1.25)),
                    times(all.recencyDays(), of.recencyDays(), 1));
        }
    },
    /** More orders than the mean, and no longer ago than the median. */
    LOYAL("Loyal", "Loyalty points, subscriptions, and a reason to recommend") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            double often =
                    Math.min(times(of.orders(), all.orders(), 1.1), times(all.recencyDays(), of.recencyDays(), 1));
            // Champions are loyal too; they are called so only when the better name is taken.
            return CHAMPIONS.holds(of, all) ? Math.min(often, 0) : often;
        }
    },
    /** Two thirds of the mean orders or fewer. */
    OCCASIONAL("Occasional", "Seasonal occasions and reminders of what they bought") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            return times(all.orders(), of.orders(), 1.5);
        }
    },
    /** A fifth less on an order than the mean. */
    SMALL_BASKETS("Small baskets", "Add-ons at the basket and a low threshold for free delivery") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            return times(all.orderValue(), of.orderValue(), 1.25);
        }
    },
    /** Nothing that stands out; true of any segment. */
    REGULAR("Regular", "The general programme") {
        @Override
        double strength(SegmentFigures of, SegmentFigures all) {
            return 0;
        }
    };

    private final String title;
    private final String offer;

    SegmentName(String title, String offer) {
        this.title = title;
        this.offer = offer;
    }

    /** How far the name is true of a segment: log of how many times its figure is that which is asked for; below 0 it is not true. */
    abstract double strength(SegmentFigures of, SegmentFigures all);

    /** Whether the name may stand for a segment. */
    public boolean holds(SegmentFigures of, SegmentFigures all) {
        return strength(of, all) >= 0;
    }

    /** For people. */
    public String title() {
        return title;
    }

    /** What to offer. */
    String offer() {
        return offer;
    }

    /** For tables, such as {@code big_baskets}. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static double times(double figure, double other, double asked) {
        if (figure <= 0) {
            return Double.NEGATIVE_INFINITY;
        }
        return other <= 0 ? 0 : Math.log(figure / (other * asked));
    }
}
