package dev.millrace.faults;

import dev.millrace.testing.LakeState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What a lake lacks against a clean one, and what it has too much.
 *
 * @param lost rows that it lacks
 * @param doubled rows that it has too much
 * @param tables the tables that differ
 */
public record LakeDifference(long lost, long doubled, List<String> tables) {

    public LakeDifference {
        tables = List.copyOf(tables);
    }

    /** Compares the hashes of all tables, and the rows of those that differ. */
    static LakeDifference of(SparkSession session, Map<String, String> clean, Path cleanLake, Path lake) {
        Map<String, String> state = LakeState.rows(session, lake);
        Set<String> names = new TreeSet<>(clean.keySet());
        names.addAll(state.keySet());
        long lost = 0;
        long doubled = 0;
        List<String> tables = new ArrayList<>();
        for (String name : names) {
            if (!Objects.equals(clean.get(name), state.get(name))) {
                tables.add(name);
                lost += surplus(session, cleanLake.resolve(name), lake.resolve(name));
                doubled += surplus(session, lake.resolve(name), cleanLake.resolve(name));
            }
        }
        return new LakeDifference(lost, doubled, tables);
    }

    private static long surplus(SparkSession session, Path table, Path other) {
        if (!Files.exists(table)) {
            return 0;
        }
        Dataset<Row> rows = LakeState.lines(session, table);
        return Files.exists(other)
                ? rows.exceptAll(LakeState.lines(session, other)).count()
                : rows.count();
    }

    public boolean isNone() {
        return tables.isEmpty();
    }
}
