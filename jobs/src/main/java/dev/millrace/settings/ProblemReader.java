package dev.millrace.settings;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Reads the problems of a configuration. */
final class ProblemReader {

    private final ConfigBlock whole;

    ProblemReader(ConfigBlock whole) {
        this.whole = whole;
    }

    List<ProblemSettings> read() {
        List<ProblemSettings> problems = new ArrayList<>();
        whole.named("problems", whole.config().getConfig("problem-defaults"))
                .forEach((name, block) -> problems.add(read(name, block)));
        return problems;
    }

    private static ProblemSettings read(String name, ConfigBlock block) {
        double leakLimit = block.share("leak-limit");
        if (leakLimit < 0.5) {
            block.problem("leak-limit", "is " + leakLimit + ": an AUC below 0.5 is that of no feature.");
        }
        return new ProblemSettings(
                name,
                block.required("table").replace('.', '/'),
                block.expressions("also"),
                block.flag("if-mapped"),
                block.required("entity"),
                block.optional("horizon-days").map(text -> block.wholeNumber("horizon-days", 1, 3_650)),
                block.required("label"),
                block.text("where"),
                block.expressions("features"),
                block.texts("exclude"),
                block.texts("categorical"),
                block.texts("allow-leaks"),
                leakLimit,
                models(block),
                block.value("time-budget", () -> block.config().getDuration("time-budget"), Duration.ZERO),
                block.wholeNumber("seed", 0, Integer.MAX_VALUE),
                block.wholeNumber("retrain-every-days", 1, 36_500),
                action(block.block("action")));
    }

    private static ActionSettings action(ConfigBlock block) {
        double cost = block.value("contact-cost", () -> block.config().getDouble("contact-cost"), 0.0);
        if (cost < 0) {
            block.problem("contact-cost", "is " + cost + ": what it earns belongs into 'value'.");
        }
        return new ActionSettings(
                block.optional("value"),
                block.share("success-rate"),
                cost,
                block.optional("budget").map(text -> block.wholeNumber("budget", 0, Integer.MAX_VALUE)));
    }

    private static List<String> models(ConfigBlock block) {
        List<String> models = block.texts("models");
        if (models.isEmpty()) {
            block.problem(
                    "models", "is empty: name at least one of " + String.join(", ", ProblemSettings.MODELS) + ".");
        }
        models.stream()
                .filter(model -> !ProblemSettings.MODELS.contains(model))
                .forEach(model -> block.problem(
                        "models",
                        "names '" + model + "', which is no kind of model. "
                                + NearestName.hint(model, ProblemSettings.MODELS)));
        return models;
    }
}
