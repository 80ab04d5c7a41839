package dev.millrace.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How many rows to show. */
final class RowLimit {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    private int rows;

    @Option(
            names = "--limit",
            defaultValue = "20",
            paramLabel = "N",
            description = "Show at most this many rows (default: ${DEFAULT-VALUE}).")
    void set(int most) {
        if (most < 1) {
            throw new ParameterException(
                    command.commandLine(), "--limit " + most + " would show nothing: give a number from 1 up.");
        }
        rows = most;
    }

    int rows() {
        return rows;
    }
}
