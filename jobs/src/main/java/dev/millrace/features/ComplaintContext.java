package dev.millrace.features;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.inline;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;

import dev.millrace.job.Input;
import dev.millrace.job.JobInputs;
import dev.millrace.settings.SnapshotSettings;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.silver.Complaint;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the complaints of customers; a version that a newer one took the place of counts until then. */
public final class ComplaintContext implements SnapshotContext {

    private final Optional<TableSpec> superseded;

    /**
     * Complaints of a company.
     *
     * @param superseded the table of older versions of complaints, where some source has such
     */
    public ComplaintContext(Optional<TableSpec> superseded) {
        this.superseded = superseded;
    }

    @Override
    public String name() {
        return superseded.isPresent() ? "complaints in versions" : "complaints";
    }

    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new HashSet<>();
        inputs.add(new Input(Complaint.SPEC, Reach.BEFORE));
        superseded.ifPresent(table -> inputs.add(new Input(table, Reach.BEFORE)));
        return inputs;
    }

    @Override
    public Dataset<Row> facts(JobInputs inputs, SnapshotSettings settings) {
        Column comes = struct(col(FactKnowledge.KNOWN).alias(SnapshotSweep.KNOWN), lit(1L).alias("complaints"));
        Column goes = struct(col(FactKnowledge.SUPERSEDED).alias(SnapshotSweep.KNOWN), lit(-1L).alias("complaints"));
        return new FactKnowledge(Complaint.SPEC, superseded, settings)
                .versions(inputs)
                .filter(Complaint.CUSTOMER_ID.col().isNotNull())
                .filter(Complaint.KIND.col().equalTo(Complaint.COMPLAINT))
                .select(
                        Complaint.CUSTOMER_ID.col(),
                        Complaint.COMPLAINT_DATE.col().alias(SnapshotSweep.HAPPENED),
                        inline(array(comes, goes)))
                .filter(col(SnapshotSweep.KNOWN).isNotNull());
    }
}
