package dev.millrace.engines.forecast.pooled;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.LikeForecast;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Toys sell half as much from their third week on, lamps as much as ever; both twice as much on one day of the week. Toy and lamp
 * appear together, so that neither the first weeks nor the calendar tells them apart.
 */
class LikeItemsTest {

    private static final BacktestPlan PLAN = new BacktestPlan(3, 28, 28, 7);
    private static final int END = 400;
    private static final int NEW = 14;

    private static double demand(String kind, double level, int age, int day) {
        return level * (kind.equals("toy") && age >= 14 ? 0.5 : 1) * (day % 7 == 5 ? 2 : 1);
    }

    private static PanelSeries series(String kind, int number, double level, int start, int length, Random chance) {
        double[] values = new double[length];
        for (int age = 0; age < length; age++) {
            values[age] = demand(kind, level, age, start + age) * (0.9 + 0.2 * chance.nextDouble());
        }
        return new PanelSeries(kind + number, List.of("n" + number, kind), start, values);
    }

    private static List<PanelSeries> panel() {
        Random chance = new Random(4);
        List<PanelSeries> panel = new ArrayList<>();
        panel.add(series("oldest", 0, 5, 0, END, chance));
        for (String kind : List.of("toy", "lamp")) {
            for (int i = 1; i <= 12; i++) {
                int start = 40 + 20 * i;
                panel.add(series(kind, i, 5 * i, start, END - start, chance));
            }
            panel.add(series(kind, 100, 40, END - NEW, NEW, chance));
        }
        return panel;
    }

    private static double error(double[] forecast, String kind) {
        double off = 0;
        double volume = 0;
        for (int h = 0; h < forecast.length; h++) {
            double came = demand(kind, 40, NEW + h, END + h);
            off += Math.abs(forecast[h] - came);
            volume += came;
        }
        return off / volume;
    }

    @Test
    void aNewSeriesGoesOnAsThoseLikeItDidAfterTheirLaunch() {
        Map<String, LikeForecast> said = new LikeItems(PLAN).of(panel());

        assertEquals(2, said.size(), "of new series alone");
        for (String kind : List.of("toy", "lamp")) {
            double[] likeItems = said.get(kind + 100).mean();
            double[] own = new double[28];
            Arrays.fill(
                    own,
                    Arrays.stream(panel().get(kind.equals("toy") ? 13 : 26).values())
                            .average()
                            .orElseThrow());
            assertTrue(error(likeItems, kind) < 0.15, kind + " " + error(likeItems, kind));
            assertTrue(error(likeItems, kind) < 0.5 * error(own, kind), kind + " by its mean " + error(own, kind));
        }
        assertTrue(said.get("toy100").description().contains("12 launches"), said.get("toy100")::description);
    }

    @Test
    void itsIntervalsAreAsWideAsLaunchesWereOff() {
        LikeForecast toy = new LikeItems(PLAN).of(panel()).get("toy100");

        double came = demand("toy", 40, NEW, END);
        assertTrue(Math.abs(toy.mean()[0] - came) < toy.halves()[2][0]);
        assertTrue(toy.halves()[0][0] < toy.halves()[2][0] && toy.halves()[2][0] < came);
        assertTrue(toy.totalDeviation()[27] > toy.totalDeviation()[0]);
    }

    @Test
    void whereNoLaunchWasSeenTheLevelStaysAndNothingIsKnownOfErrors() {
        Random chance = new Random(5);
        List<PanelSeries> panel = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            panel.add(series("lamp", i, 10, 0, END, chance));
        }
        panel.add(series("lamp", 100, 40, END - NEW, NEW, chance));

        LikeForecast lamp = new LikeItems(PLAN).of(panel).get("lamp100");

        assertTrue(error(lamp.mean(), "lamp") < 0.1);
        assertTrue(Double.isNaN(lamp.halves()[0][0]) && Double.isNaN(lamp.totalDeviation()[0]));
    }

    @Test
    void withTooFewOthersNothingIsSaid() {
        Random chance = new Random(6);
        List<PanelSeries> panel =
                List.of(series("toy", 1, 10, 0, END, chance), series("toy", 2, 10, END - NEW, NEW, chance));

        assertTrue(new LikeItems(PLAN).of(panel).isEmpty());
    }

    @Test
    void namesAreLikeByTheirWords() {
        Likeness red = Likeness.of(new PanelSeries("a", List.of("RED SPOTTY MUG"), 0, new double[1]));

        assertEquals(0.5, red.to(Likeness.of(new PanelSeries("b", List.of("blue spotty mug"), 0, new double[1]))));
        assertEquals(0, red.to(Likeness.of(new PanelSeries("c", List.of("lamp"), 0, new double[1]))));
    }
}
