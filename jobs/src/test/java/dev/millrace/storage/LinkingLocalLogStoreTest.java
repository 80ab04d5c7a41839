package dev.millrace.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Iterator;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileAlreadyExistsException;
import org.apache.hadoop.fs.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LinkingLocalLogStoreTest {

    private static final Configuration HADOOP = new Configuration();

    @TempDir
    private java.nio.file.Path folder;

    private final LinkingLocalLogStore store = new LinkingLocalLogStore(HADOOP);

    private Path commit() {
        return new Path(folder.resolve("0.json").toUri());
    }

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aCommitThatExistsIsNotWrittenOver() throws IOException {
        store.write(commit(), List.of("first").iterator(), false, HADOOP);

        assertThrows(
                FileAlreadyExistsException.class,
                () -> store.write(commit(), List.of("second").iterator(), false, HADOOP));
        assertEquals("first\n", Files.readString(folder.resolve("0.json")));
        assertEquals(List.of("0.json"), names());
    }

    @Test
    void aWriterThatDiesHalfWayLeavesNoCommit() throws IOException {
        Iterator<String> dying = List.of(1, 2).stream()
                .map(line -> {
                    if (line == 2) {
                        throw new IllegalStateException("died");
                    }
                    return "line " + line;
                })
                .iterator();

        assertThrows(IllegalStateException.class, () -> store.write(commit(), dying, false, HADOOP));
        assertEquals(List.of(), names());
    }
}
