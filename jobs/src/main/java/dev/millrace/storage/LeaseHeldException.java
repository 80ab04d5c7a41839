package dev.millrace.storage;

/** Another run holds the lake; trying again later may help. */
public final class LeaseHeldException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    LeaseHeldException(String message) {
        super(message);
    }
}
