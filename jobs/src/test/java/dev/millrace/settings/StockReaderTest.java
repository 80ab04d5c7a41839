package dev.millrace.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StockReaderTest {

    private static ConfigBlock block(String text) {
        Config config = ConfigFactory.parseString(text)
                .withFallback(ConfigFactory.parseResources("reference.conf"))
                .resolve();
        return new ConfigBlock(config, "", new ArrayList<>()).block("stock");
    }

    @Test
    void nothingIsPlannedUnlessAForecastIsNamed() {
        StockSettings settings = new StockReader(block("")).read();
        assertEquals(Optional.empty(), settings.forecast());
        assertEquals(Optional.empty(), settings.budget());
    }

    @Test
    void whatIsSaidIsRead() {
        StockSettings settings = new StockReader(
                        block(
                                "stock { forecast = demand, review-days = 3, budget = 1000, service.a = 0.99, costs.order = 12.5 }"))
                .read();
        assertEquals(Optional.of("demand"), settings.forecast());
        assertEquals(3, settings.reviewDays());
        assertEquals(Optional.of(1000.0), settings.budget());
        assertEquals(new StockSettings.ServiceLevels(0.99, 0.95, 0.90, 0), settings.service());
        assertEquals(new StockSettings.Costs(0.25, 12.5, 0.5), settings.costs());
        assertEquals(new StockSettings.Classes(28, 0.8, 0.95, 0.5, 1), settings.classes());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    service.a = 1;                      'stock.service.a' is 1.0: no stock serves everything for certain
                    service.c = 0;                      'stock.service.c' is 0.0: no stock serves everything for certain
                    service.less-by-variability = 0.45; 'stock.service.less-by-variability' is 0.45: class Z would be left
                    review-days = 0;                    'stock.review-days' is 0: it must lie between 1 and 366.
                    lead-time-days = -1;                'stock.lead-time-days' is -1: it must lie between 0
                    costs.order = -2;                   'stock.costs.order' is -2.0: it must lie between 0
                    budget = -1;                        'stock.budget' is -1.0: it must lie between 0
                    classes.value-of-a = 0.99;          'stock.classes.value-of-b' and 'value-of-a' are 0.95 and 0.99
                    classes.variation-of-y = 0.1;       'stock.classes.variation-of-y' is less than 'variation-of-x'
                    """)
    void whatCannotBeIsNamed(String setting, String problem) {
        ConfigBlock block = block("stock { " + setting + " }");
        new StockReader(block).read();
        assertEquals(1, block.problems().size(), block.problems()::toString);
        assertTrue(block.problems().get(0).startsWith(problem), block.problems()::toString);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        ConfigBlock block = block("stock { review-days = 0, budget = -1 }");
        new StockReader(block).read();
        assertEquals(
                List.of("review-days", "budget"),
                block.problems().stream()
                        .map(problem -> problem.replaceAll("'stock\\.([a-z-]+)'.*", "$1"))
                        .toList());
    }
}
