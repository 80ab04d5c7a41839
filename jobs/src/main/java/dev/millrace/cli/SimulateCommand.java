package dev.millrace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Delivers the files of a simulated company, with what was planted in them told beside them.",
        footer = {
            "",
            "Examples:",
            "  millrace simulate shop --to /tmp/shop --days 30",
            "  millrace simulate factory --to /tmp/factory --days 120"
        },
        subcommands = {SimulateShopCommand.class, SimulateFactoryCommand.class})
final class SimulateCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to simulate.");
    }
}
