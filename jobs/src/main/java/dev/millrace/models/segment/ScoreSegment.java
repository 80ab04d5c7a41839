package dev.millrace.models.segment;

import static org.apache.spark.sql.functions.col;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerSnapshot;
import dev.millrace.tables.ops.SegmentModel;
import dev.millrace.tables.score.CustomerSegment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Assigns the customers of each new as-of date by the division that stood then. Dates that were published are left alone. */
public final class ScoreSegment implements Job {

    @Override
    public String name() {
        return "score-segment";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(
                new Input(CustomerSnapshot.SPEC, Reach.SAME_DAY),
                new Input(SegmentModel.SPEC, Reach.LATEST),
                new Input(CustomerSegment.SPEC, Reach.RECORD));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(CustomerSegment.SPEC);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> snapshots = inputs.table(CustomerSnapshot.SPEC);
        Dataset<Row> before = inputs.previous(CustomerSegment.SPEC);
        Set<LocalDate> published = new HashSet<>(SnapshotDates.of(before, CustomerSegment.AS_OF_DATE));
        List<LocalDate> dates = SnapshotDates.of(snapshots, CustomerSnapshot.AS_OF_DATE).stream()
                .filter(date -> !published.contains(date))
                .toList();
        Dataset<Row> rows = inputs.days().isAll() ? before : before.limit(0);
        for (Map.Entry<Segmentation, List<LocalDate>> part : byDivision(
                        SegmentationRows.read(inputs.newest(SegmentModel.SPEC)), dates)
                .entrySet()) {
            Dataset<Row> due = snapshots.filter(DaySet.of(part.getValue()).covers(CustomerSnapshot.AS_OF_DATE.col()));
            rows = rows.unionByName(part.getKey().score(due).select(columns()));
        }
        return JobOutputs.of(CustomerSegment.SPEC, rows);
    }

    private static Map<Segmentation, List<LocalDate>> byDivision(List<Segmentation> divisions, List<LocalDate> dates) {
        Map<Segmentation, List<LocalDate>> parts = new LinkedHashMap<>();
        for (LocalDate date : dates) {
            Divisions.inForce(divisions, date)
                    .ifPresent(division -> parts.computeIfAbsent(division, key -> new ArrayList<>())
                            .add(date));
        }
        return parts;
    }

    private static Column[] columns() {
        return CustomerSegment.SPEC.fields().stream()
                .map(field -> col(field.name()).cast(field.type()).alias(field.name()))
                .toArray(Column[]::new);
    }
}
