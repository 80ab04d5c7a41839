package dev.millrace.models.propensity;

import dev.millrace.job.Input;
import dev.millrace.job.JobInputs;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Reach;
import dev.millrace.tables.silver.Entities;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables that problems read, by id. */
final class ProblemTables {

    private final Map<String, EntitySpec> tables = new LinkedHashMap<>();

    ProblemTables(Collection<ProblemSettings> problems) {
        problems.stream()
                .flatMap(problem -> Stream.concat(Stream.of(problem.table()), problem.also().keySet().stream()))
                .map(id -> id.replace('.', '/'))
                .forEach(id -> tables.put(id, spec(id)));
    }

    private static EntitySpec spec(String id) {
        return Entities.named(id.substring(id.indexOf('/') + 1))
                .orElseThrow(() -> new IllegalStateException(id + " was not checked to be a table."));
    }

    /** Their newest state, and what is newly delivered for them, so that jobs know that there is something to do. */
    Set<Input> inputs() {
        Set<Input> inputs = new LinkedHashSet<>();
        tables.values().forEach(entity -> {
            boolean fact = entity.kind() == EntitySpec.Kind.FACT;
            inputs.add(new Input(fact ? entity.table() : entity.changes(), Reach.DELIVERED));
            inputs.add(new Input(entity.table(), Reach.LATEST));
        });
        return inputs;
    }

    Dataset<Row> rows(JobInputs inputs, String id) {
        return inputs.newest(tables.get(id.replace('.', '/')).table());
    }
}
