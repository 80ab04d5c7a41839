package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds exponential smoothing to the stored figures. Likelihoods are not compared where the reference's parameters lie outside R's
 * bounds, in 16 of 56 fits: statsforecast keeps to beta below alpha and gamma below 1 - alpha where its search starts, but not where it
 * ends, and statsmodels lets smoothing parameters go to 0, where R ends at 0.0001. What is likelier out there is no fit that R, or this
 * engine, could have.
 */
class EtsReferenceTest {

    /** Likelihoods nearer than this are of one optimum, where forecasts have to agree. */
    private static final double SAME_OPTIMUM = 0.05;

    static List<ReferenceCase> cases() {
        return ReferenceCase.all();
    }

    static Stream<Arguments> forms() {
        return cases().stream()
                .filter(known -> known.node().has("forms"))
                .flatMap(known -> stream(known.node().get("forms")).map(form -> Arguments.of(known, form)));
    }

    static Stream<Arguments> ofStatsmodels() {
        return cases().stream()
                .filter(known -> known.node().has("statsmodels"))
                .flatMap(known -> stream(known.node().get("statsmodels")).map(form -> Arguments.of(known, form)));
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return Stream.iterate(0, i -> i < array.size(), i -> i + 1).map(array::get);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theChosenFormIsAsGoodAsThatOfStatsforecast(ReferenceCase known) {
        JsonNode theirs = known.node().get("ets");
        EtsModel ours = Ets.automatic(known.season()).fit(known.values());

        assertTrue(
                ours.criterion() < theirs.get("criterion").asDouble() + SAME_OPTIMUM || !withinBounds(theirs),
                ours.description());
        sameForecasts(ours, theirs);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aGivenFormIsAsLikelyAsInStatsforecast(ReferenceCase known, JsonNode theirs) {
        EtsModel ours = Ets.of(theirs.get("form").asText(), known.season()).fit(known.values());

        assertTrue(
                ours.logLikelihood() > theirs.get("logLikelihood").asDouble() - SAME_OPTIMUM || !withinBounds(theirs),
                ours.logLikelihood() + " " + ours.description());
        sameForecasts(ours, theirs);
    }

    @ParameterizedTest
    @MethodSource("ofStatsmodels")
    void aGivenFormIsAsLikelyAsInStatsmodels(ReferenceCase known, JsonNode theirs) {
        double[] values = known.values();
        EtsModel ours = Ets.of(theirs.get("form").asText(), known.season()).fit(values);
        double constant = -values.length / 2.0 * (Math.log(2 * Math.PI / values.length) + 1);

        assertTrue(
                ours.logLikelihood() + constant > theirs.get("logLikelihood").asDouble() - SAME_OPTIMUM
                        || !withinBounds(theirs),
                ours.logLikelihood() + constant + " " + ours.description());
    }

    private static void sameForecasts(EtsModel ours, JsonNode theirs) {
        if (!sameOptimum(ours, theirs)) {
            return;
        }
        assertEquals(theirs.get("criterion").asDouble(), ours.criterion(), 3 * SAME_OPTIMUM, ours.description());
        double[] mean = ReferenceCase.numbers(theirs.get("mean"));
        SeriesForecast forecast = ours.forecast(mean.length);
        assertEquals(0, ReferenceCase.difference(forecast.mean(), mean), 0.01, ours.description());
        if (!ours.form().seasonal()) {
            // Theirs of seasonal forms count the seasons of the last step at every step: see EtsDeviationTest instead.
            double[] deviation = ReferenceCase.numbers(theirs.get("deviation"));
            assertEquals(0, ReferenceCase.difference(forecast.deviation(), deviation), 0.01, ours.description());
        }
    }

    private static boolean withinBounds(JsonNode theirs) {
        return theirs.get("withinBounds").asBoolean();
    }

    private static boolean sameOptimum(EtsModel ours, JsonNode theirs) {
        return ours.form().letters().equals(theirs.get("form").asText())
                && Math.abs(ours.logLikelihood() - theirs.get("logLikelihood").asDouble()) < SAME_OPTIMUM;
    }

    @Test
    void mostSeriesHaveTheSameOptimum() {
        long same = cases().stream()
                .filter(known -> sameOptimum(
                        Ets.automatic(known.season()).fit(known.values()),
                        known.node().get("ets")))
                .count();

        assertTrue(same >= cases().size() / 2, same + " of " + cases().size());
    }
}
