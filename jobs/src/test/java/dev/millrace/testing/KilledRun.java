package dev.millrace.testing;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.Phase;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** A run in a process of its own that kills itself, as {@code kill -9} does, at a phase. */
public final class KilledRun implements RunListener {

    /** The jobs at the end of what it runs. */
    public static final List<String> LAST_JOBS = List.of("conform-customer", "publish-kpi_day");

    private final String job;
    private final Phase phase;

    private KilledRun(String job, Phase phase) {
        this.job = job;
        this.phase = phase;
    }

    /** Arguments: landing, lake, day, job (or - for the run itself), phase. */
    public static void main(String[] arguments) {
        Settings settings =
                SettingsLoader.load(SmallShop.configuration(), Map.of("landing", arguments[0], "lake", arguments[1]));
        JobGraph graph = JobCatalog.graph(settings);
        LocalDate day = LocalDate.parse(arguments[2]);
        new JobRunner(
                        SparkExtension.session(),
                        settings,
                        graph,
                        new KilledRun(arguments[3].equals("-") ? null : arguments[3], Phase.valueOf(arguments[4])))
                .run(new RunContext("killed", day, day), Upstream.of(graph, LAST_JOBS));
    }

    @Override
    public void phase(String reachedBy, Phase reached) {
        if (reached == phase && java.util.Objects.equals(job, reachedBy)) {
            killThisProcess();
        }
    }

    /** Ends this process as {@code kill -9} does; never returns. */
    public static void killThisProcess() {
        try {
            new ProcessBuilder(
                            "kill", "-9", String.valueOf(ProcessHandle.current().pid()))
                    .start()
                    .waitFor();
            Thread.sleep(60_000);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
