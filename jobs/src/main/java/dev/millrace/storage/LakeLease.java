package dev.millrace.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The right of one run to write to a lake: a file that only its holder may have made. It shows a sign of life again and
 * again; a holder that shows none for long, or whose process on this machine is gone, has lost it.
 */
public final class LakeLease implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final FileSystem files;
    private final Path path;
    private final Holder self;
    private final ScheduledExecutorService heart;
    private final ScheduledFuture<?> heartbeat;

    /**
     * Who holds a lake.
     *
     * @param run the run
     * @param host the machine that it runs on
     * @param pid its process there
     * @param since when it took the lease, ISO
     */
    record Holder(String run, String host, long pid, String since) {

        long sinceMillis() {
            return Instant.parse(since).toEpochMilli();
        }

        boolean isGoneFrom(String thisHost) {
            return host.equals(thisHost) && ProcessHandle.of(pid).isEmpty();
        }

        @Override
        public String toString() {
            return "run " + run + " (process " + pid + " on " + host + ", since " + since + ")";
        }
    }

    private LakeLease(FileSystem files, Path path, Holder self, Duration expiry) {
        this.files = files;
        this.path = path;
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
            Path path = new Path(lake, "_lease");
            FileSystem files = path.getFileSystem(hadoop);
            Holder self = new Holder(
                    run,
                    hostName(),
                    ProcessHandle.current().pid(),
                    Instant.now().toString());
            Instant deadline = Instant.now().plus(wait);
            while (!create(files, path, self)) {
                releaseIfDead(files, path, expiry);
                if (Instant.now().isAfter(deadline) && files.exists(path)) {
                    throw new LeaseHeldException("The lake " + lake + " is held by "
                            + holder(files, path).map(Holder::toString).orElse("another run")
                            + ". Two runs must not write to one lake: wait for it to end, or let this one wait with --set"
                            + " run.lease-wait=10m.");
                }
                Thread.sleep(Math.min(PATIENCE.toMillis(), 50 + wait.toMillis() / 20));
            }
            return new LakeLease(files, path, self, expiry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeaseHeldException("Interrupted while waiting for the lake " + lake + ".");
        }
    }

    /** The lease that lies in a lake, whoever holds it; changes nothing. */
    static Optional<LeaseState> look(String lake, Configuration hadoop) throws IOException {
        Path path = new Path(lake, "_lease");
        FileSystem files = path.getFileSystem(hadoop);
        try {
            long beat = files.getFileStatus(path).getModificationTime();
            Optional<Holder> holder = readable(files, path);
            return Optional.of(new LeaseState(
                    holder.map(Holder::toString).orElse("a run whose name cannot be read"),
                    Duration.ofMillis(Math.max(0, System.currentTimeMillis() - beat)),
                    holder.map(Holder::sinceMillis).orElse(beat),
                    holder.map(known -> known.isGoneFrom(hostName())).orElse(false)));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private static Optional<Holder> readable(FileSystem files, Path path) throws IOException {
        try {
            return holder(files, path).filter(holder -> holder.host() != null && holder.since() != null);
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private static boolean create(FileSystem files, Path path, Holder self) throws IOException {
        try (OutputStream out = files.create(path, false)) {
            out.write(JSON.writeValueAsString(self).getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (FileAlreadyExistsException e) {
            return false;
        } catch (IOException e) {
            if (files.exists(path)) {
                return false;
            }
            throw e;
        }
    }

    private static void releaseIfDead(FileSystem files, Path path, Duration expiry) throws IOException {
        try {
            long silent = System.currentTimeMillis() - files.getFileStatus(path).getModificationTime();
            Optional<Holder> judged = holder(files, path);
            boolean gone = judged.map(holder -> holder.isGoneFrom(hostName())).orElse(false);
            if (silent > expiry.toMillis() || gone) {
                Path dead = new Path(path.getParent(), "_lease.dead." + UUID.randomUUID());
                if (files.rename(path, dead)) {
                    giveBackIfAnother(files, path, dead, judged);
                    files.delete(dead, false);
                }
            }
        } catch (FileNotFoundException e) {
            return;
        }
    }

    /** Between the judgement and the removal another waiting run may have taken the lease: that one lives. */
    private static void giveBackIfAnother(FileSystem files, Path path, Path removed, Optional<Holder> judged)
            throws IOException {
        if (!holder(files, removed).equals(judged)) {
            files.rename(removed, path);
        }
    }

    private static Optional<Holder> holder(FileSystem files, Path path) throws IOException {
        try (var in = files.open(path)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.isBlank() ? Optional.empty() : Optional.of(JSON.readValue(text, Holder.class));
        } catch (FileNotFoundException e) {
            return Optional.empty();
        }
    }

    private static String hostName() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (IOException e) {
            return "localhost";
        }
    }

    private void beat() {
        try {
            files.setTimes(path, System.currentTimeMillis(), -1);
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
            if (holder(files, path).filter(self::equals).isPresent()) {
                files.delete(path, false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
