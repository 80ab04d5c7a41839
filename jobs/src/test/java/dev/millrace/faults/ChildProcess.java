package dev.millrace.faults;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A child that runs {@link ChildRun}, from its start to its end or its being killed. */
public final class ChildProcess implements AutoCloseable {

    /** Exit code of a process that SIGKILL ended. */
    public static final int KILLED = 128 + 9;

    private static final long PATIENCE_SECONDS = 1_800;

    private final Process process;
    private final CompletableFuture<Void> ready = new CompletableFuture<>();
    private final CompletableFuture<Long> leased = new CompletableFuture<>();
    private final Queue<String> words = new ConcurrentLinkedQueue<>();

    private ChildProcess(Process process) {
        this.process = process;
        Thread reader = new Thread(this::listen, "child-" + process.pid());
        reader.setDaemon(true);
        reader.start();
    }

    static ChildProcess start(JavaCommand java, Path log) throws IOException {
        return new ChildProcess(new ProcessBuilder(java.of(ChildRun.class))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals(ChildRun.READY)) {
                    ready.complete(null);
                } else if (line.equals(ChildRun.LEASED)) {
                    leased.complete(System.nanoTime());
                } else {
                    words.add(line);
                }
            }
        } catch (IOException e) {
            words.add(e.toString());
        }
        IllegalStateException ended = new IllegalStateException("The child ended early: " + words());
        ready.completeExceptionally(ended);
        leased.completeExceptionally(ended);
    }

    /** Waits until it has started. */
    public void awaitReady() {
        await(ready);
    }

    /** Waits until it has started, and lets it run. */
    public void order(ChildOrder order) {
        await(ready);
        try (Writer out = process.outputWriter(StandardCharsets.UTF_8)) {
            out.write(order.toLine() + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until its run holds the lake; the moment in nanoseconds. */
    public long awaitLease() {
        return await(leased);
    }

    /** SIGKILL after a time; whether it was still running then. */
    public boolean killAfter(double seconds) throws InterruptedException {
        if (process.waitFor((long) (seconds * 1e6), TimeUnit.MICROSECONDS)) {
            return false;
        }
        process.destroyForcibly();
        return exit() == KILLED;
    }

    /** Its exit code. */
    public int exit() throws InterruptedException {
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            throw new IllegalStateException("The child hangs; it said: " + words());
        }
        return process.exitValue();
    }

    /** What else it said. */
    public String words() {
        return String.join("\n", words);
    }

    private static <T> T await(CompletableFuture<T> future) {
        try {
            return future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Ends it, whatever it does. */
    @Override
    public void close() {
        process.destroyForcibly();
    }
}
