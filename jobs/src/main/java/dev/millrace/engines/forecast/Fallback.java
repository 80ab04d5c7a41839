package dev.millrace.engines.forecast;

import java.util.Locale;

/** Why a series was not forecast in the usual way. */
public enum Fallback {
    /** It was. */
    NONE,
    /** The series has a single value, which is repeated; nothing is known of errors. */
    ONE_VALUE,
    /** All values are 0, and so is the forecast. */
    ALL_ZERO,
    /** Too short for a backtest of this horizon: the mean of what there is. */
    SHORTER_THAN_HORIZON,
    /** Values below 0, such as net returns, were taken as 0, for demand cannot be negative. */
    NEGATIVE_VALUES,
    /** Nothing was told for long, and only what came after that was looked at. */
    AFTER_A_HOLE,
    /** All series together have more values than pooled methods may take: single methods alone were tried. */
    POOL_TOO_LARGE;

    /** How tables name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
