package dev.millrace.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.testing.SparkExtension;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
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
    void aThousandSeparateDaysAreOneCondition(SparkSession session) {
        LocalDate first = day("2020-01-01");
        DaySet everyOther = DaySet.of(
                first.datesUntil(first.plusDays(2_000), Period.ofDays(2)).toList());

        assertEquals(
                1_000,
                session.range(0, 4_000)
                        .selectExpr("date_add(DATE'2019-01-01', CAST(id AS INT)) AS day")
                        .filter(everyOther.covers(functions.col("day")))
                        .count());
    }

    @Test
    void aRangeOverTwoMonthsHasTwoMonthStarts() {
        assertEquals(
                DaySet.of(List.of(day("2024-01-01"), day("2024-02-01"))),
                DaySet.between(day("2024-01-31"), day("2024-02-01")).monthStarts());
    }
}
