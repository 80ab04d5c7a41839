package dev.millrace.engines.forecast.pooled;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.engines.forecast.BacktestPlan;
import dev.millrace.engines.forecast.ErrorMeasure;
import dev.millrace.engines.forecast.Foretold;
import dev.millrace.engines.forecast.Naive;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PooledMethodsTest {

    private static final BacktestPlan PLAN = new BacktestPlan(3, 4, 4, 1);

    /** Says 7 of everything. */
    private record Sevens() implements PanelMethod {

        @Override
        public String name() {
            return "sevens";
        }

        @Override
        public double[][] forecast(List<PanelSeries> panel, int steps) {
            return panel.stream()
                    .map(series -> {
                        double[] sevens = new double[steps];
                        Arrays.fill(sevens, 7);
                        return sevens;
                    })
                    .toArray(double[][]::new);
        }
    }

    /** Learns nothing from a panel whose longest series has fewer than 13 values. */
    private record Thirteen() implements PanelMethod {

        @Override
        public String name() {
            return "thirteen";
        }

        @Override
        public double[][] forecast(List<PanelSeries> panel, int steps) {
            if (panel.stream().allMatch(series -> series.values().length < 13)) {
                throw new PanelTooShortException(13);
            }
            return new Sevens().forecast(panel, steps);
        }
    }

    private static PanelSeries rising(String key, int length) {
        double[] values = IntStream.rangeClosed(1, length).asDoubleStream().toArray();
        return new PanelSeries(key, List.of(), 100 - length, values);
    }

    private static Map<String, List<Foretold>> said(List<PanelMethod> variants) {
        return new PooledMethods(Map.of(PooledName.BOOSTED, variants), PLAN, ErrorMeasure.WAPE)
                .of(List.of(rising("long", 20), rising("short", 9), rising("new", 3)));
    }

    @Test
    void eachOriginOfTheBacktestIsForecastFromWhatLayBeforeIt() {
        Map<String, List<Foretold>> said = said(List.of(new EachSeries(new Naive(), 100)));

        Foretold ofLong = said.get("long").get(0);
        assertEquals("boosted", ofLong.name());
        assertEquals(Set.of(8, 12, 16, 20), ofLong.forecasts().keySet());
        assertArrayEquals(new double[] {12, 12, 12, 12}, ofLong.forecasts().get(12));
        assertEquals(PLAN.origins(20), List.of(8, 12, 16));
        assertEquals(Set.of(5, 9), said.get("short").get(0).forecasts().keySet());
        assertTrue(!said.containsKey("new"));
    }

    @Test
    void ofVariantsTheOneThatWasBestInTheNewestWindowGoesOn() {
        Map<String, List<Foretold>> said = said(List.of(new Sevens(), new EachSeries(new Naive(), 100)));

        assertEquals(1, said.get("long").size());
        assertEquals("naive of all series together", said.get("long").get(0).description());
    }

    @Test
    void aMethodThatCannotLearnFromTheOldestWindowIsLeftOut() {
        assertTrue(said(List.of(new Thirteen())).isEmpty());
    }
}
