package dev.millrace.simulate;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;

/**
 * What shop to simulate. Equal plans (but for {@code to}) deliver the same bytes.
 *
 * @param to landing folder to create, any Hadoop URI, below a root
 * @param from first delivery day
 * @param days number of delivery days, 1 to 3,660
 * @param scale 1 is about 2,000 customers, 300 products, 500 order lines and 3,000 web events a day
 * @param seed of every random draw
 * @param dirt share of lines that are truncated, duplicated, badly encoded or late, 0 to 0.5
 * @param supply whether stock is kept, so that what is not there is not sold, and it is told what lies there and comes
 */
public record ShopPlan(String to, LocalDate from, int days, double scale, long seed, double dirt, boolean supply)
        implements Serializable {

    private static final int MOST_DAYS = 3_660;
    private static final double MOST_SCALE = 10_000;
    private static final double MOST_DIRT = 0.5;

    /** Checks every value; an {@link IllegalArgumentException} says which is wrong, why, and what to do. */
    public ShopPlan {
        require(
                to != null && !to.isBlank(),
                "to is empty: there is nowhere to deliver. Give a folder, e.g. /tmp/shop.");
        require(from != null, "from is missing: deliveries need a first day. Give a date, e.g. 2024-01-01.");
        require(
                days >= 1 && days <= MOST_DAYS,
                "days is " + days + ": a shop delivers for at least one day and at most ten years. Give 1 to "
                        + MOST_DAYS + ".");
        require(
                scale > 0 && scale <= MOST_SCALE,
                "scale is " + scale + ": customers and orders are proportional to it. Give a number above 0 and up to "
                        + MOST_SCALE + ".");
        require(
                dirt >= 0 && dirt <= MOST_DIRT,
                "dirt is " + dirt + ": it is a share of lines. Give 0 (clean) to " + MOST_DIRT + ".");
    }

    /** A shop that never runs out of anything. */
    public ShopPlan(String to, LocalDate from, int days, double scale, long seed, double dirt) {
        this(to, from, days, scale, seed, dirt, false);
    }

    /** The same shop with its stock kept. */
    public ShopPlan withSupply() {
        return new ShopPlan(to, from, days, scale, seed, dirt, true);
    }

    /** What it delivers. */
    Set<Feed> feeds() {
        return supply ? EnumSet.allOf(Feed.class) : Feed.OF_SALES;
    }

    /** A shop of the ordinary size: from 2024-01-01, scale 1, seed 42, half a percent of dirt. */
    public static ShopPlan of(String to, int days) {
        return new ShopPlan(to, LocalDate.of(2024, 1, 1), days, 1, 42, 0.005);
    }

    long customers() {
        return Math.max(40, Math.round(2_000 * scale));
    }

    /** Assortments grow more slowly than clienteles. */
    long products() {
        return Math.max(40, Math.round(300 * Math.sqrt(scale)));
    }

    Horizon horizon() {
        return new Horizon(from, days);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException("Cannot simulate a shop: " + otherwise);
        }
    }
}
