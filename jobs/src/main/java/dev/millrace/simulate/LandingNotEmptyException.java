package dev.millrace.simulate;

/** The folder to deliver into already holds something, so that delivered and simulated files would mix. */
public final class LandingNotEmptyException extends IllegalStateException {

    LandingNotEmptyException(String landing) {
        super("Cannot simulate into " + landing
                + ": it is not empty, and simulated files would mix with what lies there."
                + " Choose a new folder, or remove this one first.");
    }
}
