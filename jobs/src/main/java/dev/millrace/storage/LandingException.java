package dev.millrace.storage;

/** The landing folder is not as the configuration says. */
public final class LandingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LandingException(String message) {
        super(message);
    }
}
