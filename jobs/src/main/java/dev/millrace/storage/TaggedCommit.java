package dev.millrace.storage;

/**
 * A version of a table and what its commit said.
 *
 * @param version the Delta version
 * @param tag what the commit said about itself
 */
public record TaggedCommit(long version, CommitTag tag) {}
