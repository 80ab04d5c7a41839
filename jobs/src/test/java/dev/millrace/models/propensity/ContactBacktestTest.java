package dev.millrace.models.propensity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.classify.Measures;
import dev.millrace.settings.ActionSettings;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ContactBacktestTest {

    /** Ten rows, the likelier the later; the last five leave. The first are worth most. */
    private static final Measures SAID = new Measures(
            new double[] {0.05, 0.1, 0.15, 0.2, 0.25, 0.6, 0.7, 0.8, 0.9, 0.95},
            new double[] {0, 0, 0, 0, 0, 1, 1, 1, 1, 1});

    private static final double[] STAKES = {1000, 900, 10, 10, 10, 100, 100, 100, 100, Double.NaN};

    private static Map<String, ContactBacktest.ListResult> results(Optional<String> value) {
        List<ContactBacktest.ListResult> results =
                new ContactBacktest(SAID, STAKES, new ActionSettings(value, 0.5, 4, Optional.empty())).results(7);
        return results.stream().collect(Collectors.toMap(ContactBacktest.ListResult::list, Function.identity()));
    }

    @Test
    void theMostProbableAreCaughtFirst() {
        ContactBacktest.ListResult list = results(Optional.of("value")).get("20 % most probable");

        assertEquals(2, list.contacted());
        assertEquals(2, list.caught());
        assertEquals(0.5 * 2 / 5, list.reduction(), 1e-12, "half of two of five");
        assertEquals(0.5 * 0.2, list.byChance(), 1e-12);
        assertTrue(list.interval().low() <= list.reduction()
                && list.reduction() <= list.interval().high());
        assertEquals(8, list.cost(), 1e-12);
    }

    @Test
    void theMostProfitableAreWorthMoreAndWhoHasNoValueComesLast() {
        ContactBacktest.ListResult list = results(Optional.of("value")).get("30 % most profitable");

        // Expected profits: 900 * 0.1 * 0.5 - 4 = 41 and 100 * 0.9 * 0.5 - 4 = 41, then 100 * 0.8 * 0.5 - 4 = 36.
        assertEquals(2, list.caught());
        assertEquals(0.5 * 200, list.kept().orElseThrow(), 1e-12);
        assertEquals(0.5 * 0.3 * 400, list.keptByChance().orElseThrow(), 1e-12);
    }

    @Test
    void whomItDoesNotPayToContactIsOnNoList() {
        ContactBacktest.ListResult list = results(Optional.of("value")).get("all on whom it pays");
        assertEquals(6, list.contacted(), "not those at a stake of ten, nor the one without a value");
    }

    @Test
    void withoutAValueThereAreOnlyListsByProbability() {
        Map<String, ContactBacktest.ListResult> results = results(Optional.empty());
        assertEquals(4, results.size());
        assertTrue(results.values().stream().allMatch(list -> list.kept().isEmpty()));
    }
}
