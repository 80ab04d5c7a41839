package dev.millrace.engines.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.testing.SparkExtension;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

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
}
