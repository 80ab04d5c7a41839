package dev.millrace.engines.forecast.pooled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.Mean;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PanelChoiceTest {

    private static final List<PanelSeries> PANEL = List.of(
            new PanelSeries("a", List.of(), 0, new double[] {3, 5, 3, 5, 3, 5, 3, 5, 3, 5, 3, 5}),
            new PanelSeries("b", List.of(), 0, new double[] {8, 8, 8, 8, 8, 8, 8, 8, 8, 8}));

    private record Said(String name, double value) implements PanelMethod {

        @Override
        public double[][] forecast(List<PanelSeries> panel, int steps) {
            double[][] all = new double[panel.size()][steps];
            for (int i = 0; i < all.length; i++) {
                Arrays.fill(all[i], panel.get(i).values()[0] > 5 ? 8 : value);
            }
            return all;
        }
    }

    private static PanelChoice choice(PanelMethod... methods) {
        List<PanelBacktest> backtests = Arrays.stream(methods)
                .map(method -> PanelBacktest.of(method, PANEL, 2, 2, 1))
                .toList();
        return PanelChoice.of(List.of(methods), backtests, ErrorMeasure.RMSSE);
    }

    @Test
    void errorsToBothSidesAreAveragedAway() {
        PanelChoice choice = choice(new Said("high", 7), new Said("low", 1), new Said("far", 90));

        assertEquals("high+low", choice.backtest().name());
        assertArrayEquals(new double[] {4, 4}, choice.forecast(PANEL, 2)[0]);
    }

    @Test
    void theBestStandsAloneWhereOthersDoHarm() {
        assertEquals(
                "right",
                choice(new Said("right", 4), new Said("high", 7)).backtest().name());
    }

    @Test
    void windowsLieSideBySideBeforeTheEndOfEachSeries() {
        PanelBacktest backtest = PanelBacktest.of(new Said("any", 4), PANEL, 2, 2, 1);

        assertEquals(2, backtest.windows().size());
        assertArrayEquals(new double[] {3, 5}, backtest.windows().get(0).get(0).actual());
        assertEquals(2, backtest.windows().get(1).get(0).scale().absolute());
    }

    @Test
    void aSeriesTooShortForItsMethodIsForecastByItsMean() {
        double[][] forecasts =
                new EachSeries(new dev.millrace.engines.forecast.SeasonalNaive(30), 100).forecast(PANEL, 3);

        assertArrayEquals(new Mean().fit(PANEL.get(0).values()).forecast(3).mean(), forecasts[0]);
    }
}
