package dev.millrace.models.propensity;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.sum;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.ColumnTypes;
import dev.millrace.table.Field;
import dev.millrace.table.Reach;
import dev.millrace.tables.gold.SaveList;
import dev.millrace.tables.score.Propensity;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Publishes whom to act on now: those whom the newest scores of each problem say to contact, the most profitable first. It reads
 * the dates that were newly scored, and replaces the lists of their problems.
 */
public final class PublishSaveList implements Job {

    @Override
    public String name() {
        return "publish-save_list";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(Propensity.SPEC, Reach.SAME_DAY));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(SaveList.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> scores = inputs.table(Propensity.SPEC);
        Dataset<Row> newest = scores.groupBy("problem").agg(max("as_of_date").alias("as_of_date"));
        WindowSpec best =
                Window.partitionBy("problem").orderBy(col("expected_profit").desc(), col("entity_id"));
        Column soFar = sum("expected_profit").over(best.rowsBetween(Window.unboundedPreceding(), Window.currentRow()));
        Dataset<Row> listed = scores.filter("contact")
                .join(broadcast(newest), new String[] {"problem", "as_of_date"})
                .withColumn("rank", row_number().over(best).cast("long"))
                .withColumn("profit_so_far", soFar.cast(ColumnTypes.MONEY));
        Dataset<Row> rows =
                listed.select(SaveList.SPEC.fields().stream().map(Field::col).toArray(Column[]::new));
        return new JobOutputs(
                List.of(Output.ofKeys(
                        SaveList.SPEC, rows, scores.select("problem").distinct())),
                Optional.empty(),
                List.of());
    }
}
