package dev.millrace.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import java.util.function.Consumer;

/** SIGKILL at random moments between the start of a run and its usual end. */
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
        try (ChildQueue children = new ChildQueue(company, java)) {
            double usual = 0;
            for (int i = 0; i < measured; i++) {
                usual += undisturbed(company, children, i, results) / measured;
            }
            // A child that ended before its moment came was not killed, and does not count.
            for (int killed = 0, tried = 0; killed < kills; tried++) {
                if (kill(company, children, tried, random.nextDouble() * usual, results)) {
                    killed++;
                }
            }
        }
    }

    private double undisturbed(FaultCompany company, ChildQueue children, int number, Consumer<FaultResult> results)
            throws InterruptedException, IOException {
        Path lake = company.copyNamed("undisturbed-" + number);
        ChildProcess child = children.take();
        child.order(company.order(lake));
        long start = child.awaitLease();
        int exit = child.exit();
        double seconds = (System.nanoTime() - start) / 1e9;
        children.prepareNext();
        if (exit != 0) {
            throw new IllegalStateException("A run that nobody disturbed failed: " + child.words());
        }
        results.accept(company.rerun("no fault", "undisturbed for %.1f s".formatted(seconds), lake, ""));
        company.discard(lake);
        return seconds;
    }

    private boolean kill(
            FaultCompany company, ChildQueue children, int number, double after, Consumer<FaultResult> results)
            throws InterruptedException, IOException {
        Path lake = company.copyNamed("killed-" + number);
        ChildProcess child = children.take();
        child.order(company.order(lake));
        child.awaitLease();
        boolean killed = child.killAfter(after);
        children.prepareNext();
        if (killed) {
            FaultResult result = company.rerun(kind(), "after %.3f s".formatted(after), lake, "");
            results.accept(result);
            if (result.isBad()) {
                return true;
            }
        }
        company.discard(lake);
        return killed;
    }
}
