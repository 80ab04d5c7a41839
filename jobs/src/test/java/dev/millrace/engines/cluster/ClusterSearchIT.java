package dev.millrace.engines.cluster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.testing.SparkExtension;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.ml.clustering.DoublePoint;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@ExtendWith(SparkExtension.class)
class ClusterSearchIT {

    private static final SearchOptions OPTIONS = new SearchOptions(2, 4, 0.85, 0.03, 3, 100_000, 7);

    private SparkSession session;

    @BeforeEach
    void open(SparkSession shared) {
        session = shared;
    }

    /** Three groups around points far apart, and which group a row is of. */
    private Dataset<Row> threeGroups() {
        return session.range(0, 240, 1, 3)
                .selectExpr(
                        "CAST(id AS STRING) AS key",
                        "CAST(id % 3 AS INT) AS planted",
                        "10 * (id % 3) + pmod(hash(id), 100) / 100D AS x",
                        "10 * pmod(id, 3) * pmod(id, 3) + pmod(hash(id, 1), 100) / 100D AS y",
                        "1 AS constant",
                        "CAST(NULL AS DOUBLE) AS missing");
    }

    @Test
    void groupsFarApartAreFoundAndAreFoundAgain() {
        Dataset<Row> rows = threeGroups();
        FeatureSpace space = FeatureSpace.of(rows, List.of("x", "y", "constant", "missing"));
        ClusterSearch search = new ClusterSearch(OPTIONS);
        Trial chosen = search.find(rows, "key", space).chosen().orElseThrow();
        Trial again = search.find(rows.repartition(5), "key", space).chosen().orElseThrow();
        Dataset<Row> assigned = chosen.model().assign(rows);

        assertEquals(List.of("x", "y"), space.features());
        assertEquals("the same everywhere", space.left().get("constant"));
        assertEquals("missing everywhere", space.left().get("missing"));
        assertTrue(chosen.k() >= 3, chosen.text());
        assertTrue(chosen.stability() >= 0.85, chosen.text());
        assertEquals(chosen.model(), again.model(), "partitioning must not matter");
        assertTrue(AdjustedRand.of(assigned, ClusterModel.CLUSTER, "planted") > 0.8);
        assertEquals(
                0,
                assigned.filter("confidence NOT BETWEEN 0 AND 1 OR distance < 0")
                        .count());
    }

    @Test
    void aRowIsAssignedTheSameWhereverItStands() {
        Dataset<Row> rows = threeGroups();
        FeatureSpace space = FeatureSpace.of(rows, List.of("x", "y"));
        ClusterModel model = new ClusterModel(
                space.scales(), List.of(Component.centre(-1, -1), Component.centre(0, 0), Component.centre(1, 1)));
        Row whole = model.assign(rows).filter("key = '17'").first();
        Row alone = model.assign(rows.filter("key = '17'")).first();

        assertEquals(whole, alone);
    }

    @ParameterizedTest
    @EnumSource
    void whatTheSearchTellsApartIsAssignedAlikeWhereRowsLie(Candidate candidate) {
        SplittableRandom random = new SplittableRandom(3);
        List<DoublePoint> places = Stream.generate(() -> new DoublePoint(
                        new double[] {random.nextDouble(-3, 3), random.nextInt(2) == 0 ? 1 : random.nextDouble(-3, 3)}))
                .limit(300)
                .toList();
        FeatureScale plain = new FeatureScale("x", Transform.IDENTITY, 0, 1);
        ClusterModel model = new ClusterModel(
                List.of(plain, new FeatureScale("y", Transform.IDENTITY, 0, 1)), candidate.fit(places, 4, 7));
        List<Row> rows = IntStream.range(0, places.size())
                .mapToObj(i -> RowFactory.create(
                        i, places.get(i).getPoint()[0], places.get(i).getPoint()[1]))
                .toList();
        Dataset<Row> frame = session.createDataFrame(
                rows, new StructType().add("i", "int").add("x", "double").add("y", "double"));

        int[] assigned = model.assign(frame).orderBy("i").select(ClusterModel.CLUSTER).collectAsList().stream()
                .mapToInt(row -> row.getInt(0))
                .toArray();

        assertEquals(4, model.components().size());
        assertArrayEquals(model.clusters(places), assigned);
        assertEquals(4, IntStream.of(assigned).distinct().count());
    }

    @ParameterizedTest
    @EnumSource
    void fewerDistinctPointsThanClustersAreNoDivision(Candidate candidate) {
        List<DoublePoint> two = Stream.of(0, 0, 0, 1, 1, 1)
                .map(at -> new DoublePoint(new int[] {at, 2 * at}))
                .toList();

        assertEquals(List.of(), candidate.fit(two, 3, 7));
        assertEquals(List.of(), candidate.fit(List.of(), 2, 7));
    }

    @Test
    void aCloudWithoutGroupsHasNoDivisionThatIsThereAgain() {
        SplittableRandom random = new SplittableRandom(11);
        List<Row> rows = IntStream.range(0, 400)
                .mapToObj(i -> RowFactory.create("" + i, random.nextGaussian(), random.nextGaussian()))
                .toList();
        Dataset<Row> cloud = session.createDataFrame(
                rows, new StructType().add("key", "string").add("x", "double").add("y", "double"));

        ClusterSearch.Findings findings =
                new ClusterSearch(OPTIONS).find(cloud, "key", FeatureSpace.of(cloud, List.of("x", "y")));

        assertEquals(Optional.empty(), findings.chosen(), findings.trials()::toString);
    }

    @Test
    void theFinestDivisionThatIsNearlyAsStableAsTheMostStableOneIsChosen() {
        Trial stable = trial(2, 0.99, 0.4);
        Trial nearly = trial(4, 0.95, 0.1);
        Trial finer = trial(5, 0.93, 0.1);
        Trial splinters = trial(6, 0.99, 0.01);
        ClusterSearch search = new ClusterSearch(OPTIONS);

        assertEquals(Optional.of(nearly), search.chosen(List.of(stable, nearly, finer, splinters)));
        assertEquals(Optional.of(finer), search.chosen(List.of(nearly, finer)));
        assertEquals(Optional.empty(), search.chosen(List.of(trial(2, 0.84, 0.4), splinters)));
    }

    private static Trial trial(int k, double stability, double smallest) {
        return new Trial(Candidate.K_MEANS, k, stability, 0, smallest, new ClusterModel(List.of(), List.of()));
    }
}
