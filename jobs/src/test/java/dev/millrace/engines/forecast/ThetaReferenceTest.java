package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ThetaReferenceTest {

    static List<ReferenceCase> cases() {
        return ReferenceCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void errorsAreNoLargerThanThoseOfStatsforecastAndForecastsThenTheSame(ReferenceCase known) {
        JsonNode theirs = known.node().get("theta");
        ThetaModel ours = new Theta(known.season()).model(known.values());
        double least = theirs.get("squares").asDouble();

        assertTrue(squares(ours, known) < least * (1 + 1e-4), squares(ours, known) + " > " + least);
        if (squares(ours, known) > least * (1 - 2e-4)) {
            double[] mean = ReferenceCase.numbers(theirs.get("mean"));
            assertEquals(0, ReferenceCase.difference(ours.forecast(mean.length).mean(), mean), 0.01);
        }
    }

    @Test
    void mostSeriesHaveTheSameAlpha() {
        long same = cases().stream()
                .filter(known ->
                        Math.abs(new Theta(known.season()).model(known.values()).alpha()
                                        - known.node().get("theta").get("alpha").asDouble())
                                < 0.01)
                .count();

        assertTrue(same >= cases().size() * 3 / 4, same + " of " + cases().size());
    }

    /** The sum of squared errors that is made least: all but the first three, without the season. */
    private static double squares(ThetaModel model, ReferenceCase known) {
        double[] values = known.values();
        double sum = 0;
        for (int t = 3; t < values.length; t++) {
            double error = model.season().without(values[t], t) - model.season().without(model.fitted()[t], t);
            sum += error * error;
        }
        return sum;
    }
}
