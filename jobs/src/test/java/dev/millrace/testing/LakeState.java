package dev.millrace.testing;

import static org.apache.spark.sql.functions.bit_xor;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.to_json;
import static org.apache.spark.sql.functions.xxhash64;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** What a lake holds, so that two can be compared: the rows, or the very files. */
public final class LakeState {

    /** Columns that tell of the run and not of the data. */
    private static final List<String> RUN_COLUMNS = List.of("run_id", "bronze_version");

    /** Tables that sum up what was scored, or seen, on the dates of runs, as it was published then. */
    private static final Set<String> OF_SCORES =
            Set.of("gold/lifetime_model", "gold/segment_profile", "gold/segment_flow", "gold/market_signal");

    private static final String EMPTY = "0";

    private LakeState() {}

    /**
     * Count and hash of the rows of each table, run columns left out; of ops only files and quarantine. All in one query: of a
     * few rows each, twenty tables cost what twenty queries do.
     */
    public static Map<String, String> rows(SparkSession session, Path lake) {
        Map<String, String> state = new TreeMap<>();
        List<Dataset<Row>> hashes = new ArrayList<>();
        for (Path table : tables(lake)) {
            String name = lake.relativize(table).toString();
            if (!name.startsWith("ops/") || name.equals("ops/quarantine") || name.equals("ops/file")) {
                state.put(name, EMPTY);
                hashes.add(hashes(name, session.read().format("delta").load(table.toString())));
            }
        }
        hashes.stream().reduce(Dataset::union).ifPresent(all -> all.groupBy("table")
                .agg(count(lit(1)), bit_xor(col("hash")), sum(col("other").cast("decimal(38,0)")))
                .collectAsList()
                .forEach(row -> state.put(row.getString(0), row.get(1) + "/" + row.get(2) + "/" + row.get(3))));
        return state;
    }

    /**
     * The same, without what was said on the dates of runs: scores are made for a run's last date alone and stay as published,
     * so that many runs leave more of them than one, and with them what sums them up.
     */
    public static Map<String, String> rowsOfDays(SparkSession session, Path lake) {
        Map<String, String> state = rows(session, lake);
        state.keySet().removeIf(table -> table.startsWith("score/") || OF_SCORES.contains(table));
        return state;
    }

    /** The rows of a table as text, run columns left out. */
    public static Dataset<Row> lines(SparkSession session, Path table) {
        Dataset<Row> rows = session.read().format("delta").load(table.toString());
        return rows.select(text(rows));
    }

    private static Column text(Dataset<Row> rows) {
        Column[] columns = Stream.of(rows.columns())
                .filter(name -> !RUN_COLUMNS.contains(name))
                .map(name -> col("`" + name + "`"))
                .toArray(Column[]::new);
        return to_json(struct(columns), Map.of("ignoreNullFields", "false"));
    }

    private static Dataset<Row> hashes(String name, Dataset<Row> rows) {
        Column text = text(rows);
        return rows.select(
                lit(name).alias("table"),
                xxhash64(text).alias("hash"),
                xxhash64(concat_ws("|", text, lit("b"))).alias("other"));
    }

    /** The data files of the layers below, with their sizes. */
    public static Map<String, Long> dataFiles(Path lake, String... layers) {
        Map<String, Long> files = new TreeMap<>();
        for (String layer : layers) {
            try (Stream<Path> walk = Files.walk(lake.resolve(layer))) {
                walk.filter(Files::isRegularFile)
                        .filter(file -> file.toString().endsWith(".parquet")
                                && !file.toString().contains("_delta_log"))
                        .forEach(file -> files.put(
                                lake.relativize(file).toString(), file.toFile().length()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    /** The folders of the tables of a layer, in order. */
    public static List<Path> tablesOf(Path lake, String layer) {
        return tables(lake).stream()
                .filter(table -> table.getParent().equals(lake.resolve(layer)))
                .toList();
    }

    private static List<Path> tables(Path lake) {
        try (Stream<Path> walk = Files.walk(lake, 3)) {
            return walk.filter(path -> path.endsWith("_delta_log"))
                    .map(Path::getParent)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
