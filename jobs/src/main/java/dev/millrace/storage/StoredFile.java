package dev.millrace.storage;

/**
 * A file as the store has it.
 *
 * @param path relative to its table's folder
 * @param bytes its size
 * @param modified when it was last changed, epoch ms
 */
public record StoredFile(String path, long bytes, long modified) {}
