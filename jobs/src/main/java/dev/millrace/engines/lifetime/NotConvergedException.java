package dev.millrace.engines.lifetime;

/** A model could not be fitted: the data has no maximum of the likelihood that could be found, or says too little. */
public final class NotConvergedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    NotConvergedException(String message) {
        super(message);
    }

    NotConvergedException(String message, Throwable cause) {
        super(message, cause);
    }
}
