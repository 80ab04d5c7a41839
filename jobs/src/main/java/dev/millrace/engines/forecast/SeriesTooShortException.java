package dev.millrace.engines.forecast;

/** A series has too few values for a method. */
public final class SeriesTooShortException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Says that a method needs so many values and got fewer. */
    public SeriesTooShortException(String method, int needed, int given) {
        super(method + " needs " + needed + " values, the series has " + given);
    }
}
