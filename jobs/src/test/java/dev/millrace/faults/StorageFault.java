package dev.millrace.faults;

import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.hadoop.fs.Path;

/**
 * What goes wrong in the stores of {@link FaultyFileSystem} of this JVM: one operation from the armed one on fails, once or
 * from then on. Unarmed, it counts.
 */
public final class StorageFault {

    private static final StorageFault NONE = new StorageFault(null, Integer.MAX_VALUE, false, "", IOException::new);

    private static StorageFault armed = NONE;

    private final StorageOperation operation;
    private final int number;
    private final boolean lasting;
    private final String within;
    private final Supplier<IOException> failure;
    private final Map<StorageOperation, Integer> seen = new EnumMap<>(StorageOperation.class);
    private boolean struck;

    private StorageFault(
            StorageOperation operation, int number, boolean lasting, String within, Supplier<IOException> failure) {
        this.operation = operation;
        this.number = number;
        this.lasting = lasting;
        this.within = within;
        this.failure = failure;
    }

    /** The operation of a number, from 1, fails; those after it work. */
    public static StorageFault once(StorageOperation operation, int number, Supplier<IOException> failure) {
        return new StorageFault(operation, number, false, "", failure);
    }

    /** The operation of a number and all of its kind after it fail. */
    public static StorageFault from(StorageOperation operation, int number, Supplier<IOException> failure) {
        return new StorageFault(operation, number, true, "", failure);
    }

    /** Nothing fails; operations are counted. */
    public static StorageFault counting() {
        return new StorageFault(null, Integer.MAX_VALUE, false, "", IOException::new);
    }

    /** Only operations on paths that hold a text count. */
    public StorageFault within(String part) {
        return new StorageFault(operation, number, lasting, part, failure);
    }

    /** Makes this what goes wrong from now on. */
    public StorageFault arm() {
        synchronized (StorageFault.class) {
            armed = this;
        }
        return this;
    }

    /** Nothing goes wrong any more. */
    public static synchronized void disarm() {
        armed = NONE;
    }

    /** How often an operation was asked for. */
    public synchronized int count(StorageOperation asked) {
        return seen.getOrDefault(asked, 0);
    }

    /** Whether it failed anything. */
    public synchronized boolean struck() {
        return struck;
    }

    /** Called by stores at each operation. */
    static void pass(StorageOperation asked, Path path) throws IOException {
        StorageFault current;
        synchronized (StorageFault.class) {
            current = armed;
        }
        current.meet(asked, path);
    }

    private synchronized void meet(StorageOperation asked, Path path) throws IOException {
        if (this == NONE || !path.toString().contains(within)) {
            return;
        }
        int count = seen.merge(asked, 1, Integer::sum);
        if (asked == operation && (lasting ? count >= number : count == number)) {
            struck = true;
            throw failure.get();
        }
    }
}
