package dev.millrace.engines.classify;

import java.time.Duration;
import java.util.List;

/**
 * How a model is looked for.
 *
 * @param kinds the kinds of models to try
 * @param budget how long to try; at least one model is always fitted
 * @param seed of every random choice
 */
public record SearchPlan(List<String> kinds, Duration budget, long seed) {

    /** All kinds of models. */
    public static final List<String> KINDS =
            List.of("logistic", "lightgbm", "random-forest", "boosted-trees", "perceptron");

    public SearchPlan {
        kinds = List.copyOf(kinds);
    }

    /** What is tried: the kinds that most often win first, and of those the quicker. */
    List<Trainer> trainers() {
        List<Trainer> all = List.of(
                new LightGbmTrainer(300, 6, 0.03),
                new LogisticTrainer(0.002, 0),
                new LogisticTrainer(0.0003, 0),
                new LogisticTrainer(0.01, 0),
                new LogisticTrainer(0.05, 0),
                new LogisticTrainer(0.003, 0.5),
                new LightGbmTrainer(150, 4, 0.03),
                new LightGbmTrainer(200, 15, 0.05),
                new ForestTrainer(150, 8, 10),
                new ForestTrainer(150, 12, 3),
                new BoostedTrainer(40, 3, 0.1),
                new NetworkTrainer(8, 30));
        return all.stream().filter(trainer -> kinds.contains(trainer.kind())).toList();
    }
}
