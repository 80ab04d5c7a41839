package dev.millrace.settings;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A question that is answered yes or no for each entity, and that a model learns to answer beforehand.
 *
 * @param name what it is called
 * @param table id of the table with one row an entity, such as {@code silver/account}
 * @param also further tables by id, each with the column by which it is joined
 * @param ifMapped whether it is left out, rather than refused, while no mapping makes its tables
 * @param entity column that tells entities apart
 * @param horizonDays days after a snapshot's date within which it happens or not; without it, the label is a column's
 * @param label SQL condition: whether it happened; unknown where that is not known yet
 * @param where SQL condition: which rows take part
 * @param features SQL by name; all columns and attributes of the tables, when empty
 * @param exclude columns and attributes that are no features
 * @param categorical features that are words though they look like numbers
 * @param allowLeaks features that may tell the label as well as they like
 * @param leakLimit AUC above which a feature alone is suspected to be known only after the label
 * @param models kinds of models to try
 * @param timeBudget how long models are tried
 * @param seed of every random choice
 * @param retrainDays days of deliveries after which a new model is trained
 * @param action what acting on a score costs and earns
 */
public record ProblemSettings(
        String name,
        String table,
        Map<String, String> also,
        boolean ifMapped,
        String entity,
        Optional<Integer> horizonDays,
        String label,
        String where,
        Map<String, String> features,
        List<String> exclude,
        List<String> categorical,
        List<String> allowLeaks,
        double leakLimit,
        List<String> models,
        Duration timeBudget,
        long seed,
        int retrainDays,
        ActionSettings action) {

    /** The kinds of models that can be tried. */
    public static final List<String> MODELS =
            List.of("logistic", "lightgbm", "random-forest", "boosted-trees", "perceptron");

    public ProblemSettings {
        also = new LinkedHashMap<>(also);
        features = new LinkedHashMap<>(features);
        exclude = List.copyOf(exclude);
        categorical = List.copyOf(categorical);
        allowLeaks = List.copyOf(allowLeaks);
        models = List.copyOf(models);
    }

    /** The ids of all tables that its rows come from. */
    public List<String> tables() {
        return Stream.concat(Stream.of(table), also.keySet().stream())
                .map(id -> id.replace('.', '/'))
                .toList();
    }
}
