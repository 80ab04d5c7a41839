package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Given orders are held to statsmodels, chosen ones to statsforecast. Where statsforecast's choice is noise that was differenced too
 * often (2 of 14), its criterion is not compared: such models are left out by R, and here.
 */
class ArimaReferenceTest {

    /** By how much less likely a fit may be, which no one can tell. */
    private static final double TOLERANCE = 0.01;
    /** Likelihoods nearer than this are of one optimum, where forecasts have to agree. */
    private static final double SAME_OPTIMUM = 0.001;

    static List<ReferenceCase> cases() {
        return ReferenceCase.all("arima");
    }

    static Stream<Arguments> orders() {
        return cases().stream().flatMap(known -> {
            JsonNode orders = known.node().get("orders");
            return IntStream.range(0, orders.size()).mapToObj(i -> Arguments.of(known, orders.get(i)));
        });
    }

    /** The series, which are those of exponential smoothing. */
    private static ReferenceCase series(ReferenceCase known) {
        return ReferenceCase.all().stream()
                .filter(other -> other.toString().equals(known.toString()))
                .findFirst()
                .orElseThrow();
    }

    private static ArimaOrder order(JsonNode theirs, int period) {
        double[] order = ReferenceCase.numbers(theirs.get("order"));
        return ArimaOrder.of((int) order[0], (int) order[1], (int) order[2])
                .seasonal((int) order[3], (int) order[4], (int) order[5], period)
                .withConstant(theirs.get("constant").asBoolean());
    }

    private static ArimaModel chosen(ReferenceCase known) {
        ReferenceCase series = series(known);
        return Arima.automatic(series.season()).model(series.values());
    }

    @ParameterizedTest
    @MethodSource("orders")
    void aGivenOrderIsAsLikelyAsInStatsmodelsAndForecastsAreThenTheSame(ReferenceCase known, JsonNode theirs) {
        ReferenceCase series = series(known);
        ArimaModel ours = Arima.of(order(theirs, series.season())).model(series.values());

        assertTrue(ours.logLikelihood() > theirs.get("logLikelihood").asDouble() - TOLERANCE, ours.description());
        sameForecasts(ours, theirs);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theChosenOrderIsAsGoodAsThatOfStatsforecast(ReferenceCase known) {
        JsonNode theirs = known.node().get("arima");
        ArimaModel ours = chosen(known);

        assertEquals(known.node().get("differences").asInt(), ours.order().differences());
        assertEquals(
                known.node().get("seasonalDifferences").asInt(), ours.order().seasonalDifferences());
        assertTrue(
                ours.criterion() < theirs.get("criterion").asDouble() + TOLERANCE
                        || !theirs.get("invertible").asBoolean(),
                ours.description());
        if (ours.order().equals(order(theirs, ours.order().period()))) {
            sameForecasts(ours, theirs);
        }
    }

    private static void sameForecasts(ArimaModel ours, JsonNode theirs) {
        if (Math.abs(ours.logLikelihood() - theirs.get("logLikelihood").asDouble()) < SAME_OPTIMUM) {
            double[] mean = ReferenceCase.numbers(theirs.get("mean"));
            SeriesForecast forecast = ours.forecast(mean.length);
            assertEquals(0, ReferenceCase.difference(forecast.mean(), mean), 0.01, ours.description());
            double[] deviation = ReferenceCase.numbers(theirs.get("deviation"));
            assertEquals(0, ReferenceCase.difference(forecast.deviation(), deviation), 0.01, ours.description());
        }
    }

    @Test
    void mostGivenOrdersHaveTheSameOptimum() {
        long same = orders().filter(arguments -> {
                    ReferenceCase series = series((ReferenceCase) arguments.get()[0]);
                    JsonNode theirs = (JsonNode) arguments.get()[1];
                    ArimaModel ours = Arima.of(order(theirs, series.season())).model(series.values());
                    return Math.abs(ours.logLikelihood()
                                    - theirs.get("logLikelihood").asDouble())
                            < SAME_OPTIMUM;
                })
                .count();

        assertTrue(same >= orders().count() / 2, same + " of " + orders().count());
    }
}
