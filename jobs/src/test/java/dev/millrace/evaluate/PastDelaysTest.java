package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.evaluate.PastDelays.Came;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PastDelaysTest {

    private static final LocalDate MONDAY = LocalDate.of(2013, 7, 1);

    @Test
    void theMeanIsOfWhatWasKnownBeforeTheDay() {
        PastDelays delays = new PastDelays(List.of(came(MONDAY, 4), came(MONDAY.plusDays(3), -2)));

        assertEquals(0, delays.of("vendor", MONDAY));
        assertEquals(4, delays.of("vendor", MONDAY.plusDays(3)));
        assertEquals(1, delays.of("vendor", MONDAY.plusDays(4)));
        assertEquals(0, delays.of("other", MONDAY.plusDays(4)));
    }

    @Test
    void onlyTheNewestTwentyCount() {
        PastDelays delays = new PastDelays(Stream.concat(
                        Stream.of(came(MONDAY.minusDays(1), 50)),
                        IntStream.range(0, 20).mapToObj(day -> came(MONDAY.plusDays(day), 2)))
                .toList());

        assertEquals(2, delays.of("vendor", MONDAY.plusDays(20)));
    }

    @Test
    void oneThatIsMonthsOffDoesNotStandForAll() {
        PastDelays delays = new PastDelays(List.of(came(MONDAY, 1000), came(MONDAY, 0)));

        assertEquals(45, delays.of("vendor", MONDAY.plusDays(1)));
    }

    private static Came came(LocalDate known, int delay) {
        return new Came("vendor", known.minusDays(delay), known, known);
    }
}
