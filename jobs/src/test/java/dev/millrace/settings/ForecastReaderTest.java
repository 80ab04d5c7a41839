package dev.millrace.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.Holes;
import dev.millrace.engines.forecast.MethodName;
import dev.millrace.engines.forecast.pooled.PooledName;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
                    calendar = UK;                            no country that is known. Did you mean
                    calendar = DE-BX;                         Did you mean 'DE-BB'?
                    calendar = ourz;                          Did you mean 'ours'?
                    attributes = [category];                  give a table and its column
                    inputs.price { value = 1 };               is missing
                    inputs.price { table = a.b, value = x, missing = none }; use zero or last
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
        ConfigBlock block = block("calendars.ours { Stocktaking = [\"2024-06-29\"] }\nforecasts.demand { " + setting
                + " }\n" + DEMAND + "\nforecasts.demand { " + setting + " }");
        new ForecastReader(block).read();
        assertTrue(block.problems().stream().anyMatch(each -> each.contains(problem)), block.problems()::toString);
        assertTrue(block.problems().get(0).startsWith("'forecasts.demand."), block.problems()::toString);
    }

    @Test
    void whatPooledMethodsLookAtIsRead() {
        PooledSettings pooled = new ForecastReader(
                        block(
                                DEMAND
                                        + "\nforecasts.demand { attributes = [silver.product.category], calendar = DE-BY,"
                                        + " inputs.price { table = silver.series_observation, value = observed_value, missing = last } }"))
                .read()
                .get(0)
                .pooled();
        assertEquals(List.of(new AttributeColumn("silver/product", "category")), pooled.attributes());
        assertEquals(PlannedInput.Missing.LAST, pooled.inputs().get(0).missing());
        assertEquals("silver/series_observation", pooled.inputs().get(0).table());
        assertEquals("DE-BY", pooled.calendar().name());
    }

    @Test
    void aCalendarOfOnesOwnHasNoMoreDaysThanItSays() {
        ConfigBlock block = block(
                "calendars.ours { \"Founder's day\" = [\"2024-03-01\", \"2025-03-01\"], Bad = [\"2024-13-01\"] }\n"
                        + DEMAND + "\nforecasts.demand.calendar = ours");
        HolidayCalendar calendar =
                new ForecastReader(block).read().get(0).pooled().calendar();
        assertEquals(
                Map.of(LocalDate.parse("2024-03-01"), "Founder's day"),
                calendar.between(LocalDate.parse("2024-01-01"), LocalDate.parse("2024-12-31")));
        assertEquals(
                List.of("'calendars.ours.Bad' names '2024-13-01': give ISO dates such as 2024-12-25."),
                block.problems());
    }

    @Test
    void countriesAndTheirPartsHaveTheirOwnHolidays() {
        LocalDate first = LocalDate.parse("2024-01-01");
        LocalDate last = LocalDate.parse("2025-12-31");
        Map<LocalDate, String> germany = new HolidayCalendar("DE", Map.of()).between(first, last);
        Map<LocalDate, String> bavaria = new HolidayCalendar("DE-BY", Map.of()).between(first, last);
        assertEquals(18, germany.size());
        assertTrue(bavaria.size() > germany.size());
        assertEquals(germany.get(LocalDate.parse("2024-04-01")), germany.get(LocalDate.parse("2025-04-21")));
        assertTrue(new HolidayCalendar("none", Map.of()).between(first, last).isEmpty());
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
