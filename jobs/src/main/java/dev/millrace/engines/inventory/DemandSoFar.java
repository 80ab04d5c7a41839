package dev.millrace.engines.inventory;

import java.util.Arrays;
import java.util.Objects;

/** What is on record of an item's demand before a day; nothing later can be asked for. */
public final class DemandSoFar {

    private final double[] recorded;
    private final int days;

    DemandSoFar(double[] recorded, int days) {
        this.recorded = recorded;
        this.days = days;
    }

    /** How many days are on record. */
    public int days() {
        return days;
    }

    /**
     * Units of a day.
     *
     * @param day from 0
     * @throws IndexOutOfBoundsException where that day is not on record yet
     */
    public double on(int day) {
        return recorded[Objects.checkIndex(day, days)];
    }

    /** Units of the last so many days on record, or of all where there are fewer. */
    public double[] last(int most) {
        return Arrays.copyOfRange(recorded, Math.max(0, days - most), days);
    }
}
