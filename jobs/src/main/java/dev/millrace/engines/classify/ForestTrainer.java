package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.classification.DecisionTreeClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassificationModel;
import org.apache.spark.ml.classification.RandomForestClassifier;
import org.apache.spark.ml.tree.Node;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A random forest (MLlib).
 *
 * @param trees how many
 * @param depth how deep each may grow
 * @param leaf least rows of a leaf
 */
record ForestTrainer(int trees, int depth, int leaf) implements Trainer {

    @Override
    public String kind() {
        return "random-forest";
    }

    @Override
    public String hyperparameters() {
        return "trees=" + trees + " depth=" + depth + " leaf=" + leaf;
    }

    @Override
    public Scorer train(EncodedRows rows) {
        Dataset<Row> frame = rows.treeFrame();
        RandomForestClassificationModel model = new RandomForestClassifier()
                .setNumTrees(trees)
                .setMaxDepth(depth)
                .setMinInstancesPerNode(leaf)
                .setFeatureSubsetStrategy("sqrt")
                .setMaxBins(64)
                .setSeed(rows.seed())
                .fit(frame);
        int[] columns = rows.encoding().treeColumns();
        List<Tree> plain = new ArrayList<>();
        for (DecisionTreeClassificationModel tree : model.trees()) {
            plain.add(MllibTrees.plain(tree.rootNode(), columns, ForestTrainer::share));
        }
        return new TreeScorer(plain, 1.0 / plain.size(), 0, true);
    }

    private static double share(Node node) {
        double zeros = node.impurityStats().stats()[0];
        double ones = node.impurityStats().stats()[1];
        return ones / (zeros + ones);
    }
}
