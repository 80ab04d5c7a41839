package dev.millrace.storage;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.types.StructType;

/**
 * What a table's log says, as far as it can be read.
 *
 * @param version the newest version; empty where there is none
 * @param damage what is wrong with the log itself, one sentence each
 * @param complete whether the newest version could be put together, so that {@code active} can be relied upon
 * @param active the data files of the newest version with their sizes, by path relative to the table's folder
 * @param named every data file that some version in the log names or named
 * @param schema the columns of the newest version
 * @param features what a reader or writer must be able to do beyond what Millrace's tables ask for
 * @param commits the commits that the log still has, oldest first
 */
public record TableLog(
        Optional<Long> version,
        List<String> damage,
        boolean complete,
        Map<String, Long> active,
        Set<String> named,
        Optional<StructType> schema,
        List<String> features,
        List<LoggedCommit> commits) {

    public TableLog {
        damage = List.copyOf(damage);
        active = Map.copyOf(active);
        named = Set.copyOf(named);
        features = List.copyOf(features);
        commits = List.copyOf(commits);
    }

    /** The newest version that a run of Millrace made, as far as the log reaches back. */
    public Optional<Long> newestOfARun() {
        return commits.stream()
                .filter(commit -> commit.tag().isPresent())
                .map(LoggedCommit::version)
                .reduce((older, newer) -> newer);
    }

    /** The active files that the store lacks, or has in another size. */
    public List<String> unlike(List<StoredFile> stored) {
        Set<String> sound = new HashSet<>();
        for (StoredFile file : stored) {
            Long bytes = active.get(file.path());
            if (bytes != null && bytes == file.bytes()) {
                sound.add(file.path());
            }
        }
        return active.keySet().stream()
                .filter(path -> !sound.contains(path) && !isElsewhere(path))
                .sorted()
                .toList();
    }

    private static boolean isElsewhere(String path) {
        return path.contains(":/") || path.startsWith("/");
    }
}
