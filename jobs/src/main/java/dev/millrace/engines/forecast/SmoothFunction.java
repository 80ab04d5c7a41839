package dev.millrace.engines.forecast;

/** A function of several variables with its derivatives, which keeps what it has just computed and so is no one's to share. */
interface SmoothFunction {

    /** Its value; positive infinity where it has none. */
    double value(double[] at);

    /** Writes its derivatives where {@link #value} was asked last. */
    void gradient(double[] into);
}
