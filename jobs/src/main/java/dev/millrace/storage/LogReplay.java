package dev.millrace.storage;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;

/** Puts together what a table is from the actions of its log, one after the other. */
final class LogReplay {

    private static final int READER_VERSION = 1;
    private static final int WRITER_VERSION = 4;

    private final String table;
    private final Map<String, Long> active = new HashMap<>();
    private final Set<String> named = new HashSet<>();
    private JsonNode metadata;
    private JsonNode protocol;
    private boolean deletionVectors;

    LogReplay(Path table) {
        this.table = table.toUri().getPath() + "/";
    }

    /** An action that counts for the newest version. */
    void apply(JsonNode action) {
        if (action.hasNonNull("add")) {
            JsonNode add = action.get("add");
            active.put(name(add), add.path("size").asLong());
            deletionVectors |= add.hasNonNull("deletionVector");
        } else if (action.hasNonNull("remove")) {
            active.remove(name(action.get("remove")));
        } else if (action.hasNonNull("metaData")) {
            metadata = action.get("metaData");
        } else if (action.hasNonNull("protocol")) {
            protocol = action.get("protocol");
        }
    }

    /** An action of a version that only tells which files there were. */
    void remember(JsonNode action) {
        if (action.hasNonNull("add")) {
            name(action.get("add"));
        } else if (action.hasNonNull("remove")) {
            name(action.get("remove"));
        }
    }

    /** The file's path as the store lists it; the log has it as a URI. */
    private String name(JsonNode file) {
        String path = new Path(URI.create(file.path("path").asText())).toString();
        int inTable = path.indexOf(table);
        String name = inTable >= 0 ? path.substring(inTable + table.length()) : path;
        named.add(name);
        return name;
    }

    Map<String, Long> active() {
        return active;
    }

    Set<String> named() {
        return named;
    }

    /** Whether it is known what columns there are, without which there is no table. */
    boolean hasMetadata() {
        return metadata != null;
    }

    Optional<StructType> schema() {
        return metadata == null
                ? Optional.empty()
                : Optional.of((StructType)
                        DataType.fromJson(metadata.path("schemaString").asText()));
    }

    /** What the table asks of readers and writers that a table of Millrace does not. */
    List<String> features() {
        List<String> features = new ArrayList<>();
        if (protocol != null) {
            atMost("reader version", protocol.path("minReaderVersion").asInt(), READER_VERSION, features);
            atMost("writer version", protocol.path("minWriterVersion").asInt(), WRITER_VERSION, features);
        }
        JsonNode properties = metadata == null ? null : metadata.path("configuration");
        if (deletionVectors || isOn(properties, "delta.enableDeletionVectors", "true")) {
            features.add("deletion vectors");
        }
        if (isOn(properties, "delta.columnMapping.mode", "name")
                || isOn(properties, "delta.columnMapping.mode", "id")) {
            features.add("column mapping");
        }
        return features;
    }

    private static void atMost(String what, int version, int most, List<String> features) {
        if (version > most) {
            features.add(what + " " + version);
        }
    }

    private static boolean isOn(JsonNode properties, String property, String value) {
        return properties != null && properties.path(property).asText("").equals(value);
    }
}
