package dev.millrace.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.security.AccessControlException;

/** A store of which an operation fails in the middle of a run: of each kind some, chosen at random among all of a run. */
public final class FailingStorage implements Fault {

    private final String kind;
    private final StorageOperation operation;
    private final boolean lasting;
    private final int times;
    private final long seed;
    private final Supplier<IOException> failure;

    private FailingStorage(
            String kind,
            StorageOperation operation,
            boolean lasting,
            int times,
            long seed,
            Supplier<IOException> failure) {
        this.kind = kind;
        this.operation = operation;
        this.lasting = lasting;
        this.times = times;
        this.seed = seed;
        this.failure = failure;
    }

    /** All ways in which a store may fail, each so many times. */
    public static List<Fault> all(int times, long seed) {
        return List.of(
                new FailingStorage(
                        "Delta commit refused half-way",
                        StorageOperation.COMMIT,
                        false,
                        times,
                        seed,
                        () -> new IOException("the link was refused")),
                new FailingStorage(
                        "Delta commit whose answer is lost",
                        StorageOperation.COMMITTED,
                        false,
                        times,
                        seed,
                        () -> new IOException("the connection was reset")),
                new FailingStorage(
                        "disk full from a write on",
                        StorageOperation.WRITE,
                        true,
                        times,
                        seed,
                        () -> new IOException("No space left on device")),
                new FailingStorage(
                        "permission lost from a file on",
                        StorageOperation.CREATE,
                        true,
                        times,
                        seed,
                        () -> new AccessControlException("Permission denied")),
                new FailingStorage(
                        "write fails once",
                        StorageOperation.CLOSE,
                        false,
                        times,
                        seed,
                        () -> new IOException("Input/output error")),
                new FailingStorage(
                        "read fails once",
                        StorageOperation.READ,
                        false,
                        times,
                        seed,
                        () -> new IOException("Input/output error")),
                new FailingStorage(
                        "rename fails once",
                        StorageOperation.RENAME,
                        false,
                        times,
                        seed,
                        () -> new IOException("Input/output error")),
                new FailingStorage(
                        "delete fails once",
                        StorageOperation.DELETE,
                        false,
                        times,
                        seed,
                        () -> new IOException("Input/output error")),
                new FailingStorage(
                        "listing fails once",
                        StorageOperation.LIST,
                        false,
                        times,
                        seed,
                        () -> new IOException("Input/output error")));
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public void inflict(FaultCompany company, Consumer<FaultResult> results) {
        FaultyFileSystem.install(company.session());
        int operations = count(company);
        for (int number : numbers(operations)) {
            Path lake = company.copyNamed("failing");
            String address = FaultyFileSystem.address(lake);
            String name = operation + " " + number + " of " + operations;
            String note = runAndFail(company, address, number);
            FaultResult result = company.rerun(kind, name, lake, address, note);
            results.accept(result);
            if (result.isBad()) {
                company.keep(lake, kind + " " + number);
            } else {
                company.discard(lake);
            }
        }
    }

    private int count(FaultCompany company) {
        Path lake = company.copyNamed("counting");
        StorageFault counting = StorageFault.counting().arm();
        try {
            company.runWell(FaultyFileSystem.address(lake));
        } finally {
            StorageFault.disarm();
        }
        company.discard(lake);
        return counting.count(operation);
    }

    private List<Integer> numbers(int operations) {
        Random random = new Random(seed);
        if (operations <= times) {
            return java.util.stream.IntStream.rangeClosed(1, operations).boxed().toList();
        }
        List<Integer> numbers = new ArrayList<>();
        for (int i = 0; i < times; i++) {
            int from = (int) ((long) operations * i / times);
            int to = (int) ((long) operations * (i + 1) / times);
            numbers.add(1 + from + random.nextInt(Math.max(1, to - from)));
        }
        return numbers;
    }

    private String runAndFail(FaultCompany company, String address, int number) {
        StorageFault fault =
                lasting ? StorageFault.from(operation, number, failure) : StorageFault.once(operation, number, failure);
        fault.arm();
        try {
            boolean failed = company.run(address, Map.of()).failure().isPresent();
            return (fault.struck() ? "struck" : "did not strike") + (failed ? ", jobs failed." : ", no job failed.");
        } catch (RuntimeException e) {
            return "struck, the run ended with " + e.getClass().getSimpleName() + ".";
        } finally {
            StorageFault.disarm();
        }
    }
}
