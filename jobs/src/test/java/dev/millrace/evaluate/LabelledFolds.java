package dev.millrace.evaluate;

import dev.millrace.engines.classify.Feature;
import dev.millrace.engines.classify.Sample;
import dev.millrace.engines.classify.Split;
import dev.millrace.job.SparkSessions;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.sql.SparkSession;

/**
 * Writes the rows of each labelled evaluation with the folds that it judges by, for others to be judged by the same:
 * {@code DATASETS FOLDER}. A file has the label, {@code fold_0} and so on for each repeat, and the features; the name of a
 * categorical one begins with {@code c_}, of a numeric one with {@code n_}.
 */
public final class LabelledFolds {

    private LabelledFolds() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createDirectories(Path.of(arguments[1]));
        try (SparkSession session = SparkSessions.open("labelled folds");
                EvaluationData data = new EvaluationData(session, Optional.of(Path.of(arguments[0])), what -> {})) {
            for (Evaluation evaluation : Evaluations.ALL) {
                if (evaluation instanceof LabelledEvaluation labelled) {
                    write(labelled, data, folder.resolve(labelled.name() + ".csv"));
                }
            }
        }
    }

    private static void write(LabelledEvaluation evaluation, EvaluationData data, Path file) throws IOException {
        Sample sample = evaluation.sample(data);
        List<int[]> folds = IntStream.range(0, evaluation.repeats())
                .mapToObj(repeat -> Split.assignment(sample, evaluation.folds(), evaluation.seed(data) + repeat))
                .toList();
        try (BufferedWriter lines = Files.newBufferedWriter(file)) {
            lines.write(header(sample, folds.size()));
            for (int row = 0; row < sample.size(); row++) {
                lines.newLine();
                lines.write(line(sample, folds, row));
            }
        }
    }

    private static String header(Sample sample, int repeats) {
        List<String> names = new ArrayList<>(List.of("label"));
        IntStream.range(0, repeats).forEach(repeat -> names.add("fold_" + repeat));
        for (Feature feature : sample.features()) {
            names.add(quoted((feature.isNumeric() ? "n_" : "c_") + feature.name()));
        }
        return String.join(",", names);
    }

    private static String line(Sample sample, List<int[]> folds, int row) {
        List<String> fields = new ArrayList<>();
        fields.add(String.format(Locale.ROOT, "%.0f", sample.labels()[row]));
        folds.forEach(fold -> fields.add(String.valueOf(fold[row])));
        for (Object value : sample.values()[row]) {
            fields.add(value == null ? "" : quoted(value.toString()));
        }
        return String.join(",", fields);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }
}
