package dev.millrace.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class CoverCurveTest {

    private static final CoverCurve CURVE =
            new CoverCurve(new double[] {4, 5, 6}, List.of(outcome(80, 10), outcome(90, 20), outcome(100, 40)));

    @Test
    void readsDaysAndCostBetweenItsPoints() {
        assertEquals(5.5, CURVE.daysAt(0.95, 0), 1e-9);
        assertEquals(30, CURVE.at(0.95, outcome -> outcome.cost(0), 0), 1e-9);
    }

    @Test
    void saysThatNoDaysReachARate() {
        CoverCurve low = new CoverCurve(new double[] {4, 5}, List.of(outcome(80, 10), outcome(90, 20)));

        assertThrows(IllegalStateException.class, () -> low.daysAt(0.95, 0));
    }

    @Test
    void comparesAtTheFillRateOfThePlans() {
        StockComparison comparison =
                new StockComparison(outcome(95, 24), outcome(96, 25), CURVE, outcome(90, 20), 0.95);

        List<Metric> metrics = comparison.metrics(1);

        assertEquals(0, metrics.get(0).value(), 1e-9);
        assertEquals(-0.05, metrics.get(0).baseline().orElseThrow(), 1e-9);
        assertEquals(0.2, metrics.get(1).value(), 1e-9);
        assertEquals(-0.2, metrics.get(2).value(), 1e-9);
        assertEquals(0.6, metrics.get(4).value(), 1e-9);
    }

    private static AssortmentOutcome outcome(double served, double cost) {
        return new AssortmentOutcome(
                new double[] {100},
                new double[] {served},
                new double[] {100 - served},
                new double[] {cost},
                new double[] {cost});
    }
}
