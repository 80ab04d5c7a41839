package dev.millrace.job;

import dev.millrace.table.Asset;
import dev.millrace.table.ColumnTypes;
import dev.millrace.table.DaySet;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/** The inputs of a job as they would be if nothing had been delivered: the declared columns, and no rows. */
final class EmptyInputs implements JobInputs {

    private static final StructType LINES = new StructType()
            .add(Delivery.LINE, DataTypes.BinaryType)
            .add(Delivery.FIELDS, ColumnTypes.ATTRIBUTES)
            .add("_file", DataTypes.StringType)
            .add("_ordinal", DataTypes.LongType)
            .add("_known_date", DataTypes.DateType);

    private final Job job;
    private final SparkSession session;

    EmptyInputs(Job job, SparkSession session) {
        this.job = job;
        this.session = session;
    }

    @Override
    public DaySet days() {
        return DaySet.ALL;
    }

    @Override
    public Dataset<Row> table(TableSpec table) {
        requireDeclared(table, false);
        return empty(table.schema());
    }

    @Override
    public Dataset<Row> newest(TableSpec table) {
        requireDeclared(table, false);
        return empty(table.schema());
    }

    @Override
    public DaySet changed(TableSpec table) {
        requireDeclared(table, false);
        return DaySet.ALL;
    }

    @Override
    public Dataset<Row> previous(TableSpec table) {
        requireDeclared(table, true);
        return empty(table.schema());
    }

    @Override
    public List<Delivery> deliveries(SourceSpec source) {
        requireDeclared(source, false);
        return List.of(new Delivery(source.deliveredNames(), List.of(), empty(LINES), 0));
    }

    private Dataset<Row> empty(StructType schema) {
        return session.createDataFrame(List.of(), schema);
    }

    private void requireDeclared(Asset asset, boolean previous) {
        boolean declared = job.inputs().stream()
                .anyMatch(input ->
                        input.asset().id().equals(asset.id()) && input.reach().isPrevious() == previous);
        if (!declared) {
            throw new IllegalStateException("Job " + job.name() + " reads " + asset.id()
                    + (previous ? " as it was" : "") + ", which it does not declare among its inputs.");
        }
    }
}
