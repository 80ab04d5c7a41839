package dev.millrace.job;

import dev.millrace.quality.ContractChecker;
import dev.millrace.quality.ContractException;
import dev.millrace.settings.ConfigurationException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;

/** Builds every job on empty frames, so that what would stop a run of hours is found in seconds. Reads and writes no lake. */
public final class DryRun {

    private static final RunContext NO_RUN =
            new RunContext("dry-run", LocalDate.of(2000, 1, 1), LocalDate.of(2000, 1, 1));

    private final SparkSession session;

    public DryRun(SparkSession session) {
        this.session = session;
    }

    /** What is wrong with each job; empty when all can be built and fit the contracts of their tables. */
    public List<String> problems(JobGraph graph) {
        List<String> problems = new ArrayList<>();
        graph.jobs().forEach(job -> problems.addAll(problems(job)));
        return problems;
    }

    private List<String> problems(Job job) {
        try {
            JobOutputs outputs = job.build(new EmptyInputs(job, session.newSession()), NO_RUN);
            return outputs.outputs().stream()
                    .flatMap(output -> contractProblems(job, output).stream())
                    .toList();
        } catch (ConfigurationException e) {
            return e.problems();
        } catch (Exception e) {
            // Spark's Scala code throws it without declaring it, so that it cannot be caught by name.
            if (e instanceof AnalysisException) {
                return List.of("Job '" + job.name() + "' cannot be built: "
                        + e.getMessage().lines().findFirst().orElse(""));
            }
            throw e;
        }
    }

    private static List<String> contractProblems(Job job, Output output) {
        try {
            ContractChecker.conforming(output.table(), output.rows());
            return List.of();
        } catch (ContractException e) {
            return List.of("Job '" + job.name() + "': " + e.getMessage().replace(" Nothing was written.", ""));
        }
    }
}
