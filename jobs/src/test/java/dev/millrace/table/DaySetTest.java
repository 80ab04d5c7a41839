package dev.millrace.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DaySetTest {

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    @Test
    void daysThatAdjoinBecomeOneRange() {
        DaySet days = DaySet.of(List.of(day("2024-03-02"), day("2024-02-29"), day("2024-03-01"), day("2024-03-05")));

        assertEquals("2024-02-29..2024-03-02,2024-03-05", days.toString());
        assertEquals(4, days.size());
    }

    @Test
    void whatIsWrittenIsReadBack() {
        for (String text : List.of("", "all", "2024-01-01", "2024-01-01..2024-01-05,2024-02-01")) {
            assertEquals(text, DaySet.parse(text).toString());
        }
    }

    @Test
    void allTakesInEveryOther() {
        assertTrue(DaySet.NONE.union(DaySet.ALL).isAll());
        assertTrue(DaySet.ALL.contains(day("1970-01-01")));
        assertFalse(DaySet.NONE.contains(day("1970-01-01")));
    }

    @Test
    void aRangeOverTwoMonthsHasTwoMonthStarts() {
        assertEquals(
                DaySet.of(List.of(day("2024-01-01"), day("2024-02-01"))),
                DaySet.between(day("2024-01-31"), day("2024-02-01")).monthStarts());
    }
}
