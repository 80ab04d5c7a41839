package dev.millrace.docs;

import static java.util.stream.Collectors.joining;

import dev.millrace.job.Job;
import dev.millrace.table.TableSpec;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which jobs write and read a table, in any of the built-in companies.
 *
 * @param writers the names of the jobs that write, by the table's id
 * @param readers the names of the jobs that read, by the table's id
 */
record TableUses(Map<String, Set<String>> writers, Map<String, Set<String>> readers) {

    static TableUses of(List<BuiltInCompany> companies) {
        TableUses uses = new TableUses(new TreeMap<>(), new TreeMap<>());
        companies.forEach(company -> company.graph().jobs().forEach(uses::add));
        return uses;
    }

    private void add(Job job) {
        job.outputs().forEach(output -> writers.computeIfAbsent(output.id(), id -> new TreeSet<>())
                .add(job.name()));
        job.inputs().stream().filter(input -> !input.reach().isPrevious()).forEach(input -> readers.computeIfAbsent(
                        input.asset().id(), id -> new TreeSet<>())
                .add(job.name()));
    }

    /** The jobs that write, as a page shows them. */
    String writersOf(TableSpec table) {
        return shown(writers, table, "the runner");
    }

    /** The jobs that read, as a page shows them. */
    String readersOf(TableSpec table) {
        return shown(readers, table, "no job; people and BI");
    }

    private static String shown(Map<String, Set<String>> jobs, TableSpec table, String otherwise) {
        return jobs.containsKey(table.id())
                ? jobs.get(table.id()).stream().map(name -> "`" + name + "`").collect(joining(", "))
                : otherwise;
    }
}
