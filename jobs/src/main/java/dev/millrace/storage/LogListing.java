package dev.millrace.storage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * The files in a table's {@code _delta_log}, whose names the Delta protocol fixes.
 *
 * @param commits the commits, by version
 * @param checkpoints the files of each complete checkpoint, by version
 * @param pointer the version of the checkpoint that {@code _last_checkpoint} names
 * @param brokenPointer why that file cannot be read
 */
record LogListing(
        NavigableMap<Long, FileStatus> commits,
        NavigableMap<Long, List<Path>> checkpoints,
        Optional<Long> pointer,
        Optional<String> brokenPointer) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern COMMIT = Pattern.compile("(\\d{20})\\.json");
    private static final Pattern CHECKPOINT =
            Pattern.compile("(\\d{20})\\.checkpoint(?:\\.\\d{10}\\.(\\d{10}))?\\.parquet");

    static LogListing of(FileSystem files, Path log) throws IOException {
        TreeMap<Long, FileStatus> commits = new TreeMap<>();
        TreeMap<Long, List<Path>> checkpoints = new TreeMap<>();
        Map<Long, Integer> parts = new TreeMap<>();
        for (FileStatus status : files.listStatus(log)) {
            String name = status.getPath().getName();
            Matcher commit = COMMIT.matcher(name);
            Matcher checkpoint = CHECKPOINT.matcher(name);
            if (commit.matches()) {
                commits.put(Long.valueOf(commit.group(1)), status);
            } else if (checkpoint.matches()) {
                long version = Long.parseLong(checkpoint.group(1));
                checkpoints.computeIfAbsent(version, at -> new ArrayList<>()).add(status.getPath());
                parts.put(version, checkpoint.group(2) == null ? 1 : Integer.parseInt(checkpoint.group(2)));
            }
        }
        checkpoints.entrySet().removeIf(entry -> entry.getValue().size() < parts.get(entry.getKey()));
        return withPointer(files, log, commits, checkpoints);
    }

    private static LogListing withPointer(
            FileSystem files,
            Path log,
            NavigableMap<Long, FileStatus> commits,
            NavigableMap<Long, List<Path>> checkpoints) {
        try (var in = files.open(new Path(log, "_last_checkpoint"))) {
            JsonNode pointer = JSON.readTree(new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return pointer.path("version").isIntegralNumber()
                    ? new LogListing(
                            commits,
                            checkpoints,
                            Optional.of(pointer.get("version").asLong()),
                            Optional.empty())
                    : new LogListing(commits, checkpoints, Optional.empty(), Optional.of("it names no version"));
        } catch (FileNotFoundException e) {
            return new LogListing(commits, checkpoints, Optional.empty(), Optional.empty());
        } catch (JsonProcessingException e) {
            return new LogListing(commits, checkpoints, Optional.empty(), Optional.of("it is no JSON"));
        } catch (IOException e) {
            return new LogListing(commits, checkpoints, Optional.empty(), Optional.ofNullable(e.getMessage()));
        }
    }

    /** The newest version that the files tell of. */
    Optional<Long> newest() {
        if (commits.isEmpty() && checkpoints.isEmpty()) {
            return Optional.empty();
        }
        long commit = commits.isEmpty() ? -1 : commits.lastKey();
        long checkpoint = checkpoints.isEmpty() ? -1 : checkpoints.lastKey();
        return Optional.of(Math.max(commit, checkpoint));
    }

    /** The versions without a commit between the oldest and the newest that have one. */
    List<Long> gaps() {
        List<Long> gaps = new ArrayList<>();
        if (!commits.isEmpty()) {
            for (long version = commits.firstKey(); version < commits.lastKey(); version++) {
                if (!commits.containsKey(version)) {
                    gaps.add(version);
                }
            }
        }
        return gaps;
    }
}
