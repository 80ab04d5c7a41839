package dev.millrace.cli;

import dev.millrace.settings.ConfigurationException;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Tells what stopped a command: what is wrong, one line each, and a stack trace only for a defect or on request. */
final class Failures implements IExecutionExceptionHandler {

    private static final int INTERRUPTED = 130;

    @Override
    public int handleExecutionException(Exception failure, CommandLine line, ParseResult parsed) {
        Main main = Main.of(line);
        if (main.interruption().isRequested()) {
            return INTERRUPTED;
        }
        tell(failure, "", main.isVerbose(), line.getErr());
        return ExitCode.of(failure);
    }

    /** Tells of one failure. */
    static void tell(Throwable failure, String where, boolean verbose, PrintWriter err) {
        problems(failure).forEach(problem -> problem.lines()
                .map(CellText::harmless)
                .reduce((first, next) -> first + System.lineSeparator() + next)
                .ifPresent(text -> err.println("error: " + where + text)));
        boolean defect = ExitCode.of(failure) == ExitCode.BUG;
        if (verbose || defect) {
            failure.printStackTrace(err);
        }
        if (defect) {
            err.println("This is a defect of Millrace: please report it with the lines above.");
        }
    }

    /** What is wrong, in the words of the cause that a user can act on. */
    static List<String> problems(Throwable failure) {
        Optional<Throwable> known = ExitCode.known(failure);
        if (known.isEmpty()) {
            return List.of(firstLine(failure));
        }
        Throwable cause = known.get();
        if (cause instanceof ConfigurationException configuration) {
            return configuration.problems();
        }
        if (cause instanceof OutOfMemoryError) {
            return List.of("The memory of the process is used up (" + cause.getMessage()
                    + "). Give it more (spark.driver.memory, spark.executor.memory), or run fewer jobs at a time: --set"
                    + " run.parallel-jobs=1.");
        }
        Optional<String> trouble = ExitCode.machineTrouble(cause);
        if (trouble.isPresent()) {
            return List.of(trouble.get().strip() + ". What was being written does not count; free the disk or mend the"
                    + " rights, and run the same command again.");
        }
        if (cause instanceof IOException && ExitCode.of(cause) == ExitCode.RETRY) {
            return List.of("The disk, the store or the network stood in the way: " + firstLine(cause)
                    + ". Trying again may help.");
        }
        return List.of(whole(cause));
    }

    private static String firstLine(Throwable failure) {
        return whole(failure).lines().findFirst().orElse("").strip();
    }

    private static String whole(Throwable failure) {
        return failure.getMessage() == null || failure.getMessage().isBlank()
                ? failure.getClass().getSimpleName()
                : failure.getMessage().strip();
    }
}
