package dev.millrace.simulate;

import java.time.LocalDate;

/**
 * What factory to simulate. Equal plans (but for {@code to}) deliver the same bytes.
 *
 * @param to landing folder to create, any Hadoop URI, below a root
 * @param from first delivery day
 * @param days number of delivery days, 1 to 3,660
 * @param scale 1 is 12 products, some 100 parts and 60 orders a day
 * @param seed of every random draw
 */
public record FactoryPlan(String to, LocalDate from, int days, double scale, long seed) {

    private static final int MOST_DAYS = 3_660;
    private static final double MOST_SCALE = 1_000;

    /** Checks every value; an {@link IllegalArgumentException} says which is wrong, why, and what to do. */
    public FactoryPlan {
        require(
                to != null && !to.isBlank(),
                "to is empty: there is nowhere to deliver. Give a folder, e.g. /tmp/factory.");
        require(from != null, "from is missing: deliveries need a first day. Give a date, e.g. 2024-01-01.");
        require(
                days >= 1 && days <= MOST_DAYS,
                "days is " + days + ": a factory delivers for at least one day and at most ten years. Give 1 to "
                        + MOST_DAYS + ".");
        require(
                scale > 0 && scale <= MOST_SCALE,
                "scale is " + scale + ": orders are proportional to it. Give a number above 0 and up to " + MOST_SCALE
                        + ".");
    }

    /** A factory of the ordinary size: from 2024-01-01, scale 1, seed 42. */
    public static FactoryPlan of(String to, int days) {
        return new FactoryPlan(to, LocalDate.of(2024, 1, 1), days, 1, 42);
    }

    /** Assortments grow more slowly than sales. */
    int products() {
        return (int) Math.max(4, Math.round(12 * Math.sqrt(scale)));
    }

    /** Orders a day of the mean product. */
    double ordersEach() {
        return 60 * scale / products();
    }

    int customers() {
        return (int) Math.max(20, Math.round(200 * scale));
    }

    LocalDate day(int index) {
        return from.plusDays(index);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("Cannot simulate a factory: " + otherwise);
        }
    }
}
