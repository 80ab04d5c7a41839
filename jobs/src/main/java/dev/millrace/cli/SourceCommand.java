package dev.millrace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace source}. */
@Command(
        name = "source",
        mixinStandardHelpOptions = true,
        description = "Helps to describe a source.",
        footer = {"", "Examples:", "  millrace source guess landing/orders-2024-01-30.csv > conf/my-shop.conf"},
        subcommands = SourceGuessCommand.class)
final class SourceCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do about the source: a verb is missing.");
    }
}
