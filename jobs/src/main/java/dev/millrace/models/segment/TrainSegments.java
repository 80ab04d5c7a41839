package dev.millrace.models.segment;

import static org.apache.spark.sql.functions.lit;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.SegmentSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerSnapshot;
import dev.millrace.tables.ops.SegmentModel;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.storage.StorageLevel;

/**
 * Divides the customers anew when it is due: at the first date, after {@code segments.retrain-every-days}, when a name no longer
 * fits its figures, and when there are enough customers where there were too few. Divisions of the past stay as they are.
 */
public final class TrainSegments implements Job {

    private final SegmentSettings settings;

    public TrainSegments(SegmentSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "train-segment_model";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(CustomerSnapshot.SPEC, Reach.SAME_DAY), new Input(SegmentModel.SPEC, Reach.RECORD));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(SegmentModel.SPEC);
    }

    @Override
    public String fingerprint() {
        return settings.toString();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> before = inputs.previous(SegmentModel.SPEC);
        Dataset<Row> snapshots = inputs.table(CustomerSnapshot.SPEC).persist(StorageLevel.MEMORY_AND_DISK());
        try {
            Dataset<Row> rows = SegmentationRows.write(before.sparkSession(), trained(snapshots, before));
            return JobOutputs.of(SegmentModel.SPEC, inputs.days().isAll() ? before.unionByName(rows) : rows);
        } finally {
            snapshots.unpersist();
        }
    }

    private List<Segmentation> trained(Dataset<Row> snapshots, Dataset<Row> before) {
        List<Segmentation> known = new ArrayList<>(SegmentationRows.read(before));
        List<Segmentation> trained = new ArrayList<>();
        SegmentTrainer trainer = new SegmentTrainer(settings);
        for (LocalDate date : SnapshotDates.of(snapshots, CustomerSnapshot.AS_OF_DATE)) {
            Dataset<Row> snapshot =
                    snapshots.filter(CustomerSnapshot.AS_OF_DATE.col().equalTo(lit(date)));
            Optional<Segmentation> inForce = Divisions.inForce(known, date);
            if (inForce.isEmpty() || isDue(inForce.get(), snapshot, date)) {
                Segmentation division = trainer.train(snapshot, date);
                known.add(division);
                trained.add(division);
            }
        }
        return trained;
    }

    private boolean isDue(Segmentation inForce, Dataset<Row> snapshot, LocalDate date) {
        if (inForce.asOf().equals(date)) {
            return false;
        }
        if (inForce.couldNotSearch() && snapshot.count() >= settings.fewestCustomers()) {
            return true;
        }
        return !date.isBefore(inForce.asOf().plusDays(settings.retrainEveryDays()))
                || !SegmentTrainer.namesHold(inForce, snapshot);
    }
}
