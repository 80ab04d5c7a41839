package dev.millrace.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code millrace quarantine}. */
@Command(
        name = "quarantine",
        mixinStandardHelpOptions = true,
        description = "Shows the rows that were rejected and why, and tries them again.",
        footer = {
            "",
            "Examples:",
            "  millrace quarantine list --lake /data/lake",
            "  millrace quarantine replay shop.conf"
        },
        subcommands = {QuarantineListCommand.class, QuarantineShowCommand.class, QuarantineReplayCommand.class})
final class QuarantineCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Say what to do with the quarantine: a verb is missing.");
    }
}
