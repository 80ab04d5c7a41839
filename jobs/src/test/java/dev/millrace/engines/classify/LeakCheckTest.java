package dev.millrace.engines.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LeakCheckTest {

    private static final Sample SAMPLE = sample();

    /** The first feature is drawn, the second is the label reversed, the third is the label in words, the fourth an own name a row. */
    private static Sample sample() {
        Random random = new Random(5);
        Object[][] rows = new Object[400][];
        double[] labels = new double[400];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = random.nextInt(2);
            rows[i] = new Object[] {random.nextDouble(), 1 - labels[i], labels[i] > 0 ? "left" : "stayed", "n" + i};
        }
        return new Sample(
                List.of(
                        Feature.numeric("drawn"),
                        Feature.numeric("refund"),
                        Feature.categorical("status"),
                        Feature.categorical("number")),
                rows,
                labels);
    }

    @Test
    void featuresThatSayTheLabelAreNamed() {
        List<String> named = LeakCheck.suspects(SAMPLE, 0.95).stream()
                .map(LeakCheck.Suspect::feature)
                .toList();
        assertEquals(List.of("refund", "status"), named);
    }
}
