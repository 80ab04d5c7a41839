package dev.millrace.ingest;

import static org.apache.spark.sql.functions.col;

import dev.millrace.job.Delivery;
import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Rejected;
import dev.millrace.job.RunContext;
import dev.millrace.job.Warning;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/**
 * Takes in what one source delivered: each row becomes a row of bronze as it stands, or a rejected row with the rule
 * that it broke. Files of the same columns are read as one.
 */
public final class IngestSource implements Job {

    private final SourceSpec source;
    private final TableSpec bronze;

    public IngestSource(SourceSpec source) {
        this.source = source;
        this.bronze = DeliveredRow.of(source);
    }

    @Override
    public String name() {
        return "ingest-" + source.name();
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(source, Reach.DELIVERED));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(bronze);
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        List<ParsedRows> parsed = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        List<String> files = new ArrayList<>();
        for (Delivery delivery : inputs.deliveries(source)) {
            DeliveryHeader header = new DeliveryHeader(source, delivery.header());
            warnings.addAll(header.warnings(delivery.rows(), delivery.files().size()));
            parsed.add(ParsedRows.of(source, header, delivery));
            files.addAll(delivery.files());
        }
        Dataset<Row> rows = union(parsed.stream().map(ParsedRows::rows).toList());
        Dataset<Row> rejected = union(parsed.stream().map(ParsedRows::rejected).toList());
        return JobOutputs.of(bronze, rows)
                .rejecting(new Rejected(rejected, Optional.empty(), ofFiles(files)))
                .warning(warnings);
    }

    private static Column ofFiles(List<String> files) {
        return files.isEmpty() ? functions.lit(false) : col("file").isin(files.toArray());
    }

    private static Dataset<Row> union(List<Dataset<Row>> frames) {
        return frames.stream()
                .reduce(Dataset::unionByName)
                .orElseThrow(() -> new IllegalStateException("There is no delivery to take in."));
    }
}
