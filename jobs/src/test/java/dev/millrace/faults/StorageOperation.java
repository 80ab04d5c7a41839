package dev.millrace.faults;

/** What a store is asked for, as far as it can be made to fail. */
public enum StorageOperation {
    /** A file is begun. */
    CREATE,
    /** Bytes are written. */
    WRITE,
    /** A file is finished. */
    CLOSE,
    /** A file is opened for reading. */
    OPEN,
    /** Bytes are read. */
    READ,
    /** A file gets another name. */
    RENAME,
    /** A file is deleted. */
    DELETE,
    /** A folder is listed. */
    LIST,
    /** A commit is about to get its name in a Delta log. */
    COMMIT,
    /** A commit has got its name; the answer is on its way. */
    COMMITTED
}
