package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class EtsObjectiveTest {

    private static final int PERIOD = 4;
    private static final EtsParameters POINT =
            new EtsParameters(0.3, 0.1, 0.2, 0.9, 40, 0.5, new double[] {2, -1, 3, -4});
    private static final EtsParameters RELATIVE =
            new EtsParameters(0.3, 0.1, 0.2, 0.9, 40, 0.5, new double[] {1.1, 0.9, 1.2, 0.8});

    static List<EtsForm> forms() {
        List<EtsForm> forms = new ArrayList<>();
        for (EtsForm.ErrorTerm error : EtsForm.ErrorTerm.values()) {
            for (EtsForm.Trend trend : EtsForm.Trend.values()) {
                for (EtsForm.Season season : EtsForm.Season.values()) {
                    forms.add(new EtsForm(error, trend, season));
                }
            }
        }
        return Collections.unmodifiableList(forms);
    }

    private static EtsObjective objective(EtsForm form) {
        return new EtsObjective(
                form, new EtsPath(SeriesOf.noisy(37, 2, t -> 40 + 0.4 * t + 3 * Math.cos(t * Math.PI / 2)), PERIOD));
    }

    private static double[] point(EtsForm form, EtsObjective objective) {
        return objective.pack(form.season() == EtsForm.Season.MULTIPLICATIVE ? RELATIVE : POINT);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void derivativesAreThoseOfDifferences(EtsForm form) {
        EtsObjective objective = objective(form);
        double[] x = point(form, objective);
        double[] gradient = new double[x.length];
        objective.value(x);
        objective.gradient(gradient);

        for (int i = 0; i < x.length; i++) {
            double[] moved = x.clone();
            moved[i] = x[i] + 1e-5;
            double above = objective.value(moved);
            moved[i] = x[i] - 1e-5;
            double difference = (above - objective.value(moved)) / 2e-5;
            assertEquals(difference, gradient[i], 1e-5 * (1 + Math.abs(difference)), form + " variable " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("forms")
    void parametersComeBackFromVariables(EtsForm form) {
        EtsObjective objective = objective(form);
        EtsParameters back = objective.unpack(point(form, objective));

        assertEquals(0.3, back.alpha(), 1e-12);
        assertEquals(form.trending() ? 0.1 : 0, back.beta(), 1e-12);
        assertEquals(form.seasonal() ? 0.2 : 0, back.gamma(), 1e-12);
        assertEquals(form.damped() ? 0.9 : 1, back.phi(), 1e-12);
        assertEquals(40, back.level());
    }

    @Test
    void theLikelihoodOfSimpleSmoothingIsThatOfTheBook() {
        EtsForm form = EtsForm.of("ANN");
        EtsObjective objective = new EtsObjective(form, new EtsPath(new double[] {3, 5}, 1));

        // From a level of 2, errors are 1 and 5 - 2.5.
        assertEquals(2 * Math.log(1 + 2.5 * 2.5), objective.value(new double[] {0.5, 2}), 1e-12);
    }

    @Test
    void theLikelihoodOfRelativeErrorsCountsThemByTheForecast() {
        EtsObjective objective = new EtsObjective(EtsForm.of("MNN"), new EtsPath(new double[] {3, 5}, 1));

        assertEquals(
                2 * Math.log(0.25 + 1) + 2 * (Math.log(2) + Math.log(2.5)),
                objective.value(new double[] {0.5, 2}),
                1e-12);
    }

    @Test
    void forecastsBelowZeroHaveNoRelativeError() {
        EtsObjective objective = new EtsObjective(EtsForm.of("MNN"), new EtsPath(new double[] {3, 5}, 1));

        assertEquals(Double.POSITIVE_INFINITY, objective.value(new double[] {0.5, -2}));
    }
}
