package dev.millrace.docs;

import dev.millrace.job.Job;
import dev.millrace.table.Asset;
import dev.millrace.table.Layer;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.ops.DeliveredFile;
import dev.millrace.tables.ops.JobRun;
import dev.millrace.tables.ops.Publication;
import dev.millrace.tables.ops.QualityResult;
import dev.millrace.tables.ops.QuarantinedRow;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The data dictionary: the contract and the columns of every table, by layer. */
final class TablesPage {

    private static final String INTRODUCTION =
            """
            # Data dictionary

            Every table is a Delta table at `LAKE/<layer>/<table>`. Days and moments are UTC; money is in the company's currency.
            A row that breaks a check never gets into its table: jobs that conform delivered rows send it to `ops/quarantine`, any
            other job stops and leaves the table as it was. Personal columns tell who somebody is; they are kept out of file
            statistics.

            """;

    /** Written by the runner and not by jobs, so that no graph knows them. */
    private static final List<TableSpec> OPS =
            List.of(DeliveredFile.SPEC, JobRun.SPEC, Publication.SPEC, QualityResult.SPEC, QuarantinedRow.SPEC);

    private final List<BuiltInCompany> companies;
    private final TableUses uses;

    TablesPage(List<BuiltInCompany> companies) {
        this.companies = companies;
        this.uses = TableUses.of(companies);
    }

    String text() {
        StringBuilder page = new StringBuilder(GeneratedDocs.NOTICE).append(INTRODUCTION);
        tablesByLayer().forEach((layer, tables) -> {
            page.append("## ").append(layer.folder()).append("\n\n").append(meaning(layer));
            page.append("\n\n");
            if (layer == Layer.BRONZE) {
                page.append(new BronzeSection(companies).text());
            } else {
                tables.values().forEach(table -> page.append(new TableSection(table, uses).text()));
            }
        });
        return page.toString().stripTrailing() + "\n";
    }

    private Map<Layer, Map<String, TableSpec>> tablesByLayer() {
        Map<Layer, Map<String, TableSpec>> tables = new TreeMap<>();
        OPS.forEach(table -> add(table, tables));
        for (BuiltInCompany company : companies) {
            for (Job job : company.graph().jobs()) {
                job.outputs().forEach(output -> add(output, tables));
            }
        }
        return tables;
    }

    private static void add(Asset asset, Map<Layer, Map<String, TableSpec>> tables) {
        if (asset instanceof TableSpec table) {
            tables.computeIfAbsent(table.layer(), layer -> new TreeMap<>()).put(table.name(), table);
        }
    }

    private static String meaning(Layer layer) {
        return switch (layer) {
            case BRONZE -> "Source rows as delivered, with where they came from: one table a source, named after it.";
            case SILVER -> "Typed, deduplicated, conformed entities and facts.";
            case FEATURE -> "Model input, and the daily aggregates that carry history.";
            case SCORE -> "Model output.";
            case GOLD -> "What people and BI read.";
            case OPS -> "Runs, files, quality and rejected rows, written by the runner.";
        };
    }
}
