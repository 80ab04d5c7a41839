package dev.millrace.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Lets a command that is interrupted from the keyboard, or told to end, give back the lake before the process is gone. */
final class Interruption {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static volatile boolean requested;

    private final CountDownLatch ended = new CountDownLatch(1);

    private Interruption() {}

    /** Watches over a command until {@link #over()}. */
    static Interruption watch(Thread command, PrintWriter err) {
        Interruption interruption = new Interruption();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> interruption.end(command, err), "interruption"));
        return interruption;
    }

    /** Whether the process was told to end: what fails from now on is no failure. */
    static boolean isRequested() {
        return requested;
    }

    private void end(Thread command, PrintWriter err) {
        if (ended.getCount() == 0) {
            return;
        }
        requested = true;
        err.println();
        err.println("Interrupted. Tables are as they were or complete; the same command goes on from there.");
        command.interrupt();
        try {
            if (!ended.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                err.println("The command did not end in time; a lake that it holds is freed by the next run.");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The command ended. */
    void over() {
        ended.countDown();
    }
}
