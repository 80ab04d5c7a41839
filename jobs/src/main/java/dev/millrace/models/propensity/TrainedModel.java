package dev.millrace.models.propensity;

import dev.millrace.engines.classify.ClassifierModel;
import dev.millrace.engines.classify.Measures;
import dev.millrace.engines.classify.Reference;
import dev.millrace.engines.statistics.Interval;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A model that was trained and judged.
 *
 * @param version names it
 * @param model the model
 * @param trainingRows rows that it learnt from
 * @param trainingPositives those where it happened
 * @param judgedAsOf date of the snapshots that judged it; empty without dates
 * @param test what it said of test rows
 * @param measures how well that was, by name
 * @param promoted whether it passed the gate
 * @param reason why or why not
 * @param drivers what moves its probabilities most
 * @param reference the world of its making
 * @param lists what lists made by it would have caught
 * @param notes all that was tried
 */
record TrainedModel(
        String version,
        ClassifierModel model,
        long trainingRows,
        long trainingPositives,
        Optional<LocalDate> judgedAsOf,
        Measures test,
        Map<String, Measured> measures,
        boolean promoted,
        String reason,
        List<String> drivers,
        Reference reference,
        List<ContactBacktest.ListResult> lists,
        List<String> notes) {

    TrainedModel {
        measures = Map.copyOf(measures);
        drivers = List.copyOf(drivers);
        lists = List.copyOf(lists);
        notes = List.copyOf(notes);
    }

    /** A measure beside that of the baseline and of the champion. */
    record Measured(double value, Interval interval, double baseline, Optional<Double> champion) {}
}
