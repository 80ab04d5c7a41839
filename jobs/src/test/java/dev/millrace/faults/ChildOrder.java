package dev.millrace.faults;

import dev.millrace.job.Phase;
import java.util.List;

/**
 * What a child process is to run.
 *
 * @param configuration path of the configuration
 * @param landing the landing folder
 * @param lake the lake
 * @param from first day of the window
 * @param to its last day
 * @param lastJobs the jobs at the end of what it runs, separated by commas; nothing for all
 * @param leaseWait how long to wait for another run
 * @param job whose phase kills the child; - for the run itself or none
 * @param phase the phase that kills it; - for none
 */
public record ChildOrder(
        String configuration,
        String landing,
        String lake,
        String from,
        String to,
        String lastJobs,
        String leaseWait,
        String job,
        String phase) {

    private static final String NONE = "-";

    public ChildOrder(
            String configuration, String landing, String lake, String from, String to, List<String> lastJobs) {
        this(configuration, landing, lake, from, to, String.join(",", lastJobs), "0s", NONE, NONE);
    }

    /** Kills itself when a job, or the run for -, comes to a phase. */
    public ChildOrder killedAt(String atJob, Phase atPhase) {
        return new ChildOrder(configuration, landing, lake, from, to, lastJobs, leaseWait, atJob, atPhase.name());
    }

    /** Waits for another run on the lake. */
    public ChildOrder waiting(String forOthers) {
        return new ChildOrder(configuration, landing, lake, from, to, lastJobs, forOthers, job, phase);
    }

    List<String> jobs() {
        return lastJobs.isEmpty() ? List.of() : List.of(lastJobs.split(",", -1));
    }

    boolean isKilledAt(String reachedBy, Phase reached) {
        return reached.name().equals(phase) && (reachedBy == null ? NONE : reachedBy).equals(job);
    }

    String toLine() {
        return String.join("\t", configuration, landing, lake, from, to, lastJobs, leaseWait, job, phase);
    }

    static ChildOrder parse(String line) {
        List<String> fields = List.of(line.split("\t", -1));
        return new ChildOrder(
                fields.get(0),
                fields.get(1),
                fields.get(2),
                fields.get(3),
                fields.get(4),
                fields.get(5),
                fields.get(6),
                fields.get(7),
                fields.get(8));
    }
}
