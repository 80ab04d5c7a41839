package dev.millrace.faults;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.Phase;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.RunReport;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.storage.LeaseHeldException;
import dev.millrace.testing.KilledRun;
import dev.millrace.testing.SparkExtension;
import dev.millrace.testing.Upstream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/**
 * A run in a process of its own. It starts its session, says so, and waits for its order on standard input, so that starting
 * up goes on while its parent is still at the child before.
 */
public final class ChildRun implements RunListener {

    static final String READY = "child: ready";
    static final String LEASED = "child: leased";

    /** Exit code of a run that another one kept from its lake. */
    public static final int HELD = 4;

    private final ChildOrder order;

    private ChildRun(ChildOrder order) {
        this.order = order;
    }

    public static void main(String[] arguments) throws IOException {
        SparkSession session = SparkExtension.session();
        say(READY);
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        System.exit(line == null ? 0 : run(session, ChildOrder.parse(line)));
    }

    private static int run(SparkSession session, ChildOrder order) {
        Settings settings = SettingsLoader.load(
                order.configuration(),
                Map.of("landing", order.landing(), "lake", order.lake(), "run.lease-wait", order.leaseWait()));
        JobGraph graph = JobCatalog.graph(settings);
        RunContext run = new RunContext(
                "child-" + ProcessHandle.current().pid(), LocalDate.parse(order.from()), LocalDate.parse(order.to()));
        try {
            RunReport report = new JobRunner(session, settings, graph, new ChildRun(order))
                    .run(run, Upstream.of(graph, order.jobs()));
            report.failure().ifPresent(failure -> say(failure.toString()));
            return report.failure().isPresent() ? 1 : 0;
        } catch (LeaseHeldException e) {
            say(e.getMessage());
            return HELD;
        }
    }

    @Override
    public void phase(String reachedBy, Phase reached) {
        if (reached == Phase.LEASED) {
            say(LEASED);
        }
        if (order.isKilledAt(reachedBy, reached)) {
            KilledRun.killThisProcess();
        }
    }

    private static void say(String text) {
        System.out.println(text);
        System.out.flush();
    }
}
