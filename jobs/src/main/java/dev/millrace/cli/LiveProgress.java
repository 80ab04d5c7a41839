package dev.millrace.cli;

import dev.millrace.job.JobResult;
import dev.millrace.job.RunListener;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells of a run on a terminal: a line for each job that ended, and below them one that is drawn anew as the run goes on. */
final class LiveProgress implements RunListener, AutoCloseable {

    private static final String TO_LINE_START = "\r\u001b[2K";
    private static final long EVERY_MILLIS = 500;

    private final PrintWriter err;
    private final int width;
    private final Interruption interruption;
    private final Instant start = Instant.now();
    private final Set<String> running = new LinkedHashSet<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "progress");
        thread.setDaemon(true);
        return thread;
    });
    private String waitingFor = "starting Spark";
    private int jobs;
    private int ended;
    private long rows;

    private LiveProgress(PrintWriter err, int width, Interruption interruption) {
        this.interruption = interruption;
        this.err = err;
        this.width = width;
    }

    /** Begins to draw. */
    static LiveProgress on(PrintWriter err, int width, Interruption interruption) {
        LiveProgress progress = new LiveProgress(err, width, interruption);
        var unused = progress.clock.scheduleAtFixedRate(progress::draw, 0, EVERY_MILLIS, TimeUnit.MILLISECONDS);
        return progress;
    }

    @Override
    public synchronized void runStarted(String runId, int count) {
        jobs = count;
        waitingFor = "";
        println("Run " + runId + " began: " + count + " jobs.");
    }

    @Override
    public synchronized void jobStarted(String job) {
        running.add(job);
    }

    @Override
    public synchronized void jobEnded(JobResult result) {
        running.remove(result.job());
        ended++;
        rows += result.rowsWritten();
        waitingFor = ended == jobs ? "recording the run" : "";
        println(JobLine.of(result));
        draw();
    }

    private void println(String line) {
        err.print(TO_LINE_START);
        err.println(line);
    }

    private synchronized void draw() {
        if (!interruption.isRequested()) {
            err.print(TO_LINE_START + TextTable.cut(status(), width - 1));
            err.flush();
        }
    }

    /** What the live line says. */
    synchronized String status() {
        long seconds = Duration.between(start, Instant.now()).toSeconds();
        if (jobs == 0) {
            return String.format(Locale.ROOT, "%d:%02d  %s", seconds / 60, seconds % 60, waitingFor);
        }
        String now = running.isEmpty() ? waitingFor : String.join(", ", running);
        return String.format(
                Locale.ROOT,
                "%d:%02d  %d of %d jobs  %,d rows  %s",
                seconds / 60,
                seconds % 60,
                ended,
                jobs,
                rows,
                now);
    }

    @Override
    public void close() {
        clock.shutdownNow();
        synchronized (this) {
            err.print(TO_LINE_START);
            err.flush();
        }
    }
}
