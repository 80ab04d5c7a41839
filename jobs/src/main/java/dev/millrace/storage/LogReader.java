package dev.millrace.storage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.to_json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Reads a table's log file by file, where Delta would give up at the first that is damaged: everything that is wrong is noted, and
 * the rest is used.
 */
final class LogReader {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> ACTIONS = List.of("add", "remove", "metaData", "protocol");

    private final SparkSession session;
    private final FileSystem files;
    private final Path table;
    private final LogReplay replay;
    private final List<String> damage = new ArrayList<>();
    private final List<LoggedCommit> commits = new ArrayList<>();

    LogReader(SparkSession session, FileSystem files, Path table) {
        this.session = session;
        this.files = files;
        this.table = table;
        this.replay = new LogReplay(table);
    }

    TableLog read() throws IOException {
        LogListing listing = LogListing.of(files, new Path(table, "_delta_log"));
        noteHoles(listing);
        Map<Long, List<JsonNode>> actions = new TreeMap<>();
        for (Long version : listing.commits().keySet()) {
            commit(listing.commits().get(version).getPath(), version).ifPresent(commit -> actions.put(version, commit));
        }
        boolean complete = replay(listing, actions);
        return new TableLog(
                listing.newest(),
                damage,
                complete && replay.hasMetadata(),
                replay.active(),
                replay.named(),
                replay.schema(),
                replay.features(),
                commits);
    }

    private void noteHoles(LogListing listing) {
        if (listing.newest().isEmpty()) {
            damage.add("_delta_log holds no commit");
        }
        if (!listing.gaps().isEmpty()) {
            damage.add("the log lacks commit " + listing.gaps());
        }
        listing.brokenPointer().ifPresent(why -> damage.add("_last_checkpoint cannot be read: " + why));
        listing.pointer()
                .filter(version -> !listing.checkpoints().containsKey(version))
                .ifPresent(version -> damage.add(
                        "_last_checkpoint points at the checkpoint of version " + version + ", which is missing"));
    }

    private Optional<List<JsonNode>> commit(Path file, long version) {
        List<JsonNode> actions = new ArrayList<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank()) {
                    actions.add(action(line));
                }
            }
        } catch (IOException e) {
            damage.add("commit " + version + " cannot be read (" + file.getName() + "): it is torn or no JSON");
            return Optional.empty();
        }
        if (actions.isEmpty()) {
            damage.add("commit " + version + " is empty (" + file.getName() + ")");
            return Optional.empty();
        }
        actions.stream()
                .filter(action -> action.hasNonNull("commitInfo"))
                .findFirst()
                .map(action -> CommitLog.logged(version, action.get("commitInfo")))
                .or(() -> Optional.of(new LoggedCommit(version, "", "", Optional.empty(), true)))
                .ifPresent(commits::add);
        return Optional.of(actions);
    }

    private static JsonNode action(String line) throws IOException {
        JsonNode action = JSON.readTree(line);
        if (action == null || !action.isObject()) {
            throw new IOException("no action");
        }
        return action;
    }

    /** From the first commit on where the log still has it, else from the newest checkpoint that can be read. */
    private boolean replay(LogListing listing, Map<Long, List<JsonNode>> actions) {
        if (unbroken(listing, actions, -1)) {
            actions.values().forEach(commit -> commit.forEach(replay::apply));
            listing.checkpoints().forEach((version, parts) -> checkpoint(version, parts));
            return true;
        }
        actions.values().forEach(commit -> commit.forEach(replay::remember));
        for (Long version : listing.checkpoints().descendingKeySet()) {
            Optional<List<JsonNode>> state =
                    checkpoint(version, listing.checkpoints().get(version));
            if (state.isPresent()) {
                state.get().forEach(replay::apply);
                actions.forEach((at, commit) -> {
                    if (at > version) {
                        commit.forEach(replay::apply);
                    }
                });
                return unbroken(listing, actions, version);
            }
        }
        if (listing.gaps().isEmpty()
                && !listing.commits().isEmpty()
                && listing.commits().firstKey() > 0) {
            damage.add("the log begins with commit " + listing.commits().firstKey()
                    + " and has no checkpoint that can be read");
        }
        return false;
    }

    /** Whether every commit after a version is there and can be read. */
    private static boolean unbroken(LogListing listing, Map<Long, List<JsonNode>> actions, long after) {
        long newest = listing.newest().orElse(-1L);
        for (long version = after + 1; version <= newest; version++) {
            if (!actions.containsKey(version)) {
                return false;
            }
        }
        return newest >= 0;
    }

    private Optional<List<JsonNode>> checkpoint(long version, List<Path> parts) {
        try {
            var rows = session.read().parquet(parts.stream().map(Path::toString).toArray(String[]::new));
            Column[] known = Stream.of(rows.columns())
                    .filter(ACTIONS::contains)
                    .map(name -> col(name))
                    .toArray(Column[]::new);
            List<JsonNode> actions = new ArrayList<>();
            for (Row row : rows.select(to_json(struct(known))).collectAsList()) {
                actions.add(action(row.getString(0)));
            }
            actions.forEach(replay::remember);
            return Optional.of(actions);
        } catch (Exception e) {
            // Spark's Scala code throws what it does not declare; whatever it is, this checkpoint does not serve.
            damage.add("the checkpoint of version " + version + " cannot be read");
            return Optional.empty();
        }
    }
}
