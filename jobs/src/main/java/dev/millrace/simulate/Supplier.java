package dev.millrace.simulate;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Who delivers to a simulated company.
 *
 * @param id such as S01
 * @param leadDays days from order to delivery, as agreed
 * @param lateShare chance that a delivery comes after its day
 * @param meanDaysLate of those that do
 * @param planted whether it is one of those that are meant to be found
 */
record Supplier(String id, int leadDays, double lateShare, double meanDaysLate, boolean planted) {

    private static final int LEAST = 4;
    private static final int MOST = 40;
    private static final int PRODUCTS_EACH = 40;
    private static final int OF_WHICH_ONE_IS_LATE = 4;
    private static final double LATE = 0.55;
    private static final double DAYS_LATE = 5;
    private static final double PUNCTUAL = 0.06;
    private static final double DAYS_LATE_OF_PUNCTUAL = 1.5;

    /** As many as an assortment needs; every fourth comes late. */
    static List<Supplier> of(long products) {
        int count = (int) Math.max(LEAST, Math.min(MOST, products / PRODUCTS_EACH));
        return IntStream.range(0, count).mapToObj(Supplier::at).toList();
    }

    private static Supplier at(int index) {
        boolean late = index % OF_WHICH_ONE_IS_LATE == 1;
        return new Supplier(
                String.format("S%02d", index + 1),
                3 + 2 * (index % 3),
                late ? LATE : PUNCTUAL,
                late ? DAYS_LATE : DAYS_LATE_OF_PUNCTUAL,
                late);
    }
}
