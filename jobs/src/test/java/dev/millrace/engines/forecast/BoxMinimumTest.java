package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

    /** A bowl that is narrow across the diagonal, and counts how often it is asked. */
    private static final class Bowl implements SmoothFunction {

        private final double[] last = new double[3];
        private int calls;

        @Override
        public double value(double[] at) {
            calls++;
            System.arraycopy(at, 0, last, 0, 3);
            double across = at[0] - at[1];
            double sum = at[0] + at[1] + at[2];
            return 500 * across * across + sum * sum + at[2] * at[2] + Math.cosh(at[0] - 3);
        }

        @Override
        public void gradient(double[] into) {
            double across = 1_000 * (last[0] - last[1]);
            double sum = 2 * (last[0] + last[1] + last[2]);
            into[0] = across + sum + Math.sinh(last[0] - 3);
            into[1] = sum - across;
            into[2] = sum + 2 * last[2];
        }
    }

    @Test
    void whatIsHeldAtABoundDoesNotSlowTheRest() {
        Bowl bowl = new Bowl();
        double[] start = {2, 1.5, 1};
        double[] lower = {-5, 1.2, -5};
        double[] curvature = {1, 1, 1};
        new BoxMinimum(bowl, lower, new double[] {5, 5, 5}, curvature, 1e-9).from(start);

        assertEquals(1.2, start[1]);
        assertTrue(bowl.calls < 40, bowl.calls + " calls");
    }
}
