package dev.millrace.docs;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.table.Asset;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Which jobs make which tables from which, as a picture and as a table for each built-in company. */
final class LineagePage {

    private static final String INTRODUCTION =
            """
            # Lineage

            What flows from where to where: delivered files on the left, what people read on the right. The job graph itself is the
            source of this page: each job declares what it reads, how far it reaches, and what it writes.

            How far a job reaches says two things: what it reads to make a day, and which days a late change makes it do again.
            Beside what is shown, every run writes the tables under `ops/`, and jobs that judge rows write `ops/quarantine`.

            """;

    private static final String CLASSES =
            """
                classDef source fill:#eeeeee,stroke:#777777,color:#222222
                classDef job fill:#ffffff,stroke:#777777,color:#222222
                classDef bronze fill:#f2dcc4,stroke:#9c6b3a,color:#222222
                classDef silver fill:#e3e8ee,stroke:#6b7a8c,color:#222222
                classDef feature fill:#dcefe0,stroke:#4d8a5b,color:#222222
                classDef score fill:#e7dff2,stroke:#76599c,color:#222222
                classDef gold fill:#fbeeb8,stroke:#a58a1c,color:#222222
            """;

    private final List<BuiltInCompany> companies;

    LineagePage(List<BuiltInCompany> companies) {
        this.companies = companies;
    }

    String text() {
        return GeneratedDocs.NOTICE
                + INTRODUCTION
                + companies.stream().map(LineagePage::section).collect(joining("\n"));
    }

    private static String section(BuiltInCompany company) {
        List<Job> jobs = company.graph().jobs();
        return "## " + company.settings().company().name() + "\n\nConfiguration: `" + company.file() + "`\n\n"
                + "```mermaid\n" + picture(jobs) + "```\n\n" + table(jobs);
    }

    private static String picture(Collection<Job> jobs) {
        StringBuilder picture = new StringBuilder("flowchart LR\n");
        assets(jobs).forEach(asset -> picture.append(indented(node(asset))));
        jobs.forEach(job -> picture.append(indented(nodeId(job) + "[\"" + job.name() + "\"]:::job")));
        for (Job job : jobs) {
            for (Input input : inputs(job)) {
                if (!input.reach().isPrevious()) {
                    picture.append(indented(nodeId(input.asset()) + " --> " + nodeId(job)));
                }
            }
            for (Asset output : outputs(job)) {
                picture.append(indented(nodeId(job) + " --> " + nodeId(output)));
            }
        }
        return picture.append(CLASSES).toString();
    }

    private static Collection<Asset> assets(Collection<Job> jobs) {
        Map<String, Asset> assets = new TreeMap<>();
        for (Job job : jobs) {
            job.inputs().forEach(input -> assets.put(input.asset().id(), input.asset()));
            job.outputs().forEach(output -> assets.put(output.id(), output));
        }
        return assets.values();
    }

    private static String node(Asset asset) {
        if (asset instanceof TableSpec table) {
            return nodeId(asset) + "[(\"" + asset.id() + "\")]:::"
                    + table.layer().folder();
        }
        return nodeId(asset) + "([\"" + ((SourceSpec) asset).files() + "\"]):::source";
    }

    private static String nodeId(Asset asset) {
        return asset.id().replaceAll("[^A-Za-z0-9]", "_");
    }

    private static String nodeId(Job job) {
        return "job_" + job.name().replaceAll("[^A-Za-z0-9]", "_");
    }

    private static String indented(String line) {
        return "    " + line + "\n";
    }

    private static String table(Collection<Job> jobs) {
        MarkdownTable table = new MarkdownTable("job", "reads (how far)", "writes");
        for (Job job : jobs) {
            table.row(
                    "`" + job.name() + "`",
                    inputs(job).stream()
                            .map(input -> "`" + input.asset().id() + "` (" + input.reach() + ")")
                            .collect(joining(", ")),
                    outputs(job).stream().map(output -> "`" + output.id() + "`").collect(joining(", ")));
        }
        return table.toString();
    }

    private static List<Input> inputs(Job job) {
        return job.inputs().stream()
                .sorted(comparing((Input input) -> input.asset().id())
                        .thenComparing(input -> input.reach().toString()))
                .toList();
    }

    private static List<Asset> outputs(Job job) {
        return job.outputs().stream().sorted(comparing(Asset::id)).toList();
    }
}
