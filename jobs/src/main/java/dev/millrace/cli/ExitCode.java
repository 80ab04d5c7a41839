package dev.millrace.cli;

import dev.millrace.job.DataException;
import dev.millrace.quality.ContractException;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.simulate.LandingNotEmptyException;
import dev.millrace.storage.ForeignSchemaException;
import dev.millrace.storage.LandingException;
import dev.millrace.storage.LeaseHeldException;
import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.UnsupportedFileSystemException;

/** How the process ends, for whoever scheduled it. */
final class ExitCode {

    /** Everything asked for was done. */
    static final int DONE = 0;
    /** A defect of Millrace. */
    static final int BUG = 1;
    /** The command line, the configuration or a folder that it names cannot be used. */
    static final int USAGE = 2;
    /** The data breaks a contract or a threshold. */
    static final int DATA = 3;
    /** The machine, the store or another run stood in the way: trying again may help. */
    static final int RETRY = 4;

    /** What each code means, as help shows it. */
    static final Map<String, String> MEANINGS = meanings();

    /** What the operating system says when a disk or a right is missing; Spark passes it on as text alone. */
    private static final List<String> MACHINE_TROUBLE = List.of(
            "No space left on device",
            "Disk quota exceeded",
            "Read-only file system",
            "Permission denied",
            "Cannot allocate memory",
            "Too many open files");

    private ExitCode() {}

    private static Map<String, String> meanings() {
        Map<String, String> meanings = new LinkedHashMap<>();
        meanings.put(" " + DONE, "Done.");
        meanings.put(" " + BUG, "A defect of Millrace: please report it.");
        meanings.put(" " + USAGE, "The command line or the configuration cannot be used.");
        meanings.put(" " + DATA, "The data breaks a contract or a threshold, or the lake is damaged.");
        meanings.put(" " + RETRY, "The machine, the store or another run stood in the way: trying again may help.");
        return meanings;
    }

    /** The code for what stopped the run. */
    static int of(Throwable failure) {
        return known(failure).map(ExitCode::ofOne).orElse(BUG);
    }

    /** The code for several failures: the one that trying again, or better data, would help least. */
    static int ofAll(List<Throwable> failures) {
        return failures.stream().mapToInt(ExitCode::of).min().orElse(DONE);
    }

    /** The first failure in a chain of causes that says what happened in terms that a user can act on. */
    static Optional<Throwable> known(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (ofOne(cause) != BUG) {
                return Optional.of(cause);
            }
        }
        return Optional.empty();
    }

    private static int ofOne(Throwable cause) {
        if (cause instanceof ConfigurationException
                || cause instanceof LandingException
                || cause instanceof ForeignSchemaException
                || cause instanceof LandingNotEmptyException
                || cause instanceof UnsupportedFileSystemException) {
            return USAGE;
        }
        if (cause instanceof DataException || cause instanceof ContractException || breaksConstraint(cause)) {
            return DATA;
        }
        if (cause instanceof LeaseHeldException
                || cause instanceof IOException
                || cause instanceof SQLException
                || cause instanceof OutOfMemoryError
                || machineTrouble(cause).isPresent()) {
            return RETRY;
        }
        return BUG;
    }

    private static boolean breaksConstraint(Throwable cause) {
        return cause.getClass().getName().equals("org.apache.spark.sql.delta.schema.DeltaInvariantViolationException");
    }

    /** The line of a message in which the operating system speaks. */
    static Optional<String> machineTrouble(Throwable cause) {
        String message = cause.getMessage();
        return message == null
                ? Optional.empty()
                : message.lines()
                        .filter(line -> MACHINE_TROUBLE.stream().anyMatch(line::contains))
                        .findFirst();
    }
}
