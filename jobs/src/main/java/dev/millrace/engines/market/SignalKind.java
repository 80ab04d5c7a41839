package dev.millrace.engines.market;

import java.util.Locale;

/** What can be seen in a market. */
public enum SignalKind {
    /** The trend changed its direction or its level. */
    TURNING_POINT,
    /** A day of late lies far from what the series' past leads one to expect. */
    ANOMALY,
    /** The newest weeks are above what the weeks before and the market's own change lead one to expect. */
    GROWTH,
    /** They are below it. */
    DECLINE,
    /** The series was not there before the newest weeks. */
    EMERGING;

    /** Its name in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
