package dev.millrace.faults;

import dev.millrace.job.Phase;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** SIGKILL after every named phase of a run, and of a few of its jobs. */
public final class PhaseKills implements Fault {

    private static final List<Phase> OF_RUN = List.of(Phase.LEASED, Phase.JOBS_ENDED, Phase.RECORDED, Phase.PUBLISHED);
    private static final List<Phase> OF_JOB = List.of(Phase.BUILT, Phase.STAGED, Phase.QUARANTINED, Phase.COMMITTED);
    private static final List<String> JUDGING_JOBS = List.of("ingest-orders", "conform-order_line");
    private static final List<String> OTHER_JOBS = List.of("build-order_header", "publish-kpi_day");

    private final JavaCommand java;

    public PhaseKills(JavaCommand java) {
        this.java = java;
    }

    /** A phase of a job, or of the run for -. */
    private record Moment(String job, Phase phase) {}

    @Override
    public String kind() {
        return "SIGKILL after a phase";
    }

    private static List<Moment> moments() {
        List<Moment> moments = new ArrayList<>();
        OF_RUN.forEach(phase -> moments.add(new Moment("-", phase)));
        JUDGING_JOBS.forEach(job -> OF_JOB.forEach(phase -> moments.add(new Moment(job, phase))));
        OTHER_JOBS.forEach(job -> OF_JOB.stream()
                .filter(phase -> phase != Phase.QUARANTINED)
                .forEach(phase -> moments.add(new Moment(job, phase))));
        return moments;
    }

    @Override
    public void inflict(FaultCompany company, Consumer<FaultResult> results) throws Exception {
        try (ChildQueue children = new ChildQueue(company, java)) {
            for (Moment moment : moments()) {
                results.accept(kill(company, children, moment));
            }
        }
    }

    private FaultResult kill(FaultCompany company, ChildQueue children, Moment moment)
            throws InterruptedException, IOException {
        String name = moment.job() + " " + moment.phase();
        Path lake = company.copyNamed(name.replace(' ', '-'));
        ChildProcess child = children.take();
        child.order(company.order(lake).killedAt(moment.job(), moment.phase()));
        int exit = child.exit();
        children.prepareNext();
        if (exit != ChildProcess.KILLED) {
            String why = "It ended by itself with " + exit + ": " + child.words();
            return new FaultResult(kind(), name, FaultResult.Outcome.DIFFERENT, 0, 0, 0, why);
        }
        FaultResult result = company.rerun(kind(), name, lake, "");
        if (!result.isBad()) {
            company.discard(lake);
        }
        return result;
    }
}
