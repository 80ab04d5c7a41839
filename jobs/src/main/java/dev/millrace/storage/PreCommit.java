package dev.millrace.storage;

/** What must hold of staged rows before they are committed. */
@FunctionalInterface
public interface PreCommit {

    /** Nothing to check. */
    PreCommit NONE = (rows, tag) -> tag;

    /**
     * Checks the rows.
     *
     * @return the tag to commit with, completed by what the rows told
     * @throws RuntimeException to leave the table as it was
     */
    CommitTag check(StagedRows rows, CommitTag tag);
}
