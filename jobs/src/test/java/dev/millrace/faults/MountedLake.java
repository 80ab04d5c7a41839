package dev.millrace.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A lake on a file system of its own, which really is full, or really is read-only, while a run works on it. */
public final class MountedLake implements Fault {

    private static final long AMPLE = 1L << 28;
    private static final String LAKE = "lake";

    private final boolean full;
    private final List<Integer> shares;

    private MountedLake(boolean full, List<Integer> shares) {
        this.full = full;
        this.shares = List.copyOf(shares);
    }

    /** Room for so many hundredths of what the run writes. */
    public static MountedLake full(List<Integer> hundredths) {
        return new MountedLake(true, hundredths);
    }

    public static MountedLake readOnly() {
        return new MountedLake(false, List.of(0));
    }

    @Override
    public String kind() {
        return full ? "disk full (a real one)" : "lake read-only (a real mount)";
    }

    @Override
    public void inflict(FaultCompany company, Consumer<FaultResult> results) throws IOException {
        for (int share : shares) {
            results.accept(inflict(company, share));
        }
    }

    private FaultResult inflict(FaultCompany company, int share) throws IOException {
        Mount mount;
        try {
            mount = Mount.of(company.folder().resolve("mounted-" + share), AMPLE);
        } catch (IOException e) {
            return FaultResult.notPossible(kind(), "mount", e.getMessage());
        }
        try (mount) {
            String name = full ? "room for " + share + " % of the run" : "from the start";
            return inflict(company, mount, share, name);
        }
    }

    private FaultResult inflict(FaultCompany company, Mount mount, int share, String name) throws IOException {
        Path lake = company.copyNamed(mount.point().getFileName() + "/" + LAKE);
        long used = AMPLE - mount.point().toFile().getUsableSpace();
        mount.remount(full ? "size=" + (used + growth(company) * share / 100) : "ro");
        List<String> note = new ArrayList<>();
        try {
            boolean failed = company.run(lake.toString(), Map.of()).failure().isPresent();
            note.add(failed ? "Jobs failed." : "No job failed.");
        } catch (Exception e) {
            note.add("The run ended with " + e.getClass().getSimpleName() + ".");
        }
        mount.remount(full ? "size=" + AMPLE : "rw");
        FaultResult result = company.rerun(kind(), name, lake, String.join(" ", note));
        company.discard(lake);
        return result;
    }

    /** What a run adds to the lake, in whole pages as such a file system counts. */
    private static long growth(FaultCompany company) throws IOException {
        return company.pages(company.cleanLake()) - company.pages(company.prepared());
    }
}
