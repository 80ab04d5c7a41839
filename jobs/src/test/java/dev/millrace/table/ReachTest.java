package dev.millrace.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
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

    @Test
    void anAsOfDayNeedsAllBeforeItAndAChangeMakesAllLaterOnesStale() {
        DaySet later = Reach.BEFORE.stale(DaySet.parse("2024-02-29,2024-03-09"));

        assertTrue(later.contains(LocalDate.parse("2024-03-01")) && later.contains(LocalDate.parse("2400-01-01")));
        assertFalse(later.contains(LocalDate.parse("2024-02-29")));
        assertTrue(Reach.BEFORE.needed(LEAP_DAY).contains(LocalDate.parse("1990-01-01")));
        assertTrue(Reach.BEFORE.needed(LEAP_DAY).contains(LocalDate.parse("2024-02-28")));
        assertFalse(Reach.BEFORE.needed(LEAP_DAY).contains(LocalDate.parse("2024-02-29")));
        assertTrue(Reach.BEFORE.needed(DaySet.ALL).isAll());
        assertTrue(Reach.BEFORE.stale(DaySet.NONE).isEmpty());
    }

    @Test
    void whatReachesUpToAMonthGoesStaleFromTheMonthOfAChangeOn() {
        DaySet later = Reach.UP_TO_MONTH.stale(LEAP_DAY);

        assertTrue(later.contains(LocalDate.parse("2024-02-01")) && later.contains(LocalDate.parse("2025-01-01")));
        assertFalse(later.contains(LocalDate.parse("2024-01-31")));
        assertTrue(Reach.UP_TO_MONTH.needed(DaySet.parse("2024-02-01")).contains(LocalDate.parse("2024-02-29")));
        assertFalse(Reach.UP_TO_MONTH.needed(DaySet.parse("2024-02-01")).contains(LocalDate.parse("2024-03-01")));
    }

    @Test
    void whatReachesBothWaysGoesStaleOnTheOtherSide() {
        Reach around = Reach.around(2, 1);

        assertEquals(DaySet.parse("2024-02-27..2024-03-01"), around.needed(LEAP_DAY));
        assertEquals(DaySet.parse("2024-02-28..2024-03-02"), around.stale(LEAP_DAY));
    }
}
