package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DemandReferenceTest {

    static List<ReferenceCase> cases() {
        return ReferenceCase.all("demand");
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatIsExpectedIsWhatStatsforecastExpects(ReferenceCase known) {
        same("croston", Croston.of(0.1), known);
        same("croston optimised", Croston.optimised(), known);
        same("sba", Sba.of(0.1), known);
        same("tsb", Tsb.of(0.2, 0.05), known);
    }

    private static void same(String theirName, SeriesMethod ours, ReferenceCase known) {
        double theirs = known.node().get("expected").get(theirName).asDouble();

        assertEquals(theirs, ours.fit(known.values()).forecast(1).mean()[0], 1e-5 * Math.abs(theirs), theirName);
    }
}
