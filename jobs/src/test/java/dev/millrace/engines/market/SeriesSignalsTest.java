package dev.millrace.engines.market;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.apache.commons.math3.random.RandomGenerator;
import org.apache.commons.math3.random.Well19937c;
import org.junit.jupiter.api.Test;

/** A year of days around 100 a day, more at the end of weeks. */
class SeriesSignalsTest {

    private static final int DAYS = 364;
    private static final SeriesSignals SIGNALS = new SeriesSignals(7, true);
    private static final double[] MARKET = new double[DAYS];

    static {
        Arrays.fill(MARKET, 10_000);
    }

    private static double[] daily(IntToDoubleFunction level) {
        RandomGenerator chance = new Well19937c(11);
        return IntStream.range(0, DAYS)
                .mapToDouble(
                        day -> Math.rint(level.applyAsDouble(day) + (day % 7 > 4 ? 30 : 0) + 8 * chance.nextGaussian()))
                .toArray();
    }

    private static List<MarketSignal> of(SignalKind kind, double... values) {
        return SIGNALS.of(values, Arrays.copyOf(MARKET, values.length), DAYS).stream()
                .filter(signal -> signal.kind() == kind)
                .toList();
    }

    @Test
    void aSteadySeriesHasNothingToSee() {
        double[] steady = daily(day -> 100);

        assertTrue(of(SignalKind.TURNING_POINT, steady).isEmpty());
        assertTrue(of(SignalKind.ANOMALY, steady).isEmpty());
        assertTrue(of(SignalKind.EMERGING, steady).isEmpty());
        assertTrue(SIGNALS.of(steady, MARKET, DAYS).get(0).probability() > 0.05);
    }

    @Test
    void theDayOnWhichTheTrendTurnedIsFound() {
        int turned = DAYS - 40;

        MarketSignal turn = of(SignalKind.TURNING_POINT, daily(day -> 100 + Math.max(0, day - turned) * 2.0))
                .get(0);

        assertEquals(turned, turn.at(), 3);
        // Two a day more each day are 98 a week more each week.
        assertEquals(0, turn.before(), 10);
        assertEquals(98, turn.now(), 15);
    }

    @Test
    void aTurnOfLongAgoIsNoNews() {
        assertTrue(of(SignalKind.TURNING_POINT, daily(day -> 100 + Math.max(0, day - 200) * 2.0))
                .isEmpty());
    }

    @Test
    void aDayOutOfTheOrdinaryIsFoundWhileItIsNew() {
        double[] values = daily(day -> day == DAYS - 3 ? 300 : 100);
        double[] old = daily(day -> day == DAYS - 30 ? 300 : 100);

        MarketSignal anomaly = of(SignalKind.ANOMALY, values).get(0);

        assertEquals(DAYS - 3, anomaly.at());
        assertEquals(values[DAYS - 3], anomaly.now());
        assertTrue(Math.abs(anomaly.expected() - 100) < 40, anomaly.toString());
        assertTrue(of(SignalKind.ANOMALY, old).isEmpty());
    }

    @Test
    void whatBeganInTheNewestWeeksIsEmerging() {
        double[] three = Arrays.copyOfRange(daily(day -> 100), DAYS - 21, DAYS);

        assertEquals(
                Arrays.stream(three).sum(),
                of(SignalKind.EMERGING, three).get(0).now());
    }

    @Test
    void whereTheMarketIsKnownForNoLongerNothingIsNew() {
        double[] all = Arrays.copyOfRange(daily(day -> 100), DAYS - 50, DAYS);

        assertTrue(SIGNALS.of(all, Arrays.copyOf(MARKET, 50), 50).stream()
                .noneMatch(signal -> signal.kind() == SignalKind.EMERGING));
    }

    @Test
    void ofSeldomSalesWeeksAreLookedAt() {
        RandomGenerator chance = new Well19937c(3);
        double[] seldom = IntStream.range(0, DAYS)
                .mapToDouble(day -> chance.nextDouble() < 0.5 ? 0 : day < DAYS - 56 ? 6 : 30)
                .toArray();

        MarketSignal turn = of(SignalKind.TURNING_POINT, seldom).get(0);

        assertEquals(DAYS - 56, turn.at(), 7);
        assertEquals(84, turn.jump(), 30);
    }

    @Test
    void oneDayAloneOrNothingButZerosGivesNothing() {
        assertTrue(of(SignalKind.TURNING_POINT, 5).isEmpty());
        assertTrue(SIGNALS.of(new double[DAYS], MARKET, DAYS).isEmpty());
        assertEquals(1, SIGNALS.of(new double[] {5}, new double[] {10}, DAYS).size());
    }
}
