package dev.millrace.faults;

import dev.millrace.job.RunReport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.apache.hadoop.security.AccessControlException;

/** A store of which an operation fails in the middle of a run: of each kind some, chosen at random among all of a run. */
public final class FailingStorage implements Fault {

    private static final String ANYWHERE = "";
    private static final String LANDING = "/landing/";
    private static final String BROKEN = "Input/output error";

    private static final List<Failing> WAYS = List.of(
            Failing.once("Delta commit refused half-way", StorageOperation.COMMIT, ANYWHERE, "the link was refused"),
            Failing.once("Delta commit whose answer is lost", StorageOperation.COMMITTED, ANYWHERE, "Connection reset"),
            new Failing(
                    "disk full from a write on",
                    StorageOperation.WRITE,
                    ANYWHERE,
                    true,
                    () -> new IOException("No space left on device")),
            new Failing(
                    "permission lost from a file on",
                    StorageOperation.CREATE,
                    ANYWHERE,
                    true,
                    () -> new AccessControlException("Permission denied")),
            Failing.once("write fails once", StorageOperation.CLOSE, ANYWHERE, BROKEN),
            Failing.once("read fails once", StorageOperation.READ, ANYWHERE, BROKEN),
            Failing.once("landing cut while it is read", StorageOperation.READ, LANDING, "Connection reset"),
            Failing.once("rename fails once", StorageOperation.RENAME, ANYWHERE, BROKEN),
            Failing.once("delete fails once", StorageOperation.DELETE, ANYWHERE, BROKEN),
            Failing.once("listing fails once", StorageOperation.LIST, ANYWHERE, BROKEN));

    /** What a whole run asked for, by where; counted once for all ways. */
    private final Map<String, StorageFault> counted;

    private final Failing failing;
    private final int times;
    private final long seed;

    private FailingStorage(Map<String, StorageFault> counted, Failing failing, int times, long seed) {
        this.counted = counted;
        this.failing = failing;
        this.times = times;
        this.seed = seed;
    }

    /** An operation, where it fails, whether it goes on to, and how. */
    private record Failing(
            String kind, StorageOperation operation, String within, boolean lasting, Supplier<IOException> failure) {

        private static Failing once(String kind, StorageOperation operation, String within, String words) {
            return new Failing(kind, operation, within, false, () -> new IOException(words));
        }

        private StorageFault number(int number) {
            StorageFault fault = lasting
                    ? StorageFault.from(operation, number, failure)
                    : StorageFault.once(operation, number, failure);
            return fault.within(within);
        }
    }

    /** All ways in which a store may fail, each so many times. */
    public static List<Fault> all(int times, long seed) {
        Map<String, StorageFault> counted = new HashMap<>();
        return WAYS.stream()
                .map(failing -> (Fault) new FailingStorage(counted, failing, times, seed))
                .toList();
    }

    @Override
    public String kind() {
        return failing.kind();
    }

    @Override
    public void inflict(FaultCompany company, Consumer<FaultResult> results) {
        FaultyFileSystem.install(company.session());
        int operations = counted.computeIfAbsent(failing.within(), within -> count(company, within))
                .count(failing.operation());
        for (int number : numbers(operations)) {
            Path lake = company.copyNamed("failing");
            String address = FaultyFileSystem.address(lake);
            String name = failing.operation() + " " + number + " of " + operations;
            String note = runAndFail(company, address, number);
            FaultResult result = company.rerun(kind(), name, lake, address, note);
            results.accept(result);
            if (result.isBad()) {
                company.keep(lake, kind() + " " + number);
            } else {
                company.discard(lake);
            }
        }
    }

    private static StorageFault count(FaultCompany company, String within) {
        Path lake = company.copyNamed("counting");
        StorageFault counting = StorageFault.counting().within(within).arm();
        try {
            run(company, FaultyFileSystem.address(lake));
        } finally {
            StorageFault.disarm();
        }
        company.discard(lake);
        return counting;
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
        StorageFault fault = failing.number(number).arm();
        try {
            boolean failed = run(company, address).failure().isPresent();
            return (fault.struck() ? "struck" : "did not strike") + (failed ? ", jobs failed." : ", no job failed.");
        } catch (Exception e) {
            return "struck, the run ended with " + e.getClass().getSimpleName() + ".";
        } finally {
            StorageFault.disarm();
        }
    }

    /** The landing folder may fail as the lake may. */
    private static RunReport run(FaultCompany company, String lake) {
        return company.run(lake, Map.of("landing", FaultyFileSystem.address(company.landing())));
    }
}
