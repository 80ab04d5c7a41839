package dev.millrace.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;

/**
 * The right of one run to write to a lake: a file that only its holder may have made. It shows a sign of life again and
 * again; a holder that shows none for long, or whose process on this machine is gone, has lost it.
 */
public final class LakeLease implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final Duration TO_TAKE_WHAT_IS_FREE = Duration.ofSeconds(10);

    private final LeaseFile file;
    private final LeaseHolder self;
    private final ScheduledExecutorService heart;
    private final ScheduledFuture<?> heartbeat;

    private LakeLease(LeaseFile file, LeaseHolder self, Duration expiry) {
        this.file = file;
        this.self = self;
        this.heart = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "lake-lease");
            thread.setDaemon(true);
            return thread;
        });
        long beat = Math.max(1_000, expiry.toMillis() / 4);
        heartbeat = heart.scheduleAtFixedRate(this::beat, beat, beat, TimeUnit.MILLISECONDS);
    }

    /**
     * Takes the lease.
     *
     * @param lake the lake
     * @param run the run that takes it
     * @param wait how long to wait for another holder
     * @param expiry how long after its last sign of life a holder has lost it
     * @throws LeaseHeldException when another run holds it for longer than the wait
     */
    public static LakeLease take(String lake, String run, Duration wait, Duration expiry, Configuration hadoop) {
        try {
            LeaseFile file = LeaseFile.of(lake, hadoop);
            LeaseHolder self = LeaseHolder.self(run);
            Instant deadline = Instant.now().plus(wait);
            while (!file.place(self)) {
                boolean free = releaseIfDead(file, expiry);
                if (Instant.now().isAfter(free ? deadline.plus(TO_TAKE_WHAT_IS_FREE) : deadline)) {
                    throw held(lake, file);
                }
                Thread.sleep(Math.min(PATIENCE.toMillis(), 50 + wait.toMillis() / 20));
            }
            return new LakeLease(file, self, expiry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeaseHeldException("Interrupted while waiting for the lake " + lake + ".");
        }
    }

    private static LeaseHeldException held(String lake, LeaseFile file) throws IOException {
        return new LeaseHeldException("The lake " + lake + " is held by "
                + file.holder().map(LeaseHolder::toString).orElse("another run")
                + ". Two runs must not write to one lake: wait for it to end, or let this one wait with --set"
                + " run.lease-wait=10m.");
    }

    /** Whether nobody holds the lake any more. */
    private static boolean releaseIfDead(LeaseFile file, Duration expiry) throws IOException {
        Optional<LeaseHolder> judged = file.holder();
        Optional<LeaseState> state = file.state();
        if (state.isPresent() && state.get().isDead(expiry)) {
            return file.takeFrom(judged);
        }
        return state.isEmpty();
    }

    /** The lease that lies in a lake, whoever holds it; changes nothing. */
    static Optional<LeaseState> look(String lake, Configuration hadoop) throws IOException {
        return LeaseFile.of(lake, hadoop).state();
    }

    private void beat() {
        try {
            file.showLife(self);
        } catch (IOException | RuntimeException e) {
            // A missed beat is made good by the next one; a lease lost for good shows when it is given back.
            return;
        }
    }

    /** Gives the lease back, if it is still ours. */
    @Override
    public void close() {
        heartbeat.cancel(true);
        heart.shutdownNow();
        boolean interrupted = Thread.interrupted();
        try {
            file.giveBack(self);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
