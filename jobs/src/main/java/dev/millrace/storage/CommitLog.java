package dev.millrace.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * Reads the tags of a table's commits straight from the Delta log's JSON files, whose form the Delta protocol fixes: a few
 * small reads where {@code DESCRIBE HISTORY} would start a Spark job.
 */
final class CommitLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path log;
    private final Configuration hadoop;

    CommitLog(Path table, Configuration hadoop) {
        this.log = new Path(table, "_delta_log");
        this.hadoop = hadoop;
    }

    /** The newest tagged commit at or below a version; empty where the log does not reach back to one. */
    Optional<TaggedCommit> newest(long version) {
        for (long at = version; at >= 0; at--) {
            Optional<JsonNode> info = commitInfo(at);
            if (info.isEmpty()) {
                return Optional.empty();
            }
            Optional<TaggedCommit> told = told(at, info.get());
            if (told.isPresent()) {
                return told;
            }
        }
        return Optional.empty();
    }

    /**
     * The newest tagged commit, where nothing but upkeep came after it.
     *
     * @return empty where another program changed data since, or the log does not reach back
     */
    Optional<TaggedCommit> quietSince(long version) {
        return newest(version)
                .filter(commit ->
                        between(commit.version(), version).filter(List::isEmpty).isPresent());
    }

    /** The tag of a commit, or the one that a commit of upkeep carries on from an earlier commit. */
    private static Optional<TaggedCommit> told(long version, JsonNode info) {
        return tag(info).map(tag -> new TaggedCommit(version, tag)).or(() -> upkeep(info)
                .map(upkeep -> new TaggedCommit(upkeep.after(), upkeep.carried())));
    }

    /**
     * The commits after one version up to another that touched data, oldest first.
     *
     * @return empty where the log no longer has one of them, or where another program changed data: then anything may have
     *     changed
     */
    Optional<List<TaggedCommit>> between(long after, long upTo) {
        Deque<TaggedCommit> commits = new ArrayDeque<>();
        long at = upTo;
        while (at > after) {
            Optional<JsonNode> info = commitInfo(at);
            if (info.isEmpty()) {
                return Optional.empty();
            }
            Optional<CommitTag> tag = tag(info.get());
            Optional<UpkeepTag> upkeep = upkeep(info.get());
            if (tag.isPresent()) {
                commits.addFirst(new TaggedCommit(at, tag.get()));
            } else if (upkeep.isEmpty() && !isUpkeep(info.get())) {
                return Optional.empty();
            }
            at = upkeep.map(UpkeepTag::after).orElse(at - 1);
        }
        return Optional.of(List.copyOf(commits));
    }

    /** What a commit's {@code commitInfo} tells of it. */
    static LoggedCommit logged(long version, JsonNode info) {
        Optional<CommitTag> tag = tag(info);
        return new LoggedCommit(
                version,
                info.path("operation").asText(),
                info.path("engineInfo").asText("a program that does not name itself"),
                tag,
                tag.isPresent() || !isUpkeep(info));
    }

    private static boolean isUpkeep(JsonNode info) {
        return switch (info.path("operation").asText()) {
            case "OPTIMIZE",
                    "VACUUM START",
                    "VACUUM END",
                    "SET TBLPROPERTIES",
                    "ADD CONSTRAINT",
                    "DROP CONSTRAINT" -> true;
            default -> false;
        };
    }

    private static Optional<CommitTag> tag(JsonNode info) {
        return info.hasNonNull("userMetadata")
                ? CommitTag.parse(info.get("userMetadata").asText())
                : Optional.empty();
    }

    private static Optional<UpkeepTag> upkeep(JsonNode info) {
        return isUpkeep(info) && info.hasNonNull("userMetadata")
                ? UpkeepTag.parse(info.get("userMetadata").asText())
                : Optional.empty();
    }

    private Optional<JsonNode> commitInfo(long version) {
        Path file = new Path(log, String.format("%020d.json", version));
        try (BufferedReader lines = open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("{\"commitInfo\"")) {
                    return Optional.of(JSON.readTree(line).get("commitInfo"));
                }
            }
            return Optional.empty();
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private BufferedReader open(Path file) throws IOException {
        FileSystem files = file.getFileSystem(hadoop);
        return new BufferedReader(new InputStreamReader(files.open(file), StandardCharsets.UTF_8));
    }
}
