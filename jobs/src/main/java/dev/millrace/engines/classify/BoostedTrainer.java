package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.ml.classification.GBTClassificationModel;
import org.apache.spark.ml.classification.GBTClassifier;
import org.apache.spark.ml.regression.DecisionTreeRegressionModel;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Gradient-boosted trees (MLlib); for machines that LightGBM's native code does not run on.
 *
 * @param rounds how many trees
 * @param depth how deep each may grow
 * @param step how much of each is added
 */
record BoostedTrainer(int rounds, int depth, double step) implements Trainer {

    @Override
    public String kind() {
        return "boosted-trees";
    }

    @Override
    public String hyperparameters() {
        return String.format(Locale.ROOT, "rounds=%d depth=%d step=%s", rounds, depth, step);
    }

    @Override
    public Scorer train(EncodedRows rows) {
        Dataset<Row> frame = rows.treeFrame();
        GBTClassificationModel model = new GBTClassifier()
                .setMaxIter(rounds)
                .setMaxDepth(depth)
                .setStepSize(step)
                .setSubsamplingRate(0.8)
                .setMinInstancesPerNode(20)
                .setMaxBins(64)
                .setSeed(rows.seed())
                .fit(frame);
        int[] columns = rows.encoding().treeColumns();
        List<Tree> plain = new ArrayList<>();
        DecisionTreeRegressionModel[] trees = model.trees();
        double[] weights = model.treeWeights();
        for (int i = 0; i < trees.length; i++) {
            double weight = weights[i];
            plain.add(MllibTrees.plain(trees[i].rootNode(), columns, node -> weight * prediction(node)));
        }
        // MLlib's loss is on labels of -1 and 1: its margin is half the log-odds.
        return new TreeScorer(plain, 2, 0, false);
    }

    private static double prediction(Node node) {
        return node.prediction();
    }
}
