package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.evaluate.PastLateRates.Count;
import dev.millrace.evaluate.PastLateRates.Past;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class PastLateRatesTest {

    private static final LocalDate MONDAY = LocalDate.of(2013, 7, 1);

    @Test
    void aDeliveryThatBecomesKnownOnTheDayIsNotYetCounted() {
        PastLateRates rates = new PastLateRates(List.of(new Past("vendor", MONDAY, true)));

        assertEquals(new Count(0, 0), rates.of("vendor", MONDAY));
        assertEquals(new Count(1, 1), rates.of("vendor", MONDAY.plusDays(1)));
    }

    @Test
    void deliveriesAreCountedInTheOrderInWhichTheyBecameKnown() {
        PastLateRates rates = new PastLateRates(List.of(
                new Past("vendor", MONDAY.plusDays(3), true),
                new Past("vendor", MONDAY, false),
                new Past("vendor", MONDAY, true),
                new Past("other", MONDAY, true)));

        assertEquals(new Count(2, 1), rates.of("vendor", MONDAY.plusDays(3)));
        assertEquals(new Count(3, 2), rates.of("vendor", MONDAY.plusDays(4)));
    }

    @Test
    void aWindowForgetsWhatWasKnownBeforeIt() {
        PastLateRates rates = new PastLateRates(
                List.of(new Past("vendor", MONDAY, true), new Past("vendor", MONDAY.plusDays(10), false)));

        assertEquals(new Count(2, 1), rates.of("vendor", MONDAY.plusDays(11), 11));
        assertEquals(new Count(1, 0), rates.of("vendor", MONDAY.plusDays(11), 10));
    }

    @Test
    void aPartyWithoutAPastHasTheRateOfAll() {
        PastLateRates rates = new PastLateRates(List.of(
                new Past("one", MONDAY, true),
                new Past("one", MONDAY, false),
                new Past("", MONDAY, false),
                new Past("two", MONDAY, false)));
        LocalDate day = MONDAY.plusDays(1);

        assertEquals(0.25, rates.rate(rates.of("new", day), day), 1e-12);
        assertEquals((1 + 2.5) / 12, rates.rate(rates.of("one", day), day), 1e-12);
        assertEquals(new Count(1, 0), rates.of("", day));
    }

    @Test
    void beforeAnythingIsKnownTheRateIsZero() {
        PastLateRates rates = new PastLateRates(List.of(new Past("vendor", MONDAY, true)));

        assertEquals(0, rates.overall(MONDAY));
    }
}
