package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.evaluate.OverdueDeliveries.Due;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class OverdueDeliveriesTest {

    private static final LocalDate MONDAY = LocalDate.of(2013, 7, 1);

    @Test
    void aDeliveryIsOverdueFromTheDayAfterThePlannedToThatOnWhichItComes() {
        OverdueDeliveries overdue = new OverdueDeliveries(List.of(new Due("vendor", MONDAY, MONDAY.plusDays(2))));

        assertEquals(0, overdue.of("vendor", MONDAY));
        assertEquals(1, overdue.of("vendor", MONDAY.plusDays(1)));
        assertEquals(1, overdue.of("vendor", MONDAY.plusDays(2)));
        assertEquals(0, overdue.of("vendor", MONDAY.plusDays(3)));
    }

    @Test
    void deliveriesAreCountedByParty() {
        OverdueDeliveries overdue = new OverdueDeliveries(List.of(
                new Due("vendor", MONDAY, MONDAY.plusDays(9)),
                new Due("vendor", MONDAY.plusDays(1), MONDAY.plusDays(5)),
                new Due("other", MONDAY, MONDAY.plusDays(9))));

        assertEquals(2, overdue.of("vendor", MONDAY.plusDays(3)));
        assertEquals(1, overdue.of("vendor", MONDAY.plusDays(6)));
        assertEquals(0, overdue.of("unknown", MONDAY.plusDays(3)));
    }

    @Test
    void whatComesEarlyOrOnTheDayIsNeverOverdue() {
        OverdueDeliveries overdue = new OverdueDeliveries(
                List.of(new Due("vendor", MONDAY, MONDAY.minusDays(1)), new Due("vendor", MONDAY, MONDAY)));

        assertEquals(0, overdue.of("vendor", MONDAY));
        assertEquals(0, overdue.of("vendor", MONDAY.plusDays(1)));
    }
}
