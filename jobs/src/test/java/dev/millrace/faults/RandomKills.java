package dev.millrace.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * SIGKILL at random moments between the start of a run and its usual end. While one lake is run again and compared, the next
 * child runs already.
 */
public final class RandomKills implements Fault {

    private final JavaCommand java;
    private final int measured;
    private final int kills;
    private final Random random;

    /** So many kills, after so many runs whose time is measured. */
    public RandomKills(JavaCommand java, int measured, int kills, long seed) {
        this.java = java;
        this.measured = measured;
        this.kills = kills;
        this.random = new Random(seed);
    }

    @Override
    public String kind() {
        return "SIGKILL at a random moment";
    }

    @Override
    public void inflict(FaultCompany company, Consumer<FaultResult> results) throws Exception {
        ExecutorService reruns = Executors.newSingleThreadExecutor();
        try (ChildQueue children = new ChildQueue(company, java)) {
            CompletableFuture<Void> before = CompletableFuture.completedFuture(null);
            // The slowest, which has a rerun beside it as those to come: a child that ended before its moment came was
            // not
            // killed, and does not count.
            double usual = 0;
            for (int i = 0; i < measured; i++) {
                Path lake = company.copyNamed("undisturbed-" + i);
                double seconds = undisturbed(company, children, lake);
                usual = Math.max(usual, seconds);
                before.get();
                before = rerun(company, "no fault", "undisturbed for %.1f s".formatted(seconds), lake, results, reruns);
            }
            for (int killed = 0, tried = 0; killed < kills; tried++) {
                Path lake = company.copyNamed("killed-" + tried);
                double after = random.nextDouble() * usual;
                boolean struck = kill(company, children, lake, after);
                before.get();
                if (struck) {
                    killed++;
                    before = rerun(company, kindIn(company), "after %.3f s".formatted(after), lake, results, reruns);
                } else {
                    company.discard(lake);
                }
            }
            before.get();
        } finally {
            reruns.shutdownNow();
        }
    }

    private String kindIn(FaultCompany company) {
        List<String> last = company.lastJobs();
        return kind() + (last.isEmpty() ? "" : ", up to " + String.join(" and ", last));
    }

    private static double undisturbed(FaultCompany company, ChildQueue children, Path lake)
            throws InterruptedException, IOException {
        ChildProcess child = children.take();
        child.order(company.order(lake));
        long start = child.awaitLease();
        int exit = child.exit();
        double seconds = (System.nanoTime() - start) / 1e9;
        children.prepareNext();
        if (exit != 0) {
            throw new IllegalStateException("A run that nobody disturbed failed: " + child.words());
        }
        return seconds;
    }

    private static boolean kill(FaultCompany company, ChildQueue children, Path lake, double after)
            throws InterruptedException, IOException {
        ChildProcess child = children.take();
        child.order(company.order(lake));
        child.awaitLease();
        boolean killed = child.killAfter(after);
        children.prepareNext();
        return killed;
    }

    private static CompletableFuture<Void> rerun(
            FaultCompany company, String kind, String name, Path lake, Consumer<FaultResult> results, Executor reruns) {
        return CompletableFuture.runAsync(
                () -> {
                    FaultResult result = company.rerun(kind, name, lake, "");
                    results.accept(result);
                    if (!result.isBad()) {
                        company.discard(lake);
                    }
                },
                reruns);
    }
}
