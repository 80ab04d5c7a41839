package dev.millrace.engines.classify;

import java.util.Locale;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Elastic-net logistic regression on hinges (MLlib).
 *
 * @param penalty weight of the penalty
 * @param lasso share of the penalty that is on absolute values
 */
record LogisticTrainer(double penalty, double lasso) implements Trainer {

    @Override
    public String kind() {
        return "logistic";
    }

    @Override
    public String hyperparameters() {
        return String.format(Locale.ROOT, "penalty=%s lasso=%s", penalty, lasso);
    }

    @Override
    public Scorer train(EncodedRows rows) {
        Dataset<Row> frame = rows.frame();
        LogisticRegressionModel model = new LogisticRegression()
                .setRegParam(penalty)
                .setElasticNetParam(lasso)
                .setMaxIter(100)
                .setTol(1e-6)
                .fit(frame);
        return new LinearScorer(model.intercept(), model.coefficients().toArray());
    }
}
