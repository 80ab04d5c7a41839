package dev.millrace.engines.forecast.pooled;

/** Says that no series of a panel has values enough to learn from. */
public final class PanelTooShortException extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    PanelTooShortException(int needed) {
        super("No series is long enough to learn from: a pooled model needs " + needed
                + " values of at least one. Give more history, or a shorter cycle or horizon.");
    }
}
