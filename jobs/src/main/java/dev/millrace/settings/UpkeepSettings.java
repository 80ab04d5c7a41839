package dev.millrace.settings;

import java.time.Duration;
import java.util.Optional;

/**
 * How a lake is kept tidy.
 *
 * @param foldFrom how many small files a table has before they are folded
 * @param smallFile size below which a file is small, bytes
 * @param foldedFile size that folded files grow to, bytes
 * @param vacuumAfter age from which files that no version needs are deleted
 * @param logKept age up to which a table's older versions can be told
 * @param keepOpsDays days that records of runs are kept; for ever when empty
 */
public record UpkeepSettings(
        int foldFrom,
        long smallFile,
        long foldedFile,
        Duration vacuumAfter,
        Duration logKept,
        Optional<Integer> keepOpsDays) {}
