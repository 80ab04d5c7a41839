package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.engines.forecast.Hierarchy;
import dev.millrace.engines.forecast.Naive;
import dev.millrace.engines.forecast.Reconciliation;
import dev.millrace.engines.forecast.SeriesForecast;
import java.util.List;
import org.junit.jupiter.api.Test;

class HierarchyRoundTest {

    private static final Hierarchy PAIR = Hierarchy.of("bottom", List.of("a", "b"), List.of(Hierarchy.Level.total(2)));

    private static final double[][] BOTTOM = {{1, 3, 2, 4, 6, 9}, {5, 5, 5, 5, 5, 5}};

    private static HierarchyRound round() {
        return HierarchyRound.at(PAIR, BOTTOM, 4, 2, 1, new Naive());
    }

    @Test
    void errorsAreThoseOfWhatCameAfterInUnitsOfWhatWasKnown() {
        double scale = (2 + 1 + 2) / 3.0;

        assertArrayEquals(new double[] {3.5 / scale, 3.5 / scale, 0}, round().scaledErrors(round().base()), 1e-12);
    }

    @Test
    void anErrorInASeriesThatNeverChangedHasNoScale() {
        SeriesForecast wrong = new SeriesForecast(new double[] {5, 6}, new double[] {1, 1});

        assertEquals(Double.POSITIVE_INFINITY, round().scaledErrors(List.of(wrong, wrong, wrong))[2]);
    }

    @Test
    void aPeriodIsCoveredWhereItCameWithinTheInterval() {
        SeriesForecast total = new SeriesForecast(new double[] {9, 9}, new double[] {1.1, 1.1});
        SeriesForecast one = new SeriesForecast(new double[] {4, 4}, new double[] {3, 3});
        SeriesForecast other = new SeriesForecast(new double[] {5, 5}, new double[] {0, 0});

        assertArrayEquals(new double[] {0.5, 1, 1}, round().covered(List.of(total, one, other), 0.95), 1e-12);
    }

    @Test
    void naiveForecastsAddUpAsTheyAre() {
        List<SeriesForecast> made = round().reconciled(Reconciliation.MINT_SHRINK);

        assertEquals(9, made.get(0).mean()[1], 1e-9);
        assertEquals(4, made.get(1).mean()[1], 1e-9);
    }

    @Test
    void theFirstPeriodsAreForecastAsTheyWere() {
        HierarchyRound one = round().ahead(1);

        assertEquals(1, one.steps());
        assertArrayEquals(new double[] {2, 2, 0}, one.errors(0), 1e-12);
        assertArrayEquals(round().errors(0), one.errors(0), 1e-12);
        assertArrayEquals(new double[] {5, 5, 0}, round().errors(1), 1e-12);
    }

    @Test
    void aSumThatWasNeverOffIsTrustedMoreThanPartsThatWere() {
        // The total is forecast by 9 as its parts are; by earlier errors the parts miss what the total does not.
        double[][] errors = {{0.01, -0.01, 0.01, -0.01}, {2, -2, 2, 2}, {1, 1, -1, 1}};
        HierarchyRound round = round();
        HierarchyRound wrong = new HierarchyRound(
                round.history(),
                round.models(),
                List.of(
                        new SeriesForecast(new double[] {12, 12}, new double[] {1, 1}),
                        round.base().get(1),
                        round.base().get(2)),
                round.actual(),
                round.scales());

        List<SeriesForecast> made = wrong.reconciled(Reconciliation.WLS_VARIANCE, errors);

        assertEquals(12, made.get(0).mean()[0], 0.01);
        // The first part was off twice as much as the other: of the three that are lacking, four fifths go to it.
        assertEquals(4 + 2.4, made.get(1).mean()[0], 0.01);
        assertEquals(5 + 0.6, made.get(2).mean()[0], 0.01);
    }
}
