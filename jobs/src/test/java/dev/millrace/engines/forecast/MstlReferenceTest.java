package dev.millrace.engines.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MstlReferenceTest {

    /** The reference has each fifth value. */
    private static final int EVERY = 5;

    static List<ReferenceCase> cases() {
        return ReferenceCase.all("mstl");
    }

    private static List<Integer> periods(ReferenceCase known) {
        List<Integer> periods = new ArrayList<>();
        known.node().get("periods").forEach(period -> periods.add(period.asInt()));
        return periods;
    }

    private static void same(JsonNode theirs, double[] ours) {
        double[] some = SeriesOf.values(theirs.size(), i -> ours[i * EVERY]);
        assertEquals(0, ReferenceCase.difference(some, ReferenceCase.numbers(theirs)), 0.001);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void partsAreThoseOfStatsmodels(ReferenceCase known) {
        MstlDecomposition parts = MstlDecomposition.of(known.values(), periods(known));

        same(known.node().get("trend"), parts.trend());
        same(known.node().get("remainder"), parts.remainder());
        for (int i = 0; i < parts.periods().size(); i++) {
            same(known.node().get("seasons").get(i), parts.seasons().get(i));
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void forecastsAreThoseOfStatsforecast(ReferenceCase known) {
        double[] theirs = ReferenceCase.numbers(known.node().get("mean"));
        SeriesForecast ours = new Mstl(periods(known)).fit(known.values()).forecast(theirs.length);

        assertEquals(0, ReferenceCase.difference(ours.mean(), theirs), 0.01);
    }
}
