package dev.millrace.features;

import dev.millrace.job.Input;
import dev.millrace.job.JobInputs;
import dev.millrace.settings.SnapshotSettings;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Something that snapshots count of customers besides their orders. */
public interface SnapshotContext {

    /** Names it among the job's settings. */
    String name();

    /** What it reads. */
    Set<Input> inputs();

    /** One row for each thing to count: {@code customer_id}, {@code happened}, {@code known}, and the counts. */
    Dataset<Row> facts(JobInputs inputs, SnapshotSettings settings);
}
