package dev.millrace.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ReachTest {

    private static final DaySet LEAP_DAY = DaySet.parse("2024-02-29");

    @Test
    void aLookbackReadsBackAndMakesLaterDaysStale() {
        Reach week = Reach.lookback(6);

        assertEquals(DaySet.parse("2024-02-23..2024-02-29"), week.needed(LEAP_DAY));
        assertEquals(DaySet.parse("2024-02-29..2024-03-06"), week.stale(LEAP_DAY));
    }

    @Test
    void aMonthNeedsItsDaysAndGoesStaleByAnyOfThem() {
        assertEquals(DaySet.parse("2024-02-01..2024-02-29"), Reach.SAME_MONTH.needed(DaySet.parse("2024-02-01")));
        assertEquals(DaySet.parse("2024-02-01"), Reach.SAME_MONTH.stale(LEAP_DAY));
    }

    @Test
    void whatNothingTouchedMakesNothingStale() {
        assertTrue(Reach.ALL.stale(DaySet.NONE).isEmpty());
        assertTrue(Reach.SAME_MONTH.stale(DaySet.NONE).isEmpty());
    }

    @Test
    void theNewestStateAndTheOwnPastRestateNothing() {
        assertTrue(Reach.LATEST.stale(LEAP_DAY).isEmpty());
        assertTrue(Reach.PREVIOUS.stale(LEAP_DAY).isEmpty());
        assertTrue(Reach.ALL.stale(LEAP_DAY).isAll());
    }
}
