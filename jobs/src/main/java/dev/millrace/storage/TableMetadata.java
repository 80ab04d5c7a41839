package dev.millrace.storage;

import dev.millrace.table.TableSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.spark.sql.delta.actions.Format;
import org.apache.spark.sql.delta.actions.Metadata;
import org.apache.spark.sql.types.DateType;
import scala.Option;
import scala.collection.JavaConverters;

/** The Delta form of a table's contract: schema with comments and NOT NULL, CHECK constraints, file statistics. */
final class TableMetadata {

    private TableMetadata() {}

    static Metadata of(TableSpec spec) {
        return new Metadata(
                UUID.randomUUID().toString(),
                null,
                spec.grain(),
                new Format("parquet", ScalaForms.map(Map.of())),
                spec.schema().json(),
                ScalaForms.seq(List.of()),
                ScalaForms.map(properties(spec)),
                Option.apply(System.currentTimeMillis()));
    }

    private static Map<String, String> properties(TableSpec spec) {
        Map<String, String> properties = new HashMap<>();
        spec.checks().forEach(check -> properties.put("delta.constraints." + check.name(), check.condition()));
        properties.put("delta.dataSkippingStatsColumns", String.join(",", statisticsColumns(spec)));
        return properties;
    }

    /**
     * What files are skipped by: key and days. To measure every column costs a quarter of a write; and a person's values would
     * stay in the log's statistics after they are erased from the table.
     */
    private static List<String> statisticsColumns(TableSpec spec) {
        return spec.fields().stream()
                .filter(field -> spec.key().contains(field) || field.type() instanceof DateType)
                .filter(field -> !spec.personal().contains(field))
                .map(field -> "`" + field.name().replace("`", "``") + "`")
                .toList();
    }

    /** The known contract with a newer schema; keeps the table's identity. */
    static Metadata withSchema(Metadata known, TableSpec spec) {
        return new Metadata(
                known.id(),
                known.name(),
                spec.grain(),
                known.format(),
                spec.schema().json(),
                known.partitionColumns(),
                ScalaForms.map(merged(JavaConverters.mapAsJavaMap(known.configuration()), properties(spec))),
                known.createdTime());
    }

    private static Map<String, String> merged(Map<String, String> known, Map<String, String> declared) {
        Map<String, String> merged = new HashMap<>(known);
        merged.keySet().removeIf(key -> key.startsWith("delta.constraints."));
        merged.putAll(declared);
        return merged;
    }
}
