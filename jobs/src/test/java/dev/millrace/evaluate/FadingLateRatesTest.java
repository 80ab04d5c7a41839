package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.evaluate.FadingLateRates.Came;
import dev.millrace.evaluate.FadingLateRates.Fading;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class FadingLateRatesTest {

    private static final LocalDate MONDAY = LocalDate.of(2013, 7, 1);
    private static final Fading NEVER = new Fading(1e9, 5);

    @Test
    void aDeliveryThatBecomesKnownOnTheDayIsNotYetCounted() {
        FadingLateRates rates = new FadingLateRates(List.of(came("vendor", MONDAY, true)), NEVER);

        assertEquals(0.1, rates.of(List.of("vendor"), MONDAY), 1e-9);
        assertTrue(rates.of(List.of("vendor"), MONDAY.plusDays(1)) > 0.5);
    }

    @Test
    void aPartyIsDrawnToTheOneThatItBelongsTo() {
        FadingLateRates rates = new FadingLateRates(
                List.of(
                        new Came(List.of("vendor", "Ghana"), MONDAY, true),
                        new Came(List.of("vendor", "Togo"), MONDAY, false),
                        new Came(List.of("other", "Togo"), MONDAY, false)),
                NEVER);
        LocalDate day = MONDAY.plusDays(9);
        double all = (1 + 0.1) / 4;
        double vendor = (1 + 5 * all) / 7;

        assertEquals((1 + 5 * vendor) / 6, rates.of(List.of("vendor", "Ghana"), day), 1e-6);
        assertEquals(vendor, rates.of(List.of("vendor", "Mali"), day), 1e-6);
        assertEquals(all, rates.of(List.of("new", "Mali"), day), 1e-6);
    }

    @Test
    void whatIsAHalfLifeOlderCountsForHalf() {
        FadingLateRates rates = new FadingLateRates(
                List.of(came("vendor", MONDAY, true), came("vendor", MONDAY.plusDays(100), false)),
                new Fading(100, 1e-9));

        assertEquals(1.0 / 3, rates.of(List.of("vendor"), MONDAY.plusDays(101)), 1e-6);
        assertEquals(1.0 / 3, rates.of(List.of("vendor"), MONDAY.plusDays(900)), 1e-6);
    }

    @Test
    void severalDeliveriesOfADayAreAllCountedTheDayAfter() {
        FadingLateRates rates = new FadingLateRates(
                List.of(
                        came("vendor", MONDAY, true),
                        came("vendor", MONDAY, true),
                        came("vendor", MONDAY.minusDays(1), false)),
                new Fading(1e9, 1e-9));

        assertEquals(0, rates.of(List.of("vendor"), MONDAY), 1e-6);
        assertEquals(2.0 / 3, rates.of(List.of("vendor"), MONDAY.plusDays(1)), 1e-6);
    }

    private static Came came(String vendor, LocalDate known, boolean late) {
        return new Came(List.of(vendor), known, late);
    }
}
