package dev.millrace.cli;

import dev.millrace.job.SparkSessions;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The command line: {@code spark-submit millrace.jar VERB …}. Results go to standard output, progress and errors to standard error.
 *
 * <p>Exit codes: 0 done, 2 usage or configuration, 3 data, 4 trying again may help, 1 a bug.
 */
@Command(
        name = "millrace",
        mixinStandardHelpOptions = true,
        version = Main.VERSION,
        description = "Turns delivered files into tables that say what to do next.",
        footer = {
            "",
            "Examples:",
            "  millrace simulate shop --to /tmp/shop --days 30",
            "  millrace check conf/demo-shop.conf",
            "  millrace run conf/demo-shop.conf --landing /tmp/shop \\",
            "      --from 2024-01-01 --to 2024-01-30",
            "  millrace show gold/kpi_month",
            "",
            "'millrace VERB --help' explains a verb.",
            ""
        },
        subcommands = {
            CheckCommand.class,
            PlanCommand.class,
            RunCommand.class,
            ShowCommand.class,
            SqlCommand.class,
            RunsCommand.class,
            ModelsCommand.class,
            ExplainCommand.class,
            EvaluateCommand.class,
            QuarantineCommand.class,
            SourceCommand.class,
            DoctorCommand.class,
            UpkeepCommand.class,
            SimulateCommand.class,
            DocsCommand.class
        })
public final class Main implements Runnable {

    static final String VERSION = "Millrace 0.1.0";

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--verbose",
            scope = ScopeType.INHERIT,
            description = "Show the stack trace of an error, for reporting it.")
    private boolean verbose;

    private final Interruption interruption;

    private Main(Interruption interruption) {
        this.interruption = interruption;
    }

    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        Interruption interruption = new Interruption();
        interruption.watch(err);
        int code = ExitCode.BUG;
        try {
            code = execute(interruption, out, err, arguments);
            // Told to end, Spark stops itself.
            if (!interruption.isRequested()) {
                SparkSessions.close();
            }
        } finally {
            out.flush();
            err.flush();
            interruption.over();
        }
        System.exit(code);
    }

    /** Runs one command line; leaves the session to whoever ends the process. */
    static int execute(PrintWriter out, PrintWriter err, String... arguments) {
        return execute(new Interruption(), out, err, arguments);
    }

    private static int execute(Interruption interruption, PrintWriter out, PrintWriter err, String... arguments) {
        PrintWriter results = new PrintWriter(new HarmlessWriter(out));
        CommandLine line = new CommandLine(new Main(interruption))
                .setOut(results)
                .setErr(err)
                .registerConverter(LocalDate.class, Main::day)
                .setParameterExceptionHandler(new UsageErrors())
                .setExecutionExceptionHandler(new Failures());
        line.setUsageHelpAutoWidth(true);
        explainExitCodes(line);
        int code = line.execute(arguments);
        results.flush();
        err.flush();
        return code;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new TypeConversionException("'" + text + "' is no day: write it as 2024-01-31.");
        }
    }

    private static void explainExitCodes(CommandLine line) {
        line.getCommandSpec()
                .usageMessage()
                .exitCodeListHeading("%nExit codes:%n")
                .exitCodeList(ExitCode.MEANINGS);
        line.getSubcommands().values().forEach(Main::explainExitCodes);
    }

    /** The command line that a verb is part of. */
    static Main of(CommandLine line) {
        return (Main) line.getCommandSpec().root().userObject();
    }

    /** Whether stack traces are wanted. */
    boolean isVerbose() {
        return verbose;
    }

    /** Whether the process was told to end. */
    Interruption interruption() {
        return interruption;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do: a verb is missing.");
    }
}
