package dev.millrace.engines.forecast.pooled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OriginFeaturesTest {

    private static final FeaturePlan PLAN = new FeaturePlan(7, 28, true, PeriodCalendar.DAYS);

    private static double[] noise(int length) {
        return new Random(1).doubles(length, 1, 9).toArray();
    }

    private static OriginFeatures at(int origin, FeaturePlan plan, double... values) {
        return new OriginFeatures(plan, SeriesPast.of(values, plan.season(), 0).until(origin), series(values));
    }

    private static PanelSeries series(double[] values, double[]... inputs) {
        return new PanelSeries("a", List.of(), 1000, values, inputs);
    }

    @Test
    void anOriginSeesNothingOfWhatFollows() {
        double[] values = noise(200);
        double[] other = values.clone();
        Arrays.fill(other, 120, 200, 1e6);

        for (int step = 1; step <= 40; step++) {
            assertArrayEquals(
                    at(120, PLAN, values).row(step), at(120, PLAN, other).row(step), "step " + step);
        }
    }

    @Test
    void theLastValueBeforeTheOriginIsSeen() {
        double[] values = noise(200);
        double[] other = values.clone();
        other[119] = 100;

        assertFalse(
                Arrays.equals(at(120, PLAN, values).row(1), at(120, PLAN, other).row(1)));
    }

    @Test
    void theSamePhaseOfTheLastSeasonComesFirst() {
        double[] values = noise(200);
        OriginFeatures origin = at(120, PLAN, values);

        assertEquals(origin.scaled(values[113]), origin.row(1)[1], 1e-9);
        assertEquals(origin.scaled(values[119]), origin.row(7)[1], 1e-9);
        assertEquals(origin.scaled(values[113]), origin.row(8)[1], 1e-9);
    }

    @Test
    void seriesOfOtherSizeLookTheSame() {
        double[] values = noise(200);
        double[] large = Arrays.stream(values).map(value -> 1000 * value).toArray();
        FeaturePlan plan = new FeaturePlan(7, 28, false, PeriodCalendar.NONE);

        assertArrayEquals(at(150, plan, values).row(9), at(150, plan, large).row(9), 1e-5);
    }

    @Test
    void scalingIsTakenBack() {
        OriginFeatures origin = at(150, PLAN, noise(200));

        assertEquals(4.2, origin.unscaled(origin.scaled(4.2)), 1e-12);
    }

    @Test
    void aSeriesOfZerosHasFiniteFeatures() {
        for (boolean relative : new boolean[] {true, false}) {
            double[] row = at(150, new FeaturePlan(7, 28, relative, PeriodCalendar.DAYS), new double[200])
                    .row(3);
            assertEquals(row.length, Arrays.stream(row).filter(Double::isFinite).count());
        }
    }

    @Test
    void addedValuesCountAsOthersDo() {
        double[] values = noise(60);
        SeriesPast grown = SeriesPast.of(Arrays.copyOf(values, 50), 7, 10);
        for (int t = 50; t < 60; t++) {
            grown.add(values[t]);
        }

        assertArrayEquals(at(60, PLAN, values).row(1), new OriginFeatures(PLAN, grown, series(values)).row(1));
    }

    @Test
    void aHolidayAheadIsSeenFromAfarAndIsNoneAfterwards() {
        Map<LocalDate, String> days = Map.of(LocalDate.ofEpochDay(1124), "feast", LocalDate.ofEpochDay(1110), "other");
        FeaturePlan plan = new FeaturePlan(7, 28, true, PeriodCalendar.DAYS, Holidays.of(days));
        double[] values = noise(200);

        assertArrayEquals(new double[] {0, 2, 12}, holiday(at(120, plan, values).row(3), plan), "two days before");
        assertArrayEquals(new double[] {1, 0, 0}, holiday(at(120, plan, values).row(5), plan));
        assertArrayEquals(new double[] {0, 15, 1}, holiday(at(120, plan, values).row(6), plan));
        assertEquals(
                at(120, PLAN, values).row(1).length + 5, at(120, plan, values).row(1).length);
    }

    private static double[] holiday(double[] row, FeaturePlan plan) {
        int from = 1 + 8 + 4 + 4 + 2 + 2 + plan.calendar().of(0).length;
        return Arrays.copyOfRange(row, from, from + 3);
    }

    @Test
    void whatIsKnownInAdvanceIsSeenOfThePeriodAheadAgainstWhatItUsuallyWas() {
        double[] price = new double[140];
        Arrays.fill(price, 10);
        price[124] = 8;
        double[] values = noise(120);
        double[] row = new OriginFeatures(PLAN, SeriesPast.of(values, 7, 0), series(values, price)).row(5);
        int from = 1 + 8 + 4 + 4 + 2 + 2 + 4;

        assertArrayEquals(new double[] {8, -2, -2}, Arrays.copyOfRange(row, from, from + 3), 1e-9);
    }
}
