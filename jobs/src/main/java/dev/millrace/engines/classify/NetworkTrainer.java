package dev.millrace.engines.classify;

import org.apache.spark.ml.classification.MultilayerPerceptronClassificationModel;
import org.apache.spark.ml.classification.MultilayerPerceptronClassifier;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A multilayer perceptron with one hidden layer (MLlib). MLlib knows no penalty on weights: it is held back by few units and
 * few iterations.
 *
 * @param units hidden units
 * @param iterations steps of the optimiser
 */
record NetworkTrainer(int units, int iterations) implements Trainer {

    @Override
    public String kind() {
        return "perceptron";
    }

    @Override
    public String hyperparameters() {
        return "units=" + units + " iterations=" + iterations;
    }

    @Override
    public Scorer train(EncodedRows rows) {
        double[] means = rows.means();
        double[] deviations = rows.deviations(means);
        int inputs = means.length;
        Dataset<Row> frame = rows.standardFrame(means, deviations);
        MultilayerPerceptronClassificationModel model = new MultilayerPerceptronClassifier()
                .setLayers(new int[] {inputs, units, 2})
                .setMaxIter(iterations)
                .setBlockSize(512)
                .setSeed(rows.seed())
                .fit(frame);
        double[] weights = model.weights().toArray();
        return new NetworkScorer(
                means, deviations, layer(weights, 0, units, inputs), layer(weights, units * (inputs + 1), 2, units));
    }

    /** MLlib keeps a layer's weights column by column, and its biases after them. */
    private static double[][] layer(double[] weights, int at, int outputs, int inputs) {
        double[][] layer = new double[outputs][inputs + 1];
        for (int output = 0; output < outputs; output++) {
            for (int input = 0; input <= inputs; input++) {
                layer[output][input] = weights[at + input * outputs + output];
            }
        }
        return layer;
    }
}
