package dev.millrace.models.propensity;

import dev.millrace.job.Input;
import dev.millrace.job.JobInputs;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.feature.CustomerSnapshot;
import dev.millrace.tables.silver.Entities;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The tables that problems read, by id. */
final class ProblemTables {

    private final Map<String, EntitySpec> entities = new LinkedHashMap<>();
    private final Map<String, TableSpec> snapshots = new LinkedHashMap<>();

    ProblemTables(Collection<ProblemSettings> problems) {
        for (ProblemSettings problem : problems) {
            if (problem.horizonDays().isPresent()) {
                snapshots.put(CustomerSnapshot.SPEC.id(), CustomerSnapshot.SPEC);
                snapshots.put(CustomerDay.SPEC.id(), CustomerDay.SPEC);
            } else {
                Stream.concat(Stream.of(problem.table()), problem.also().keySet().stream())
                        .map(id -> id.replace('.', '/'))
                        .forEach(id -> entities.put(id, entity(id)));
            }
        }
    }

    private static EntitySpec entity(String id) {
        return Entities.named(id.substring(id.indexOf('/') + 1))
                .orElseThrow(() -> new IllegalStateException(id + " was not checked to be a table."));
    }

    /** Their newest state, and what is newly delivered for them, so that jobs know that there is something to do. */
    Set<Input> inputs() {
        Set<Input> inputs = new LinkedHashSet<>();
        entities.values().forEach(entity -> {
            boolean fact = entity.kind() == EntitySpec.Kind.FACT;
            inputs.add(new Input(fact ? entity.table() : entity.changes(), Reach.DELIVERED));
            inputs.add(new Input(entity.table(), Reach.LATEST));
        });
        snapshots.values().forEach(table -> inputs.add(new Input(table, Reach.LATEST)));
        if (!snapshots.isEmpty()) {
            inputs.add(new Input(CustomerSnapshot.SPEC, Reach.DELIVERED));
        }
        return inputs;
    }

    /** Gives the rows of a table by its id. */
    Function<String, Dataset<Row>> in(JobInputs inputs) {
        return id -> {
            String name = id.replace('.', '/');
            return inputs.newest(
                    snapshots.containsKey(name)
                            ? snapshots.get(name)
                            : entities.get(name).table());
        };
    }
}
