package dev.millrace.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages that are kept in the project are those that the code makes. */
final class GeneratedDocsTest {

    @ParameterizedTest
    @ValueSource(strings = {"tables.md", "lineage.md", "settings.md"})
    void isUpToDate(String name) throws IOException {
        Path page = Path.of("docs", name);
        if (!Files.exists(page)) {
            fail("jobs/docs/" + name + " is missing: run scripts/millrace docs and commit what it writes.");
        }
        assertEquals(
                GeneratedDocs.pages().get(name),
                Files.readString(page),
                () -> "jobs/docs/" + name + " is stale: run scripts/millrace docs and commit what it writes.");
    }
}
