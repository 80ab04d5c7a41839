package dev.millrace.cli;

import dev.millrace.job.DataException;
import dev.millrace.quality.ContractException;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.storage.ForeignSchemaException;
import dev.millrace.storage.LandingException;
import dev.millrace.storage.LeaseHeldException;
import java.io.IOException;
import java.io.UncheckedIOException;

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

    private ExitCode() {}

    /** The code for what stopped the run. */
    static int of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConfigurationException
                    || cause instanceof LandingException
                    || cause instanceof ForeignSchemaException) {
                return USAGE;
            }
            if (cause instanceof DataException || cause instanceof ContractException || breaksConstraint(cause)) {
                return DATA;
            }
            if (cause instanceof LeaseHeldException
                    || cause instanceof IOException
                    || cause instanceof UncheckedIOException) {
                return RETRY;
            }
        }
        return BUG;
    }

    private static boolean breaksConstraint(Throwable cause) {
        return cause.getClass().getName().equals("org.apache.spark.sql.delta.schema.DeltaInvariantViolationException");
    }
}
