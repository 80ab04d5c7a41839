package dev.millrace.engines.forecast.pooled;

import dev.millrace.engines.forecast.pooled.BoostingPlan.Objective;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.Vectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * What a pooled model learns from: what was known at origins all along the series, and what came after. Which of all rows are drawn
 * is decided by the seed; a series of high volume weighs as its volume does where values are relative. Rows are made in Java here,
 * against the habit of the house, because {@link OriginFeatures} makes those that are forecast from, step by step as forecasts come to
 * be its past: one and the same code means that a feature is never learned in one way and asked in another.
 *
 * @param plan what the model looks at
 * @param boosting how much of what is learned from
 * @param codes attributes in numbers
 * @param steps how many steps ahead are learned
 */
record TrainingRows(FeaturePlan plan, BoostingPlan boosting, AttributeCodes codes, int steps) implements Serializable {

    static final String LABEL = "label";
    static final String WEIGHT = "weight";
    static final String FEATURES = "features";

    private static final StructType SCHEMA = new StructType()
            .add(LABEL, DataTypes.DoubleType, false)
            .add(WEIGHT, DataTypes.DoubleType, false)
            .add(FEATURES, SQLDataTypes.VectorType(), false);

    /**
     * The rows in one partition, and so in one order; made by the executor, so that the driver never holds them.
     *
     * @throws PanelTooShortException where there are none
     */
    Dataset<Row> frame(SparkSession session, List<PanelSeries> panel) {
        long possible = panel.stream()
                .mapToLong(series -> (long) Math.max(0, end(series) - first(series)) * steps)
                .sum();
        if (possible == 0) {
            throw new PanelTooShortException(plan.needed() + steps + 1);
        }
        double share = Math.min(1, (double) boosting.mostRows() / possible);
        return session.createDataFrame(
                JavaSparkContext.fromSparkContext(session.sparkContext())
                        .parallelize(panel, 1)
                        .mapPartitions(all -> rows(all, share)),
                SCHEMA);
    }

    private int first(PanelSeries series) {
        return Math.max(plan.needed(), series.values().length - boosting.reach());
    }

    private int end(PanelSeries series) {
        return series.values().length - steps + 1;
    }

    private Iterator<Row> rows(Iterator<PanelSeries> panel, double share) {
        List<Row> rows = new ArrayList<>();
        SplittableRandom chance = new SplittableRandom(boosting.seed());
        while (panel.hasNext()) {
            PanelSeries series = panel.next();
            SeriesPast past = SeriesPast.of(series.values(), plan.season(), 0);
            double[] code = codes.of(series);
            for (int origin = first(series); origin < end(series); origin++) {
                addRows(rows, series, past.until(origin), code, share, chance);
            }
        }
        return rows.iterator();
    }

    private void addRows(
            List<Row> rows, PanelSeries series, SeriesPast past, double[] code, double share, SplittableRandom chance) {
        OriginFeatures origin = null;
        for (int step = 1; step <= steps; step++) {
            if (chance.nextDouble() >= share) {
                continue;
            }
            origin = origin == null ? new OriginFeatures(plan, past, series, code) : origin;
            double value = series.values()[past.length() + step - 1];
            double label = boosting.objective() == Objective.TWEEDIE
                    ? Math.max(0, value) / origin.scale()
                    : origin.scaled(value);
            double weight = plan.relative() ? origin.scale() : 1;
            rows.add(RowFactory.create(label, weight, Vectors.dense(origin.row(step))));
        }
    }
}
