package dev.millrace.engines.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.settings.ProblemSettings;
import dev.millrace.testing.SparkExtension;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.apache.spark.ml.PredictionModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What is learnt by a library says the same when it is reduced to numbers. */
@ExtendWith(SparkExtension.class)
class TrainersIT {

    private static SparkSession session;
    private static Sample sample;
    private static EncodedRows rows;

    @BeforeAll
    static void draw(SparkSession shared) {
        session = shared;
        Random random = new Random(11);
        Object[][] values = new Object[1_500][];
        double[] labels = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            double tenure = random.nextInt(72);
            String plan = List.of("month", "year", "two years").get(random.nextInt(3));
            Double charge = random.nextInt(10) == 0 ? null : 20 + 80 * random.nextDouble();
            double logOdds =
                    1.2 - 0.06 * tenure + (plan.equals("month") ? 1.2 : -0.8) + (charge == null ? 0 : charge / 90);
            values[i] = new Object[] {tenure, plan, charge};
            labels[i] = random.nextDouble() < Scorer.sigmoid(logOdds) ? 1 : 0;
        }
        sample = new Sample(
                List.of(Feature.numeric("tenure"), Feature.categorical("plan"), Feature.numeric("charge")),
                values,
                labels);
        rows = EncodedRows.of(session, Encoding.of(sample), sample, 42);
    }

    private static void assertSays(PredictionModel<Vector, ?> library, Dataset<Row> frame, Scorer scorer) {
        List<Row> said = library.transform(frame).select("probability").collectAsList();
        for (int i = 0; i < 200; i++) {
            double expected = ((Vector) said.get(i).get(0)).apply(1);
            assertEquals(expected, Scorer.sigmoid(scorer.logOdds(rows.row(i))), 1e-6, "row " + i);
        }
    }

    @Test
    void aLogisticRegressionSaysWhatMllibSays() {
        assertSays(
                new LogisticRegression()
                        .setRegParam(0.01)
                        .setElasticNetParam(0.5)
                        .setMaxIter(100)
                        .fit(rows.frame()),
                rows.frame(),
                new LogisticTrainer(0.01, 0.5).train(rows));
    }

    @Test
    void aForestSaysWhatMllibSays() {
        assertSays(
                new RandomForestClassifier()
                        .setNumTrees(10)
                        .setMaxDepth(5)
                        .setMinInstancesPerNode(5)
                        .setFeatureSubsetStrategy("sqrt")
                        .setMaxBins(64)
                        .setSeed(42)
                        .fit(rows.treeFrame()),
                rows.treeFrame(),
                new ForestTrainer(10, 5, 5).train(rows));
    }

    @Test
    void boostedTreesSayWhatMllibSays() {
        assertSays(
                new GBTClassifier()
                        .setMaxIter(8)
                        .setMaxDepth(3)
                        .setStepSize(0.1)
                        .setSubsamplingRate(0.8)
                        .setMinInstancesPerNode(20)
                        .setMaxBins(64)
                        .setSeed(42)
                        .fit(rows.treeFrame()),
                rows.treeFrame(),
                new BoostedTrainer(8, 3, 0.1).train(rows));
    }

    @Test
    void aPerceptronSaysWhatMllibSays() {
        double[] means = rows.means();
        Dataset<Row> frame = rows.standardFrame(means, rows.deviations(means));
        assertSays(
                new MultilayerPerceptronClassifier()
                        .setLayers(new int[] {means.length, 4, 2})
                        .setMaxIter(20)
                        .setBlockSize(512)
                        .setSeed(42)
                        .fit(frame),
                frame,
                new NetworkTrainer(4, 20).train(rows));
    }

    @Test
    void lightGbmSaysWhatItsNativeCodeSaysTwiceTheSame() {
        LightGbmTrainer trainer = new LightGbmTrainer(30, 6, 0.1);
        Scorer scorer = trainer.train(rows);
        assertSays(trainer.fit(rows), rows.treeFrame(), scorer);
        assertEquals(scorer.logOdds(rows.row(0)), trainer.train(rows).logOdds(rows.row(0)));
    }

    @Test
    void contributionsOfTreesAddUpToWhatTheTreesSay() {
        TreeScorer scorer = (TreeScorer) new LightGbmTrainer(30, 6, 0.1).train(rows);
        double start =
                scorer.trees().stream().mapToDouble(tree -> tree.value()[0]).sum();
        for (int i = 0; i < 50; i++) {
            double sum = 0;
            for (double part : scorer.contributions(rows.row(i), rows.means())) {
                sum += part;
            }
            assertEquals(scorer.logOdds(rows.row(i)), start + sum, 1e-9);
        }
    }

    @Test
    void aSearchFindsAModelThatRanksAndExplainsAndIsKeptAsText() {
        Split split = Split.folds(sample, 3, 1).get(0);
        SearchPlan plan = new SearchPlan(List.of("logistic", "lightgbm"), Duration.ofMinutes(5), 1);
        ModelSearch.Found found =
                new ModelSearch(session, plan).search(Split.folds(split.training(), 3, 1), split.training());
        ClassifierModel model = found.model();
        ClassifierModel kept = ClassifierModel.ofJson(model.toJson());

        assertTrue(
                model.measured(split.validation()).auc() > 0.78, found.notes().toString());
        Object[] leaver = {1.0, "month", 95.0};
        Object[] stayer = {70.0, "two years", null};
        assertTrue(model.probability(leaver) > 0.8);
        assertTrue(model.probability(stayer) < 0.1);
        assertTrue(model.reasons(2, leaver).get(0).logOdds() > 0);
        assertTrue(model.reasons(2, stayer).stream().allMatch(reason -> reason.logOdds() < 0));
        assertEquals(model.probability(leaver), kept.probability(leaver));
        assertEquals(model.reasons(3, stayer), kept.reasons(3, stayer));
    }

    @Test
    void outOfTimeASearchStillFitsOneModel() {
        SearchPlan plan = new SearchPlan(List.of("logistic", "lightgbm"), Duration.ZERO, 1);
        ModelSearch.Found found = new ModelSearch(session, plan).search(Split.folds(sample, 2, 1), sample);
        assertEquals(plan.trainers().get(0).kind(), found.model().kind());
        assertTrue(found.notes().stream().anyMatch(note -> note.startsWith("out of time")));
    }

    /** As LightGBM on a machine that its native code was not made for. */
    private record Homeless() implements Trainer {

        @Override
        public String kind() {
            return "homeless";
        }

        @Override
        public String hyperparameters() {
            return "none";
        }

        @Override
        public Scorer train(EncodedRows unused) {
            throw new IllegalStateException("wrapped", new UnsatisfiedLinkError("no lib in java.library.path"));
        }
    }

    @Test
    void whereNativeCodeDoesNotRunAnotherKindIsTaken() {
        SearchPlan plan = new SearchPlan(SearchPlan.KINDS, Duration.ofMinutes(5), 1);
        List<Trainer> trainers = List.of(new Homeless(), new LogisticTrainer(0.01, 0));
        ModelSearch.Found found = new ModelSearch(session, plan, trainers).search(Split.folds(sample, 2, 1), sample);
        assertEquals("logistic", found.model().kind());
        assertTrue(
                found.notes().get(0).contains("native code does not run"),
                found.notes().toString());
    }

    @Test
    void settingsKnowTheKindsOfModelsThatThereAre() {
        assertEquals(SearchPlan.KINDS, ProblemSettings.MODELS);
    }
}
