package dev.millrace.engines.cluster;

import static java.util.Comparator.comparing;
import static org.apache.spark.sql.functions.col;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Looks for clusters that are there again when the data is drawn again. Each {@link Candidate} is tried with each number of
 * clusters. Of those trials that are stable enough, nearly as stable as the most stable one, and whose clusters are all large
 * enough, the one with the most clusters is chosen, of equals the more stable: the finest division that the data supports (after
 * Tibshirani and Walther, Cluster validation by prediction strength, Journal of Computational and Graphical Statistics 14, 2005,
 * on the bootstrap stability of Ben-Hur, Elisseeff and Guyon, 2002, and Hennig, 2007). Labels play no part in it. It looks at a sample that fits into memory;
 * all rows are then assigned where they lie.
 *
 * @param options how far it looks
 */
public record ClusterSearch(SearchOptions options) {

    /** What a finer division may cost in stability. */
    private static final double NEARLY = 0.05;

    private static final String PLACE = "place";
    private static final String KEY = "key";

    /** What was tried, and what was chosen, if anything was good enough. */
    public record Findings(List<Trial> trials, Optional<Trial> chosen) {

        public Findings {
            trials = List.copyOf(trials);
        }
    }

    /**
     * Rows in the order of their keys.
     *
     * @param points coordinates of each
     * @param drawn the points of each bootstrap sample, as often as it holds them
     */
    private record Sample(List<DoublePoint> points, List<List<DoublePoint>> drawn) {}

    /**
     * Looks for clusters.
     *
     * @param rows one row per key, with the features of the space
     * @param key column whose values are unique
     * @param space the coordinates, at least one
     */
    public Findings find(Dataset<Row> rows, String key, FeatureSpace space) {
        Sample sample = sample(rows, key, space);
        List<Trial> trials = new ArrayList<>();
        for (Candidate candidate : Candidate.values()) {
            for (int k = options.kFrom(); k <= options.kTo(); k++) {
                trials.add(attempt(candidate, k, sample, space));
            }
        }
        return new Findings(trials, chosen(trials));
    }

    /** The trial that the rule chooses. */
    Optional<Trial> chosen(List<Trial> trials) {
        List<Trial> usable = trials.stream()
                .filter(trial -> trial.stability() >= options.minimumStability())
                .filter(trial -> trial.smallest() >= options.smallestShare())
                .toList();
        double best = usable.stream().mapToDouble(Trial::stability).max().orElse(0);
        return usable.stream()
                .filter(trial -> trial.stability() >= best - NEARLY)
                .max(comparing(Trial::k).thenComparing(Trial::stability));
    }

    private Sample sample(Dataset<Row> rows, String key, FeatureSpace space) {
        Dataset<Row> few = SeededSample.atMost(options.mostRows(), rows, key, options.seed());
        List<Column> columns = new ArrayList<>(List.of(col(key).alias(KEY), col(PLACE)));
        for (int i = 0; i < options.bootstraps(); i++) {
            columns.add(SeededSample.timesDrawn(key, options.seed() + 1 + i).cast("int"));
        }
        List<DoublePoint> points = new ArrayList<>();
        List<List<DoublePoint>> drawn = new ArrayList<>();
        IntStream.range(0, options.bootstraps()).forEach(i -> drawn.add(new ArrayList<>()));
        for (Row row : space.placed(few, PLACE)
                .select(columns.toArray(new Column[0]))
                .orderBy(KEY)
                .collectAsList()) {
            DoublePoint point = new DoublePoint(row.<Double>getList(1).stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray());
            for (int i = 0; i < drawn.size(); i++) {
                drawn.get(i).addAll(Collections.nCopies(row.getInt(2 + i), point));
            }
            points.add(point);
        }
        return new Sample(points, drawn);
    }

    private Trial attempt(Candidate candidate, int k, Sample sample, FeatureSpace space) {
        ClusterModel model = new ClusterModel(space.scales(), candidate.fit(sample.points(), k, options.seed()));
        int[] clusters = model.clusters(sample.points());
        int[] sizes = new int[k];
        IntStream.of(clusters).forEach(cluster -> sizes[cluster]++);
        double smallest =
                model.components().size() < k ? 0 : IntStream.of(sizes).min().orElse(0) / (double) clusters.length;
        if (smallest < options.smallestShare()) {
            return Trial.tooSmall(candidate, k, smallest, model);
        }
        return new Trial(
                candidate,
                k,
                agreements(candidate, k, sample, space).stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElse(0),
                Silhouette.of(sample.points(), clusters, k),
                smallest,
                model);
    }

    /** Adjusted Rand index between the assignments of all rows by fits to bootstrap samples, for each pair of fits. */
    public List<Double> agreements(Candidate candidate, int k, Dataset<Row> rows, String key, FeatureSpace space) {
        return agreements(candidate, k, sample(rows, key, space), space);
    }

    private List<Double> agreements(Candidate candidate, int k, Sample sample, FeatureSpace space) {
        List<int[]> assigned = sample.drawn().stream()
                .map(drawn -> candidate.fit(drawn, k, options.seed()))
                .map(fit -> new ClusterModel(space.scales(), fit).clusters(sample.points()))
                .toList();
        return IntStream.range(0, assigned.size())
                .boxed()
                .flatMap(one -> IntStream.range(one + 1, assigned.size())
                        .mapToObj(other -> AdjustedRand.of(assigned.get(one), assigned.get(other))))
                .toList();
    }
}
