package dev.millrace.storage;

import java.util.Optional;

/**
 * A commit that a table's log still has.
 *
 * @param version the version that it made
 * @param operation what it called itself, such as WRITE
 * @param writer the program that committed, as far as it said
 * @param tag what a run of Millrace said of it
 * @param changesRows whether it can have changed rows; compaction and the like cannot
 */
public record LoggedCommit(
        long version, String operation, String writer, Optional<CommitTag> tag, boolean changesRows) {}
