package dev.millrace.evaluate;

import java.util.List;

/**
 * What an evaluation found.
 *
 * @param metrics the figures
 * @param notes what a reader of the figures should know, such as what was chosen on validation data
 */
public record EvaluationReport(List<Metric> metrics, List<String> notes) {

    public EvaluationReport {
        metrics = List.copyOf(metrics);
        notes = List.copyOf(notes);
    }
}
