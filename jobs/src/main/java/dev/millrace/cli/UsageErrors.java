package dev.millrace.cli;

import dev.millrace.settings.NearestName;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Tells what is wrong with a command line, with what was probably meant and where help is. */
final class UsageErrors implements IParameterExceptionHandler {

    @Override
    public int handleParseException(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        boolean mayBeMistyped =
                failure instanceof MissingParameterException || failure instanceof UnmatchedArgumentException;
        Optional<String> mistyped = mayBeMistyped ? mistyped(line, failure, List.of(arguments)) : Optional.empty();
        err.println("error: " + mistyped.orElse(failure.getMessage()));
        err.println("Try '" + line.getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** A mistyped option also makes the one that was meant missing, and that is what the parser speaks of. */
    private static Optional<String> mistyped(CommandLine line, ParameterException failure, List<String> arguments) {
        List<String> options = new ArrayList<>();
        for (OptionSpec option : line.getCommandSpec().options()) {
            options.addAll(List.of(option.names()));
        }
        Optional<String> option = arguments.stream()
                .filter(argument -> argument.startsWith("--"))
                .map(argument -> argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument)
                .filter(name -> !options.contains(name))
                .findFirst()
                .map(name -> "There is no option '" + name + "'. " + NearestName.hint(name, options));
        return option.or(() -> verb(line.getSubcommands(), failure));
    }

    private static Optional<String> verb(Map<String, CommandLine> verbs, ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched && !verbs.isEmpty()) {
            String word = unmatched.getUnmatched().get(0);
            String near = NearestName.of(word, verbs.keySet())
                    .map(name -> " Did you mean '" + name + "'?")
                    .orElse("");
            return Optional.of(
                    "There is no verb '" + word + "'." + near + " There is " + String.join(", ", verbs.keySet()) + ".");
        }
        return Optional.empty();
    }
}
