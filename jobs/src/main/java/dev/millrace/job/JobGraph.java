package dev.millrace.job;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.NearestName;
import dev.millrace.table.Asset;
import dev.millrace.table.SourceSpec;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The jobs of a company in an order in which each comes after those whose tables it reads. */
public final class JobGraph {

    private final Map<String, Job> jobs = new LinkedHashMap<>();
    private final Map<String, Job> writers = new HashMap<>();
    private final Map<String, Integer> chains = new HashMap<>();

    private JobGraph() {}

    /**
     * Orders the jobs.
     *
     * @throws ConfigurationException for two jobs of one name, two writers of one table, a table that nobody writes, or a
     *     cycle; all at once
     */
    public static JobGraph of(Collection<? extends Job> jobs) {
        JobGraph graph = new JobGraph();
        List<String> problems = new ArrayList<>();
        jobs.forEach(job -> graph.register(job, problems));
        jobs.forEach(job -> graph.checkInputs(job, problems));
        if (problems.isEmpty()) {
            graph.sort(problems);
        }
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return graph;
    }

    private void register(Job job, List<String> problems) {
        if (jobs.put(job.name(), job) != null) {
            problems.add("Two jobs are called '" + job.name() + "'.");
        }
        for (Asset output : job.outputs()) {
            Job other = writers.put(output.id(), job);
            if (other != null) {
                problems.add("Both '" + other.name() + "' and '" + job.name() + "' write " + output.id()
                        + ": a table has one writer.");
            }
        }
    }

    private void checkInputs(Job job, List<String> problems) {
        for (Input input : job.inputs()) {
            String id = input.asset().id();
            if (!(input.asset() instanceof SourceSpec) && !writers.containsKey(id)) {
                problems.add("Job '" + job.name() + "' reads " + id + ", which no job writes. "
                        + NearestName.hint(id, writers.keySet()));
            } else if (input.reach().isPrevious() != (writers.get(id) == job)) {
                problems.add("Job '" + job.name() + "' reads " + id + " with reach '" + input.reach()
                        + "': a job reads its own output as PREVIOUS, and nothing else so.");
            }
        }
    }

    private void sort(List<String> problems) {
        Map<String, Job> sorted = new LinkedHashMap<>();
        List<Job> waiting = new ArrayList<>(jobs.values());
        while (!waiting.isEmpty()) {
            List<Job> ready = waiting.stream()
                    .filter(job -> sorted.keySet().containsAll(names(upstream(job))))
                    .toList();
            if (ready.isEmpty()) {
                problems.add("These jobs read each other in a circle: "
                        + waiting.stream().map(Job::name).collect(joining(", ")) + ".");
                return;
            }
            ready.forEach(job -> sorted.put(job.name(), job));
            waiting.removeAll(ready);
        }
        jobs.clear();
        jobs.putAll(sorted);
        chains.putAll(longestChains());
    }

    private static Set<String> names(Collection<Job> jobs) {
        Set<String> names = new LinkedHashSet<>();
        jobs.forEach(job -> names.add(job.name()));
        return names;
    }

    /** All jobs, each after those it depends on. */
    public List<Job> jobs() {
        return List.copyOf(jobs.values());
    }

    /** The jobs whose tables a job reads. */
    public Set<Job> upstream(Job job) {
        Set<Job> upstream = new LinkedHashSet<>();
        for (Input input : job.inputs()) {
            Job writer = writers.get(input.asset().id());
            if (writer != null && writer != job) {
                upstream.add(writer);
            }
        }
        return upstream;
    }

    /**
     * The jobs that can start, first that for which the longest chain of jobs waits (Hu, "Parallel sequencing and assembly line
     * problems", Operations Research 9, 1961).
     *
     * @param waiting jobs that have not started
     * @param open names of those that have not ended, the waiting ones among them
     */
    List<Job> ready(Collection<Job> waiting, Set<String> open) {
        return waiting.stream()
                .filter(job -> upstream(job).stream().map(Job::name).noneMatch(open::contains))
                .sorted(comparing(job -> -chains.get(job.name())))
                .toList();
    }

    /** The number of jobs in the longest chain of those that wait for a job, by its name. */
    private Map<String, Integer> longestChains() {
        Map<String, Integer> lengths = new HashMap<>();
        List<Job> backwards = new ArrayList<>(jobs.values());
        Collections.reverse(backwards);
        for (Job job : backwards) {
            int own = lengths.getOrDefault(job.name(), 0);
            lengths.put(job.name(), own);
            upstream(job).forEach(before -> lengths.merge(before.name(), own + 1, Math::max));
        }
        return lengths;
    }

    /**
     * The jobs of the given names, in order.
     *
     * @throws ConfigurationException for a name that no job has
     */
    public List<Job> select(Collection<String> names) {
        List<String> problems = names.stream()
                .filter(name -> !jobs.containsKey(name))
                .map(name -> "There is no job '" + name + "'. " + NearestName.hint(name, jobs.keySet()))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return jobs.values().stream().filter(job -> names.contains(job.name())).toList();
    }
}
