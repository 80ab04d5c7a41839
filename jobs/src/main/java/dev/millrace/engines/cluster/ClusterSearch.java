package dev.millrace.engines.cluster;

import static java.util.Comparator.comparing;
import static org.apache.spark.ml.functions.array_to_vector;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.ml.evaluation.ClusteringEvaluator;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Looks for clusters that are there again when the data is drawn again. Each {@link Candidate} is tried with each number of
 * clusters. Of those trials that are stable enough and whose clusters are all large enough, the one with the most clusters is
 * chosen, of equals the more stable: the finest division that the data supports (the rule of Tibshirani and Walther, Cluster
 * validation by prediction strength, Journal of Computational and Graphical Statistics 14, 2005, on the bootstrap stability of
 * Ben-Hur, Elisseeff and Guyon, 2002, and Hennig, 2007). Labels play no part in it.
 *
 * @param options how far it looks
 */
public record ClusterSearch(SearchOptions options) {

    private static final String PLACE = "place";
    private static final String KEY = "key";

    /** What was tried, and what was chosen, if anything was good enough. */
    public record Findings(List<Trial> trials, Optional<Trial> chosen) {

        public Findings {
            trials = List.copyOf(trials);
        }
    }

    /**
     * Looks for clusters.
     *
     * @param rows one row per key, with the features of the space
     * @param key column whose values are unique
     * @param space the coordinates, at least one
     */
    public Findings find(Dataset<Row> rows, String key, FeatureSpace space) {
        Dataset<Row> sample = SeededSample.atMost(options.mostRows(), rows, key, options.seed());
        Dataset<Row> points = space.placed(sample, PLACE)
                .select(col(key).alias(KEY), col(PLACE))
                // One partition in one order: sums of doubles depend on the order of their terms.
                .repartition(1)
                .sortWithinPartitions(KEY)
                .select(col(KEY), col(PLACE), array_to_vector(col(PLACE)).alias(Candidate.POINT))
                .persist();
        try {
            List<Trial> trials = new ArrayList<>();
            for (Candidate candidate : Candidate.values()) {
                for (int k = options.kFrom(); k <= options.kTo(); k++) {
                    trials.add(attempt(candidate, k, points, space));
                }
            }
            return new Findings(trials, chosen(trials));
        } finally {
            points.unpersist();
        }
    }

    /** The trial that the rule chooses. */
    Optional<Trial> chosen(List<Trial> trials) {
        return trials.stream()
                .filter(trial -> trial.stability() >= options.minimumStability())
                .filter(trial -> trial.smallest() >= options.smallestShare())
                .max(comparing(Trial::k).thenComparing(Trial::stability));
    }

    private Trial attempt(Candidate candidate, int k, Dataset<Row> points, FeatureSpace space) {
        ClusterModel model = fit(candidate, k, points.withColumn(Candidate.WEIGHT, lit(1.0)), space);
        Dataset<Row> assigned = points.withColumn(ClusterModel.CLUSTER, model.cluster(col(PLACE)));
        List<Row> sizes = assigned.groupBy(ClusterModel.CLUSTER)
                .agg(count(lit(1)).alias("rows"))
                .collectAsList();
        double all = sizes.stream().mapToLong(row -> row.getLong(1)).sum();
        double smallest = sizes.stream().mapToLong(row -> row.getLong(1)).min().orElse(0) / Math.max(all, 1);
        boolean whole = sizes.size() == k;
        return new Trial(
                candidate,
                k,
                whole ? stability(candidate, k, points, space) : 0,
                whole ? silhouette(assigned) : 0,
                whole ? smallest : 0,
                model);
    }

    /** Adjusted Rand index between the assignments of all rows by fits to bootstrap samples, for each pair of fits. */
    public List<Double> agreements(Candidate candidate, int k, Dataset<Row> rows, String key, FeatureSpace space) {
        Dataset<Row> points = space.placed(rows, PLACE)
                .select(col(key).alias(KEY), col(PLACE))
                .repartition(1)
                .sortWithinPartitions(KEY)
                .select(col(KEY), col(PLACE), array_to_vector(col(PLACE)).alias(Candidate.POINT))
                .persist();
        try {
            return agreements(candidate, k, points, space);
        } finally {
            points.unpersist();
        }
    }

    private double stability(Candidate candidate, int k, Dataset<Row> points, FeatureSpace space) {
        return agreements(candidate, k, points, space).stream()
                .mapToDouble(Double::doubleValue)
                .average()
                .orElse(0);
    }

    private List<Double> agreements(Candidate candidate, int k, Dataset<Row> points, FeatureSpace space) {
        List<Column> assignments = IntStream.range(0, options.bootstraps())
                .mapToObj(i -> fit(candidate, k, drawn(points, options.seed() + 1 + i), space)
                        .cluster(col(PLACE))
                        .alias("a" + i))
                .toList();
        Column[] names = IntStream.range(0, assignments.size())
                .mapToObj(i -> col("a" + i))
                .toArray(Column[]::new);
        List<Row> cells = points.select(assignments.toArray(new Column[0]))
                .groupBy(names)
                .agg(count(lit(1)).alias("rows"))
                .collectAsList();
        return ofPairs(cells, names.length);
    }

    private static List<Double> ofPairs(List<Row> cells, int fits) {
        return IntStream.range(0, fits)
                .boxed()
                .flatMap(one ->
                        IntStream.range(one + 1, fits).mapToObj(other -> AdjustedRand.of(cells, one, other, fits)))
                .toList();
    }

    private static Dataset<Row> drawn(Dataset<Row> points, long seed) {
        return points.withColumn(Candidate.WEIGHT, SeededSample.timesDrawn(KEY, seed))
                .filter(col(Candidate.WEIGHT).gt(0));
    }

    private ClusterModel fit(Candidate candidate, int k, Dataset<Row> weighted, FeatureSpace space) {
        return new ClusterModel(space.scales(), candidate.fit(weighted, k, options.seed()));
    }

    private static double silhouette(Dataset<Row> assigned) {
        return new ClusteringEvaluator()
                .setFeaturesCol(Candidate.POINT)
                .setPredictionCol(ClusterModel.CLUSTER)
                .evaluate(assigned);
    }
}
