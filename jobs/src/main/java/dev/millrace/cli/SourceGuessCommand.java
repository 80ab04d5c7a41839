package dev.millrace.cli;

import dev.millrace.job.SourceGuess;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace source guess}. */
@Command(
        name = "guess",
        mixinStandardHelpOptions = true,
        description = {
            "Looks at the beginning of a delivered file and prints a first configuration for it:",
            "format, separator, character set, header, columns, day of delivery. Read it over before you use it."
        },
        footer = {
            "",
            "Examples:",
            "  millrace source guess landing/orders-2024-01-30.csv > conf/my-shop.conf",
            "  millrace source guess s3a://bucket/clicks.json.gz --json"
        })
final class SourceGuessCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "Path or URI of a delivered file.")
    private String file;

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        SourceGuess guess = SourceGuess.of(file);
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            new JsonDocument()
                    .with("name", guess.name())
                    .with("settings", guess.settings())
                    .with("columns", guess.columns())
                    .with("remarks", guess.remarks())
                    .with("hocon", guess.hocon())
                    .print(out);
        } else {
            out.print(guess.hocon());
        }
        out.flush();
        return ExitCode.DONE;
    }
}
