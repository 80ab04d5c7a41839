package dev.millrace.features;

import dev.millrace.job.Input;
import dev.millrace.job.JobInputs;
import dev.millrace.settings.SnapshotSettings;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.CustomerWebDay;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** Counts the web sessions of customers, each from when it was over and known. */
public final class WebContext implements SnapshotContext {

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(CustomerWebDay.SPEC, Reach.BEFORE));
    }

    @Override
    public Dataset<Row> facts(JobInputs inputs, SnapshotSettings settings) {
        return inputs.table(CustomerWebDay.SPEC)
                .select(
                        CustomerWebDay.CUSTOMER_ID.col(),
                        CustomerWebDay.SESSION_DATE.col().alias(SnapshotSweep.HAPPENED),
                        CustomerWebDay.KNOWN_DATE.col().alias(SnapshotSweep.KNOWN),
                        CustomerWebDay.SESSIONS.col(),
                        CustomerWebDay.CARTS_LEFT.col());
    }
}
