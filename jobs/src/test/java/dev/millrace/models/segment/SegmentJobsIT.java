package dev.millrace.models.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.Job;
import dev.millrace.job.RunContext;
import dev.millrace.settings.SegmentSettings;
import dev.millrace.table.DaySet;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.feature.CustomerSnapshot;
import dev.millrace.tables.gold.SegmentFlow;
import dev.millrace.tables.gold.SegmentProfile;
import dev.millrace.tables.ops.SegmentModel;
import dev.millrace.tables.score.CustomerSegment;
import dev.millrace.testing.InMemoryInputs;
import dev.millrace.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class SegmentJobsIT {

    private static final LocalDate JANUARY = LocalDate.parse("2024-01-31");
    private static final LocalDate FEBRUARY = LocalDate.parse("2024-02-29");
    private static final RunContext RUN = new RunContext("run", JANUARY, FEBRUARY);
    private static final SegmentSettings SETTINGS = new SegmentSettings(
            List.of("order_interval_days", "lines_per_order", "discount_rate"), 2, 3, 90, 0.85, 50, 42);

    private SparkSession session;

    @BeforeEach
    void open(SparkSession shared) {
        session = shared;
    }

    /** So many customers of three manners of buying at a date. */
    private Dataset<Row> snapshot(LocalDate date, int customers) {
        return session.range(customers)
                .selectExpr(
                        "DATE'" + date + "' AS as_of_date",
                        "concat('c', id) AS customer_id",
                        "CASE WHEN id % 2 = 0 THEN 'DE' ELSE 'FR' END AS country",
                        "CASE id % 3 WHEN 0 THEN 'store' WHEN 1 THEN 'email' ELSE 'search' END AS channel",
                        "5L + 30 * (id % 3) + pmod(hash(id), 7) AS recency_days",
                        "300L + pmod(hash(id, 9), 50) AS tenure_days",
                        "30L - 10 * (id % 3) AS order_days",
                        "30L - 10 * (id % 3) AS orders",
                        "(30L - 10 * (id % 3)) * (1 + 4 * (id % 3)) + pmod(hash(id, 2), 9) AS lines",
                        "CAST((30L - 10 * (id % 3)) * (1 + 4 * (id % 3)) AS DECIMAL(18, 3)) AS units",
                        "CAST(100 + id % 3 * 500 + pmod(hash(id, 5), 90) AS DECIMAL(18, 4)) AS net_sales",
                        "CAST(20 + 60 * (id % 3) + pmod(hash(id, 4), 9) AS DECIMAL(18, 4)) AS average_order_value",
                        "CAST(0 AS DECIMAL(18, 6)) AS return_rate",
                        "CAST(IF(id % 3 = 1, 0.2, 0.01) + pmod(hash(id, 3), 10) / 1000 AS DECIMAL(18, 6)) AS discount_rate",
                        "10D + 10 * (id % 3) + pmod(hash(id, 6), 10) / 10D AS mean_gap_days");
    }

    private Dataset<Row> none(TableSpec table) {
        return session.createDataFrame(List.of(), table.schema());
    }

    private Dataset<Row> made(Job job, InMemoryInputs inputs) {
        return job.build(inputs, RUN).outputs().get(0).rows();
    }

    private Dataset<Row> models(Dataset<Row> snapshots, Dataset<Row> before) {
        return made(
                new TrainSegments(SETTINGS),
                new InMemoryInputs(DaySet.between(JANUARY, FEBRUARY))
                        .with(CustomerSnapshot.SPEC, snapshots)
                        .with(SegmentModel.SPEC, before));
    }

    private Dataset<Row> scores(Dataset<Row> snapshots, Dataset<Row> models, Dataset<Row> before) {
        return made(
                new ScoreSegment(),
                new InMemoryInputs(DaySet.between(JANUARY, FEBRUARY))
                        .with(CustomerSnapshot.SPEC, snapshots)
                        .with(SegmentModel.SPEC, models)
                        .with(CustomerSegment.SPEC, before));
    }

    @Test
    void aMonthLaterTheSameModelGivesTheSameCustomersTheSameSegments() {
        Dataset<Row> snapshots = snapshot(JANUARY, 150).union(snapshot(FEBRUARY, 180));
        Dataset<Row> models = models(snapshots, none(SegmentModel.SPEC)).cache();
        Dataset<Row> scores =
                scores(snapshots, models, none(CustomerSegment.SPEC)).cache();

        assertEquals(1, models.select("model_version").distinct().count());
        assertEquals(
                3,
                models.count(),
                models.select("segment_name", "reason").collectAsList().toString());
        assertEquals(330, scores.count());
        assertEquals(
                150,
                scores.groupBy("customer_id")
                        .agg(
                                org.apache.spark.sql.functions.expr("count(*) AS months"),
                                org.apache.spark.sql.functions.expr("count(DISTINCT segment_id) AS segments"))
                        .filter("months = 2 AND segments = 1")
                        .count());
        assertEquals(0, models(snapshots, models).count(), "the model of January is reused");
        assertEquals(0, scores(snapshots, models, scores).count(), "what was published is left alone");

        profilesAndFlowsAddUp(snapshots, scores);
    }

    private void profilesAndFlowsAddUp(Dataset<Row> snapshots, Dataset<Row> scores) {
        InMemoryInputs inputs = new InMemoryInputs(DaySet.between(JANUARY, FEBRUARY))
                .with(CustomerSnapshot.SPEC, snapshots)
                .with(CustomerSegment.SPEC, scores);
        Dataset<Row> profiles = made(new PublishSegmentProfile(), inputs);
        Dataset<Row> flows = made(new PublishSegmentFlow(), inputs);

        assertEquals(SegmentProfile.SPEC.columnNames(), List.of(profiles.columns()));
        assertEquals(
                "150|1.000000 180|1.000000",
                String.join(
                        " ",
                        profiles
                                .groupBy("as_of_date")
                                .agg(
                                        org.apache.spark.sql.functions.expr("sum(customers)"),
                                        org.apache.spark.sql.functions.expr(
                                                "CAST(round(sum(customer_share), 4) AS DECIMAL(18, 6))"))
                                .orderBy("as_of_date")
                                .collectAsList()
                                .stream()
                                .map(row -> row.get(1) + "|" + row.get(2))
                                .toList()));
        assertEquals(
                0,
                profiles.filter("marks = '' OR offer IS NULL OR reach_by IS NULL")
                        .count());
        assertEquals(
                "30",
                flows.filter("from_segment = '" + SegmentFlow.NOT_YET + "'")
                        .selectExpr("CAST(sum(customers) AS STRING)")
                        .first()
                        .getString(0));
        assertEquals(
                0,
                flows.filter("from_segment <> to_segment AND from_segment <> '" + SegmentFlow.NOT_YET + "'")
                        .count());
        assertEquals(6, flows.count());
    }

    @Test
    void aHandfulOfCustomersIsDividedByScoresAndTheRowsSayWhy() {
        Dataset<Row> snapshots = snapshot(JANUARY, 20);
        Dataset<Row> models = models(snapshots, none(SegmentModel.SPEC));
        Dataset<Row> scores = scores(snapshots, models, none(CustomerSegment.SPEC));

        assertEquals(
                20,
                scores.filter("reason LIKE '20 customers are fewer than the 50%'")
                        .count());
        assertEquals(
                20,
                scores.filter("confidence IS NULL AND rfm RLIKE '^[1-5]{3}$'").count());
        assertTrue(scores.select("segment_id").distinct().count() > 1);
    }

    @Test
    void aDivisionForLackOfCustomersStandsUntilThereAreEnough() {
        Dataset<Row> snapshots = snapshot(JANUARY, 20).union(snapshot(FEBRUARY, 150));
        Dataset<Row> models = models(snapshots, none(SegmentModel.SPEC));

        assertEquals(
                List.of("2024-01-31|0|1", "2024-02-29|3|3"),
                models
                        .groupBy("as_of_date")
                        .agg(
                                org.apache.spark.sql.functions.expr("max(segments)"),
                                org.apache.spark.sql.functions.expr("count(*)"))
                        .orderBy("as_of_date")
                        .collectAsList()
                        .stream()
                        .map(row -> row.mkString("|"))
                        .toList());
    }

    @Test
    void customersWhoAreAllAlikeAreDividedByScoresAndTheRowsSayWhy() {
        Dataset<Row> alike = snapshot(JANUARY, 80)
                .selectExpr(
                        "as_of_date",
                        "customer_id",
                        "country",
                        "channel",
                        "recency_days",
                        "tenure_days",
                        "order_days",
                        "orders",
                        "10L AS lines",
                        "CAST(10 AS DECIMAL(18, 3)) AS units",
                        "net_sales",
                        "average_order_value",
                        "return_rate",
                        "CAST(NULL AS DECIMAL(18, 6)) AS discount_rate",
                        "5D AS mean_gap_days")
                .withColumn("orders", org.apache.spark.sql.functions.lit(5L));
        Dataset<Row> models = models(alike, none(SegmentModel.SPEC));

        assertEquals(1, models.count());
        assertTrue(models.first().<String>getAs("reason").startsWith("No feature tells customers apart"));
        assertEquals(80, scores(alike, models, none(CustomerSegment.SPEC)).count());
    }

    @Test
    void withoutAnySnapshotThereIsNothing() {
        Dataset<Row> models = models(none(CustomerSnapshot.SPEC), none(SegmentModel.SPEC));

        assertEquals(0, models.count());
        assertEquals(
                0,
                scores(none(CustomerSnapshot.SPEC), models, none(CustomerSegment.SPEC))
                        .count());
    }
}
