package dev.millrace.cli;

import dev.millrace.job.SparkSessions;
import dev.millrace.settings.Settings;
import dev.millrace.upkeep.LakeUpkeep;
import dev.millrace.upkeep.TableCare;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code millrace upkeep}. */
@Command(
        name = "upkeep",
        mixinStandardHelpOptions = true,
        description = {
            "Tidies a lake: folds small files, deletes files that no version needs any more, those of killed runs too, writes"
                    + " checkpoints and shortens logs.",
            "Changes no rows of data and makes nothing stale. No run can write meanwhile. The settings 'upkeep' say how long what"
                    + " is kept."
        },
        footer = {
            "",
            "Examples:",
            "  millrace upkeep conf/online-retail.conf --dry-run",
            "  millrace upkeep shop.conf --lake /data/lake --json",
            "  millrace upkeep shop.conf --table silver/order_line",
            "  millrace upkeep shop.conf --set upkeep.vacuum-after=14d"
        })
final class UpkeepCommand implements Callable<Integer> {

    private static final double MIB = 1 << 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private ConfigurationOptions configuration;

    @Option(
            names = "--table",
            paramLabel = "TABLE",
            description = "Only this table, such as silver/order_line; may be given several times.")
    private List<String> tables = List.of();

    @Option(names = "--dry-run", description = "Tell what would be done, and do nothing.")
    private boolean dryRun;

    @Option(
            names = "--nobody-reads",
            description = "Nobody else can be reading the lake: allows upkeep.vacuum-after to be less than a day.")
    private boolean nobodyReads;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        Settings settings = configuration.load();
        var session = SparkSessions.open("millrace upkeep " + settings.company().name());
        LakeUpkeep upkeep = new LakeUpkeep(session, settings, RunId.at(Instant.now()));
        upkeep.requireSafe(nobodyReads);
        LakeUpkeep wanted = upkeep.only(tables);
        List<TableCare> cares = dryRun
                ? wanted.preview()
                : wanted.tend(Main.of(spec.commandLine()).interruption()::lakeIsHeld);
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            json(settings, cares).print(out);
        } else {
            print(cares, out);
        }
        return ExitCode.DONE;
    }

    private JsonDocument json(Settings settings, List<TableCare> cares) {
        return new JsonDocument()
                .with("lake", settings.lake())
                .with("dry_run", dryRun)
                .with(
                        "tables",
                        cares.stream()
                                .map(care -> new JsonDocument()
                                        .with("table", care.table())
                                        .with("rows_deleted", care.rowsDeleted())
                                        .with("files_before", care.filesBefore())
                                        .with("files_after", care.filesAfter())
                                        .with("files_deleted", care.filesDeleted())
                                        .with("bytes_freed", care.bytesFreed())
                                        .with("note", care.note()))
                                .toList());
    }

    private void print(List<TableCare> cares, PrintWriter out) {
        new TextTable(
                        List.of(
                                TextTable.Column.text("table"),
                                TextTable.Column.number("files before"),
                                TextTable.Column.number("after"),
                                TextTable.Column.number("deleted"),
                                TextTable.Column.number("MiB freed"),
                                TextTable.Column.number("old records"),
                                TextTable.Column.text("note")),
                        cares.stream().map(UpkeepCommand::cells).toList())
                .print(out, Terminal.width());
        out.println();
        out.println((dryRun ? "Would free " : "Freed ")
                + mib(cares.stream().mapToLong(TableCare::bytesFreed).sum())
                + " MiB" + (dryRun ? "; nothing was done." : "."));
    }

    private static List<String> cells(TableCare care) {
        return List.of(
                CellText.of(care.table()),
                String.valueOf(care.filesBefore()),
                String.valueOf(care.filesAfter()),
                String.valueOf(care.filesDeleted()),
                mib(care.bytesFreed()),
                String.valueOf(care.rowsDeleted()),
                care.note());
    }

    private static String mib(long bytes) {
        return String.format(Locale.ROOT, "%,.1f", bytes / MIB);
    }
}
