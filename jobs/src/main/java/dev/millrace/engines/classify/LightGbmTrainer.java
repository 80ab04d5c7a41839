package dev.millrace.engines.classify;

import com.microsoft.azure.synapse.ml.lightgbm.LightGBMClassificationModel;
import com.microsoft.azure.synapse.ml.lightgbm.LightGBMClassifier;
import java.util.Locale;
import org.apache.spark.ml.Estimator;

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
        String text = fit(rows).getNativeModel();
        return new TreeScorer(LightGbmText.trees(text, rows.encoding().treeColumns()), 1, 0, false);
    }

    /** The library's own model. */
    LightGBMClassificationModel fit(EncodedRows rows) {
        return estimator(rows).fit(rows.treeFrame());
    }

    /** Typed as an estimator: the classifier's own type overloads fit in a way that Java cannot choose from. */
    private Estimator<LightGBMClassificationModel> estimator(EncodedRows rows) {
        LightGBMClassifier classifier = new LightGBMClassifier();
        classifier.setObjective("binary");
        classifier.setNumIterations(rounds);
        classifier.setNumLeaves(leaves);
        classifier.setLearningRate(rate);
        classifier.setMinDataInLeaf(Math.max(5, Math.min(30, rows.size() / 50)));
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
