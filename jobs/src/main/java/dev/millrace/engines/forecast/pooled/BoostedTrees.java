package dev.millrace.engines.forecast.pooled;

import com.microsoft.azure.synapse.ml.lightgbm.LightGBMRegressionModel;
import com.microsoft.azure.synapse.ml.lightgbm.LightGBMRegressor;
import dev.millrace.engines.classify.LightGbmText;
import dev.millrace.engines.classify.Tree;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.ml.Estimator;
import org.apache.spark.ml.linalg.Vector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Gradient-boosted regression trees (LightGBM; Ke et al., 2017), reduced to plain numbers, so that forecasts need no native code.
 *
 * @param trees the trees, whose values add up
 */
record BoostedTrees(List<Tree> trees) {

    private static final int FEWEST_IN_LEAF = 50;

    BoostedTrees {
        trees = List.copyOf(trees);
    }

    static BoostedTrees fit(SparkSession session, TrainingRows rows, List<PanelSeries> panel) {
        Dataset<Row> frame = rows.frame(session, panel).localCheckpoint();
        String text = estimator(rows.boosting()).fit(frame).getNativeModel();
        int width = ((Vector) frame.first().getAs(TrainingRows.FEATURES)).size();
        return new BoostedTrees(
                LightGbmText.trees(text, IntStream.range(0, width).toArray()));
    }

    /** Typed as an estimator: the regressor's own type overloads fit in a way that Java cannot choose from. */
    private static Estimator<LightGBMRegressionModel> estimator(BoostingPlan plan) {
        LightGBMRegressor regressor = new LightGBMRegressor();
        regressor.setLabelCol(TrainingRows.LABEL);
        regressor.setWeightCol(TrainingRows.WEIGHT);
        regressor.setFeaturesCol(TrainingRows.FEATURES);
        regressor.setObjective(plan.objective().library());
        regressor.setNumIterations(plan.rounds());
        regressor.setNumLeaves(plan.leaves());
        regressor.setLearningRate(plan.rate());
        regressor.setMinDataInLeaf(FEWEST_IN_LEAF);
        regressor.setFeatureFraction(0.5);
        regressor.setBaggingFraction(0.8);
        regressor.setBaggingFreq(1);
        regressor.setLambdaL2(5);
        regressor.setNumTasks(1);
        regressor.setSeed((int) plan.seed());
        regressor.setDeterministic(true);
        regressor.setVerbosity(-1);
        return regressor;
    }

    double sum(double... row) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return sum;
    }
}
