package dev.millrace.job;

import static java.util.stream.Collectors.joining;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.NearestName;
import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.LakeFolder;
import dev.millrace.table.Layer;
import dev.millrace.table.TableSpec;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads the tables of a lake for people; needs no configuration and writes nothing. */
public final class LakeReader {

    private final String lake;
    private final LakeFolder folder;
    private final DeltaStore store;

    private LakeReader(SparkSession session, String lake) {
        this.lake = lake;
        this.folder = new LakeFolder(session, lake);
        this.store = new DeltaStore(session, lake);
    }

    /**
     * Looks at a lake.
     *
     * @throws ConfigurationException when there is no such folder
     */
    public static LakeReader open(SparkSession session, String lake) {
        LakeReader reader = new LakeReader(session, lake);
        if (!reader.folder.exists()) {
            throw new ConfigurationException("There is no lake at " + lake
                    + ": give its folder with --lake, MILLRACE_LAKE or --config. 'millrace run' makes one.");
        }
        return reader;
    }

    /** The ids of all tables that have a version, layer by layer as data flows. */
    public List<String> ids() {
        List<String> ids = new ArrayList<>();
        for (Layer layer : Layer.values()) {
            folder.tables(layer.folder()).stream()
                    .filter(id -> folder.version(id) >= 0)
                    .forEach(ids::add);
        }
        return ids;
    }

    /** All tables with their versions and sizes. */
    public List<LakeTable> tables() {
        return ids().stream()
                .map(id -> new LakeTable(id, version(id), folder.read(id).count()))
                .toList();
    }

    /**
     * The id of the table that a person means: {@code gold/kpi_day}, {@code gold.kpi_day}, or {@code kpi_day} where only one layer
     * has it.
     *
     * @throws ConfigurationException when there is none, or more than one
     */
    public String idOf(String name) {
        List<String> ids = ids();
        String wanted = name.replace('.', '/');
        if (ids.contains(wanted)) {
            return wanted;
        }
        List<String> named =
                ids.stream().filter(id -> id.endsWith("/" + wanted)).toList();
        if (named.size() == 1) {
            return named.get(0);
        }
        throw new ConfigurationException(
                named.isEmpty()
                        ? unknown(wanted, ids)
                        : "There is more than one table '" + name + "': say which of " + String.join(", ", named)
                                + ".");
    }

    private String unknown(String wanted, List<String> ids) {
        if (ids.isEmpty()) {
            return "The lake " + lake + " holds no table yet: 'millrace run' fills it.";
        }
        String nearest = NearestName.of(wanted, ids)
                .or(() -> NearestName.of(
                        wanted, ids.stream().map(LakeReader::nameOf).toList()))
                .map(name -> " Did you mean '" + name + "'?")
                .orElse("");
        return "There is no table '" + wanted + "' in the lake " + lake + "." + nearest + " It holds "
                + ids.stream().collect(joining(", ")) + ".";
    }

    /** A table's name without its layer. */
    static String nameOf(String id) {
        return id.substring(id.indexOf('/') + 1);
    }

    /** The newest version of a table. */
    public long version(String id) {
        return folder.version(id);
    }

    /** The rows of a table that lies in the lake. */
    public Dataset<Row> read(String id) {
        return folder.read(id);
    }

    /** The rows of a declared table; none where it does not exist yet. */
    public Dataset<Row> read(TableSpec table) {
        return store.read(table);
    }
}
