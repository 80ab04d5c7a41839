package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class BoxMinimumTest {

    /** The valley of Rosenbrock, whose bottom is at (1, 1). */
    private static final class Valley implements SmoothFunction {

        private double x;
        private double y;

        @Override
        public double value(double[] at) {
            x = at[0];
            y = at[1];
            return 100 * (y - x * x) * (y - x * x) + (1 - x) * (1 - x);
        }

        @Override
        public void gradient(double[] into) {
            into[0] = -400 * x * (y - x * x) - 2 * (1 - x);
            into[1] = 200 * (y - x * x);
        }
    }

    private static double[] bottom(double[] lower, double[] upper, double... start) {
        double value = new BoxMinimum(new Valley(), lower, upper, new double[] {1, 1}, 1e-14).from(start);
        assertEquals(new Valley().value(start), value);
        return start;
    }

    @Test
    void theBottomOfACurvedValleyIsFound() {
        assertArrayEquals(new double[] {1, 1}, bottom(new double[] {-5, -5}, new double[] {5, 5}, -1.2, 1), 1e-5);
    }

    @Test
    void aBoundThatIsInTheWayIsKeptAndTheRestGoesOn() {
        assertArrayEquals(
                new double[] {0.5, 0.25}, bottom(new double[] {-5, -5}, new double[] {0.5, 5}, -1.2, 1), 1e-5);
    }

    @Test
    void aBoundWhereTheSearchBeginsIsLeftWhereItIsNotInTheWay() {
        assertArrayEquals(new double[] {1, 1}, bottom(new double[] {-5, -5}, new double[] {5, 1}, -1.2, 1), 1e-5);
    }
}
