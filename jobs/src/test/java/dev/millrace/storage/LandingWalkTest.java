package dev.millrace.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.settings.SettingsLoader;
import dev.millrace.table.SourceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.PathFilter;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingWalkTest {

    private static final LocalDate DAY = LocalDate.of(2024, 1, 2);

    @TempDir
    private java.nio.file.Path folder;

    private Listed files;

    /** Remembers the names of the folders that were looked into. */
    private static final class Listed extends RawLocalFileSystem {

        private final Set<String> folders = new HashSet<>();

        @Override
        public FileStatus[] listStatus(Path path, PathFilter filter) throws IOException {
            folders.add(path.getName());
            return super.listStatus(path, filter);
        }
    }

    @BeforeEach
    void deliver() throws IOException {
        for (String path : List.of(
                "orders/2024-01-01/a.csv",
                "orders/2024-01-02/b.csv",
                "orders/2024-01-02/b.txt",
                "orders/2024-01-03/c.csv",
                "orders/undated/2024-01-02.csv",
                "other/2024-01-02/d.csv")) {
            Files.createDirectories(folder.resolve("landing").resolve(path).getParent());
            Files.writeString(folder.resolve("landing").resolve(path), "x\n");
        }
        files = new Listed();
        files.initialize(FileSystem.getDefaultUri(new Configuration()), new Configuration());
    }

    private SourceSpec source(String setting) throws IOException {
        java.nio.file.Path configuration = Files.writeString(
                folder.resolve("company.conf"),
                "company { name = A, currency = EUR }\nsources.orders { columns = [a], files = \"*\", " + setting
                        + " }\n");
        return SettingsLoader.load(configuration.toString(), Map.of()).sources().get(0);
    }

    private List<String> found(String glob, String setting) throws IOException {
        Path base =
                files.getFileStatus(new Path(folder.resolve("landing").toUri())).getPath();
        return new LandingWalk(files, base, source(setting), DAY, DAY)
                .find(glob).stream()
                        .map(status -> status.getPath().getName())
                        .sorted()
                        .toList();
    }

    @Test
    void foldersOfOtherDaysAreNotLookedInto() throws IOException {
        assertEquals(List.of("2024-01-02.csv", "b.csv"), found("orders/*/*.csv", ""));
        assertEquals(Set.of("orders", "2024-01-02", "undated"), files.folders);
    }

    @Test
    void aFolderIsLookedIntoWhereTheFilesOwnNameCouldTellAnotherDay() throws IOException {
        String last = "delivery-date = \".*(\\\\d{4}-\\\\d{2}-\\\\d{2})\"";

        assertEquals(List.of("2024-01-02.csv", "a.csv", "b.csv", "c.csv"), found("orders/*/*.csv", last));
    }

    @Test
    void aFolderIsLookedIntoWhereItsPathDoesNotTellTheDay() throws IOException {
        assertEquals(
                List.of("2024-01-02.csv", "a.csv", "b.csv", "c.csv"),
                found("orders/*/*.csv", "delivered-on = \"2024-01-02\""));
    }

    @Test
    void patternsWithAlternativesAndOnesThatMatchNothing() throws IOException {
        assertEquals(List.of("b.csv", "d.csv"), found("{orders,other}/2024-01-02/*.csv", ""));
        assertEquals(List.of("d.csv"), found("other/2024-01-02/d.csv", ""));
        assertEquals(List.of(), found("nowhere/*/*.csv", ""));
    }
}
