package dev.millrace.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.core.config.Configurator;

/**
 * Lets a run that is interrupted from the keyboard, or told to end, give back the lake before the process is gone. Spark stops
 * itself at that moment, which ends the jobs that are running; what they were writing does not count.
 */
final class Interruption {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean requested;
    private volatile boolean holdingLake;

    /** Watches over the process until {@link #over()}. */
    void watch(PrintWriter err) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(err), "interruption"));
    }

    /** Whether the process was told to end: what fails from now on is no failure, and nothing is to be told of it. */
    boolean isRequested() {
        return requested;
    }

    /** From now on there is something to give back. */
    void lakeIsHeld() {
        holdingLake = true;
    }

    /** The command ended. */
    void over() {
        ended.countDown();
    }

    private void end(PrintWriter err) {
        if (ended.getCount() == 0) {
            return;
        }
        requested = true;
        // What Spark has to say about work that is cut short is no news.
        Configurator.setAllLevels("", Level.OFF);
        err.println();
        if (holdingLake) {
            err.println("Interrupted. Each table is as it was, or complete; the same command goes on from there.");
            awaitEnd(err);
        }
    }

    private void awaitEnd(PrintWriter err) {
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                err.println("The lake was not given back in time: the next run takes it when this process is gone.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
