package dev.millrace.engines.classify;

import com.microsoft.azure.synapse.ml.lightgbm.LightGBMClassificationModel;
import com.microsoft.azure.synapse.ml.lightgbm.LightGBMClassifier;
import java.util.Locale;
import org.apache.spark.ml.Estimator;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Gradient-boosted trees grown leaf by leaf (LightGBM; Ke et al., 2017).
 *
 * @param rounds how many trees
 * @param leaves leaves of each
 * @param rate how much of each is added
 */
record LightGbmTrainer(int rounds, int leaves, double rate) implements Trainer {

    @Override
    public String kind() {
        return "lightgbm";
    }

    @Override
    public String hyperparameters() {
        return String.format(Locale.ROOT, "rounds=%d leaves=%d rate=%s", rounds, leaves, rate);
    }

    @Override
    public Scorer train(EncodedRows rows) {
        Dataset<Row> frame = rows.treeFrame().persist();
        try {
            LightGBMClassificationModel model = estimator(rows).fit(frame);
            return new TreeScorer(
                    LightGbmText.trees(model.getNativeModel(), rows.encoding().treeColumns()), 1, 0, false);
        } finally {
            frame.unpersist();
        }
    }

    /** Typed as an estimator: the classifier's own type overloads fit in a way that Java cannot choose from. */
    private Estimator<LightGBMClassificationModel> estimator(EncodedRows rows) {
        LightGBMClassifier classifier = new LightGBMClassifier();
        classifier.setObjective("binary");
        classifier.setNumIterations(rounds);
        classifier.setNumLeaves(leaves);
        classifier.setLearningRate(rate);
        classifier.setMinDataInLeaf(Math.max(5, Math.min(30, rows.labels().length / 50)));
        classifier.setFeatureFraction(0.5);
        classifier.setBaggingFraction(0.8);
        classifier.setBaggingFreq(1);
        classifier.setLambdaL2(5);
        classifier.setNumTasks(1);
        classifier.setSeed((int) rows.seed());
        classifier.setDeterministic(true);
        classifier.setVerbosity(-1);
        return classifier;
    }
}
