package dev.millrace.testing;

import dev.millrace.job.Job;
import dev.millrace.job.JobGraph;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Jobs with all that they stand on, for tests that look at nothing further down. */
public final class Upstream {

    private Upstream() {}

    /** Those jobs of a graph and all before them, in order; all jobs where none is named. */
    public static List<Job> of(JobGraph graph, Collection<String> names) {
        if (names.isEmpty()) {
            return graph.jobs();
        }
        Set<String> wanted = new LinkedHashSet<>();
        Deque<Job> open = new ArrayDeque<>(graph.select(names));
        while (!open.isEmpty()) {
            Job job = open.pop();
            if (wanted.add(job.name())) {
                open.addAll(graph.upstream(job));
            }
        }
        return graph.select(wanted);
    }
}
