package dev.millrace.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.simulate.StockBook.Day;
import dev.millrace.simulate.StockBook.Kept;
import dev.millrace.simulate.StockBook.Order;
import dev.millrace.simulate.StockBook.Terms;
import dev.millrace.simulate.StockBook.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Two units are asked for three times a day, from a supplier who takes four days. */
class StockBookTest {

    private static final int DAYS = 120;
    private static final Supplier PUNCTUAL = new Supplier("S01", 4, 0, 1, false);
    private static final Supplier LATE = new Supplier("S02", 4, 0.9, 9, true);

    private static Kept keep(Supplier supplier, int heldFrom, int heldTo) {
        List<Wish> wishes = new ArrayList<>();
        IntStream.range(0, 3 * DAYS).forEach(place -> wishes.add(new Wish(place / 3, 2)));
        return StockBook.keep(new Terms(supplier, 6, 0, DAYS, heldFrom, heldTo, 5), wishes);
    }

    @Test
    void everyDayBeginsWithWhatTheLastOneLeftAndAddsUp() {
        Kept kept = keep(LATE, 40, 61);

        int left = kept.days().get(0).opening();
        for (Day day : kept.days()) {
            assertEquals(left, day.opening(), day.toString());
            assertEquals(day.opening() + day.received() - day.sold(), day.closing(), day.toString());
            assertTrue(day.closing() >= 0, day.toString());
            assertEquals(6, day.sold() + day.lost(), day.toString());
            left = day.closing();
        }
        assertEquals(DAYS, kept.days().size());
        assertEquals(
                kept.days().stream().mapToInt(Day::lost).sum(), 2 * kept.lost().size());
    }

    @Test
    void whatIsOrderedArrivesOnceAndIsOnOrderUntilThen() {
        Kept kept = keep(LATE, 0, 0);

        for (Day day : kept.days()) {
            int arrived = units(kept, order -> order.arrives() == day.day());
            int underway = units(kept, order -> order.ordered() <= day.day() && order.arrives() > day.day());
            assertEquals(arrived, day.received(), day.toString());
            assertEquals(underway, day.onOrder(), day.toString());
        }
        assertTrue(kept.orders().stream().allMatch(order -> order.quantity() % 6 == 0));
    }

    private static int units(Kept kept, Predicate<Order> which) {
        return kept.orders().stream().filter(which).mapToInt(Order::quantity).sum();
    }

    @Test
    void aPunctualSupplierLetsNothingRunOut() {
        Kept kept = keep(PUNCTUAL, 0, 0);

        assertEquals(List.of(), kept.lost());
        assertTrue(kept.orders().stream().allMatch(order -> order.arrives() == order.planned()));
    }

    @Test
    void whatIsHeldArrivesAfterItAndIsMissingInBetween() {
        Kept kept = keep(PUNCTUAL, 40, 61);

        assertTrue(kept.orders().stream().noneMatch(order -> order.arrives() >= 40 && order.arrives() < 61));
        assertTrue(kept.days().stream().anyMatch(day -> day.day() < 61 && day.lost() > 0), "it should run out");
        assertTrue(kept.days().stream().filter(day -> day.lost() > 0).allMatch(day -> day.day() >= 40));
    }

    @Test
    void theSameSeedGivesTheSameBook() {
        assertEquals(keep(LATE, 0, 0), keep(LATE, 0, 0));
    }
}
