package dev.millrace.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.Holes;
import dev.millrace.engines.forecast.MethodName;
import dev.millrace.engines.forecast.pooled.PooledName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastReaderTest {

    private static final String DEMAND =
            "forecasts.demand { table = gold.product_day, series = product_id, value = units, horizon-days = 14 }";

    private static ConfigBlock block(String text) {
        Config config = ConfigFactory.parseString(text)
                .withFallback(ConfigFactory.parseResources("reference.conf"))
                .resolve();
        return new ConfigBlock(config, "", new ArrayList<>());
    }

    @Test
    void whatIsNotSaidIsAsTheDefaultsHaveIt() {
        ForecastSettings forecast = new ForecastReader(block(DEMAND)).read().get(0);
        assertEquals("gold/product_day", forecast.table());
        assertEquals(List.of("product_id"), forecast.series());
        assertEquals(14, forecast.horizonDays());
        assertEquals(7, forecast.season());
        assertEquals(ForecastSettings.Combine.SUM, forecast.combine());
        assertEquals("zero", forecast.holes());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = ';',
            textBlock =
                    """
                    methods = [tetha];                        names 'tetha', which is no method. Did you mean 'theta'?
                    methods = [];                             is empty: name at least one of
                    methods = [boosted];                      names none for single series
                    methods = [mean, calendar_factors], demand = false; goes with 'demand'
                    pooled-values = 0;                        it must lie between 1 and
                    measure = mape;                           is 'mape': use wape or mase or rmsse.
                    holes = nothing;                          is 'nothing': use zero or last or line.
                    combine = max;                            is 'max': use sum or mean.
                    series = [product_id, product_id];        must name at least one column, and none twice.
                    table = null;                             is missing
                    horizon-days = 0;                         it must lie between 1 and 730.
                    history-days = 20;                        is less than twice 'horizon-days'
                    censor-stock-outs = true, demand = false; goes with 'demand'
                    censor-stock-outs = true, series = kind;  series of product_id
                    """)
    void whatCannotBeIsNamedWithWhatCan(String setting, String problem) {
        ConfigBlock block =
                block("forecasts.demand { " + setting + " }\n" + DEMAND + "\nforecasts.demand { " + setting + " }");
        new ForecastReader(block).read();
        assertTrue(block.problems().stream().anyMatch(each -> each.contains(problem)), block.problems()::toString);
        assertTrue(block.problems().get(0).startsWith("'forecasts.demand."), block.problems()::toString);
    }

    @Test
    void everythingThatCanBeNamedIsKnownToTheEngine() {
        List<String> known =
                Stream.of(MethodName.values()).map(MethodName::label).toList();
        assertTrue(known.containsAll(ForecastSettings.METHODS), known::toString);
        assertEquals(names(PooledName.values()), ForecastSettings.POOLED_METHODS);
        assertEquals(names(ErrorMeasure.values()), ForecastSettings.MEASURES);
        assertEquals(names(Holes.values()), ForecastSettings.HOLES);
    }

    private static List<String> names(Enum<?>... constants) {
        return Stream.of(constants)
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .toList();
    }
}
