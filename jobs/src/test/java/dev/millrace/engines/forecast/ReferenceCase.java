package dev.millrace.engines.forecast;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** A series and what other implementations make of it; written by scripts/lib/forecast_reference_*.py. */
record ReferenceCase(JsonNode node) {

    /** Those of exponential smoothing and theta. */
    static List<ReferenceCase> all() {
        return all("ets");
    }

    /** Those of one of the scripts. */
    static List<ReferenceCase> all(String script) {
        try (InputStream in = ReferenceCase.class.getResourceAsStream("/forecast/" + script + "-reference.json")) {
            List<ReferenceCase> cases = new ArrayList<>();
            new ObjectMapper().readTree(in).forEach(node -> cases.add(new ReferenceCase(node)));
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int season() {
        return node.get("season").asInt();
    }

    double[] values() {
        return numbers(node.get("values"));
    }

    static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }

    /** The largest difference between forecasts, as a part of their mean size. */
    static double difference(double[] ours, double[] theirs) {
        double size = 0;
        double largest = 0;
        for (int i = 0; i < theirs.length; i++) {
            size += Math.abs(theirs[i]) / theirs.length;
            largest = Math.max(largest, Math.abs(ours[i] - theirs[i]));
        }
        return largest / size;
    }

    @Override
    public String toString() {
        return node.get("name").asText();
    }
}
