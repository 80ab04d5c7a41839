package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnomaliesTest {

    private static List<Integer> periods(List<Anomaly> anomalies) {
        return anomalies.stream().map(Anomaly::at).toList();
    }

    @Test
    void whatStandsOutIsFoundWithItsEvidence() {
        double[] values = SeriesOf.noisy(200, 2, t -> 100 + 10 * SeriesOf.week(t));
        values[120] += 20;
        values[160] -= 20;
        List<Anomaly> found = Anomalies.of(values, 7, 4);

        assertEquals(List.of(120, 160), periods(found));
        assertEquals(values[120], found.get(0).seen());
        assertEquals(100 + 10 * SeriesOf.week(120), found.get(0).expected(), 2.5);
        assertEquals(10, found.get(0).deviations(), 2.5);
        assertEquals(-10, found.get(1).deviations(), 2.5);
    }

    @Test
    void anOutlierHasNoEchoInWhatFollowsIt() {
        double[] level = {50};
        double[] noise = SeriesOf.noisy(150, 1, t -> 0);
        double[] values = SeriesOf.values(150, t -> level[0] += noise[t]);
        values[100] += 40;

        assertEquals(List.of(100), periods(Anomalies.of(values, 1, 5)));
    }

    @Test
    void aTenthOfOutliersDoesNotWidenTheInterval() {
        double[] values = SeriesOf.noisy(200, 1, t -> 30 + (t % 10 == 9 ? 15 : 0));

        assertEquals(20, Anomalies.of(values, 1, 5).size());
    }

    @Test
    void noiseHasHardlyAny() {
        assertTrue(Anomalies.of(SeriesOf.noisy(365, 1, t -> 20), 7, 4).size() <= 1);
    }

    @Test
    void aNewLevelIsBelievedAfterAWhile() {
        List<Integer> found = periods(Anomalies.of(SeriesOf.noisy(200, 1, t -> t < 100 ? 20 : 32), 1, 4));

        assertTrue(found.contains(100), found.toString());
        assertTrue(found.stream().allMatch(t -> t >= 100 && t < 150), found.toString());
    }

    @Test
    void whereErrorsGrowWithTheLevelSoDoesTheInterval() {
        double[] noise = SeriesOf.noisy(240, 0.05, t -> 0);
        double[] values = SeriesOf.values(240, t -> (20 + t) * Math.exp(noise[t]));
        values[30] *= 1.6;

        assertEquals(List.of(30), periods(Anomalies.of(values, 1, 5)));
    }

    @Test
    void aSeriesThatNeverChangesHasNoneAndASingleChangeIsOne() {
        assertEquals(List.of(), Anomalies.of(new double[50], 7, 3));
        assertTrue(periods(Anomalies.of(SeriesOf.values(50, t -> t == 30 ? 9 : 4), 1, 3))
                .contains(30));
    }

    @Test
    void aLimitThatIsNoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Anomalies.of(new double[50], 1, 0));
    }

    @Test
    void tooFewValuesAreSaid() {
        assertThrows(SeriesTooShortException.class, () -> Anomalies.of(new double[2], 1, 3));
    }
}
