package dev.millrace.upkeep;

import dev.millrace.job.Job;
import dev.millrace.job.JobCatalog;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.table.Field;
import dev.millrace.table.Layer;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import dev.millrace.tables.ops.DeliveredFile;
import dev.millrace.tables.ops.JobRun;
import dev.millrace.tables.ops.Publication;
import dev.millrace.tables.ops.QualityResult;
import dev.millrace.tables.ops.QuarantinedRow;
import dev.millrace.tables.silver.CustomerIdentity;
import dev.millrace.tables.silver.CustomerIdentityHistory;
import dev.millrace.tables.silver.Entities;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The tables that this version can make, whatever the configuration. */
final class DeclaredTables {

    /** Written by the runner and not by jobs, so that no graph knows them. */
    static final List<TableSpec> OPS =
            List.of(DeliveredFile.SPEC, JobRun.SPEC, Publication.SPEC, QualityResult.SPEC, QuarantinedRow.SPEC);

    /** What every bronze table has; its other columns are those of its source. */
    static final List<Field> PROVENANCE =
            List.of(DeliveredRow.FILE, DeliveredRow.ORDINAL, DeliveredRow.KNOWN_DATE, DeliveredRow.EXTRA);

    /** Made only where a company sets identity keys. */
    private static final List<TableSpec> IDENTITY = List.of(CustomerIdentity.SPEC, CustomerIdentityHistory.SPEC);

    private static final List<String> BUILT_IN = List.of("demo-shop", "online-retail");

    private DeclaredTables() {}

    /** All but those of bronze, by id. */
    static Map<String, TableSpec> byId() {
        Map<String, TableSpec> tables = new HashMap<>();
        OPS.forEach(table -> tables.put(table.id(), table));
        Entities.ALL.stream()
                .flatMap(entity -> entity.tables().stream())
                .forEach(table -> tables.put(table.id(), table));
        IDENTITY.forEach(table -> tables.put(table.id(), table));
        for (String company : BUILT_IN) {
            for (Job job :
                    JobCatalog.graph(SettingsLoader.load(company, Map.of())).jobs()) {
                job.outputs().forEach(output -> {
                    if (output instanceof TableSpec table && table.layer() != Layer.BRONZE) {
                        tables.put(table.id(), table);
                    }
                });
            }
        }
        return tables;
    }
}
