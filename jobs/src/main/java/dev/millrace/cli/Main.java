package dev.millrace.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/**
 * The command line: {@code spark-submit millrace.jar VERB …}.
 *
 * <p>Exit codes: 0 done, 2 usage or configuration, 3 data, 4 trying again may help, 1 a bug.
 */
@Command(
        name = "millrace",
        mixinStandardHelpOptions = true,
        version = "Millrace 0.1.0",
        description = "Turns delivered files into tables that say what to do next.",
        subcommands = {RunCommand.class})
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
