package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArmaLikelihoodTest {

    private static final double[] NONE = {};

    static Stream<ArmaCoefficients> models() {
        return Stream.of(
                new ArmaCoefficients(NONE, NONE, NONE, NONE, 1),
                new ArmaCoefficients(new double[] {0.7}, NONE, NONE, NONE, 1),
                new ArmaCoefficients(NONE, new double[] {-1}, NONE, NONE, 1),
                new ArmaCoefficients(new double[] {1.2, -0.5}, new double[] {0.4, 0.3, -0.2}, NONE, NONE, 1),
                new ArmaCoefficients(
                        new double[] {0.999}, new double[] {-0.9}, new double[] {0.5}, new double[] {-0.95}, 4),
                new ArmaCoefficients(
                        new double[] {0.3, -0.2}, new double[] {0.5}, new double[] {0.4, 0.2}, new double[] {0.6}, 12));
    }

    @ParameterizedTest
    @MethodSource("models")
    void theQuickFilterSaysWhatTheWholeOneSays(ArmaCoefficients model) {
        double[] values = SeriesOf.noisy(80, 1, t -> Math.sin(t));
        ArmaStates states = ArmaStates.of(model.phi(), model.theta());
        ArmaLikelihood quick = new ArmaLikelihood(values, false);
        quick.run(states);
        ArmaFilter whole = ArmaFilter.of(states, values);

        double squares = 0;
        double logs = 0;
        for (int t = 0; t < values.length; t++) {
            double error = values[t] - whole.expected()[t];
            squares += error * error / whole.variance()[t];
            logs += Math.log(whole.variance()[t]);
        }
        assertEquals(squares, quick.squares(), 1e-8 * squares, model.toString());
        assertEquals(logs, quick.logs(), 1e-8 * (1 + Math.abs(logs)), model.toString());
    }

    @ParameterizedTest
    @MethodSource("models")
    void theMeanIsThatOfTheLeastSquares(ArmaCoefficients model) {
        double[] values = SeriesOf.noisy(80, 1, t -> 5);
        ArmaStates states = ArmaStates.of(model.phi(), model.theta());
        ArmaLikelihood with = new ArmaLikelihood(values, true);
        with.run(states);

        for (double other : new double[] {-1, 0, 1}) {
            double mean = with.mean() + other;
            ArmaLikelihood without = new ArmaLikelihood(SeriesOf.values(80, t -> values[t] - mean), false);
            without.run(states);
            double least = with.squares() * (1 + 1e-9);
            assertEquals(other == 0, without.squares() < least, model + " " + other);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void covariancesSolveTheirEquation(ArmaCoefficients model) {
        ArmaStates states = ArmaStates.of(model.phi(), model.theta());
        double[][] covariance = states.covariance();

        for (int i = 0; i < states.size(); i++) {
            for (int j = 0; j < states.size(); j++) {
                assertEquals(
                        covariance[i][j], states.moved(covariance, i, j), 1e-9 * covariance[0][0], model.toString());
            }
        }
    }

    @Test
    void anAutoregressionHasTheCovariancesOfTheBooks() {
        double[] covariance = ArmaCovariance.of(new double[] {0.5}, new double[] {1, 0.4}, 2);

        // Brockwell and Davis (1991), example 3.3.5: of an ARMA(1,1).
        double variance = 1 + 0.9 * 0.9 / 0.75;
        double first = 0.9 + 0.9 * 0.9 * 0.5 / 0.75;
        assertArrayEquals(new double[] {variance, first, first / 2}, covariance, 1e-12);
    }

    @Test
    void whatIsNotStationaryHasNoStates() {
        assertNull(ArmaStates.of(new double[] {1}, NONE));
        assertNull(ArmaStates.of(new double[] {0.5, 0.6}, NONE));
    }
}
