package dev.millrace.storage;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.settings.SettingsLoader;
import dev.millrace.table.SourceSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingBoundsTest {

    @TempDir
    private Path folder;

    private Path landing;
    private Path outside;
    private LandingBounds bounds;

    @BeforeEach
    void deliver() throws IOException {
        landing = Files.createDirectories(folder.resolve("landing/2024-01-01")).getParent();
        Files.writeString(landing.resolve("2024-01-01/own.csv"), "x\n");
        outside = Files.writeString(
                Files.createDirectories(folder.resolve("outside")).resolve("secret.csv"), "x\n");
        Path configuration = Files.writeString(
                folder.resolve("company.conf"),
                "company { name = A, currency = EUR }\nsources.orders { columns = [a], files = \"*\" }\n");
        SourceSpec source = SettingsLoader.load(configuration.toString(), Map.of())
                .sources()
                .get(0);
        bounds = new LandingBounds(source, hadoop(landing));
    }

    private static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path("file:" + path);
    }

    private String refusal(Path found) {
        return assertThrows(LandingException.class, () -> bounds.require(hadoop(found)))
                .getMessage();
    }

    @Test
    void whatLiesWithinPasses() {
        assertDoesNotThrow(() -> bounds.require(hadoop(landing.resolve("2024-01-01/own.csv"))));
    }

    @Test
    void aLinkToAFileOutsideIsRefusedAlsoBesideAFileThatPasses() throws IOException {
        bounds.require(hadoop(landing.resolve("2024-01-01/own.csv")));
        Path link = Files.createSymbolicLink(landing.resolve("2024-01-01/link.csv"), outside);

        assertTrue(refusal(link).contains("leave the landing folder: " + outside.toRealPath()), refusal(link));
    }

    @Test
    void aFileInALinkedFolderIsRefused() throws IOException {
        Files.createSymbolicLink(landing.resolve("2024-01-02"), outside.getParent());

        refusal(landing.resolve("2024-01-02/secret.csv"));
    }

    @Test
    void aLinkToWhatLiesWithinPasses() throws IOException {
        Path link = Files.createSymbolicLink(landing.resolve("again.csv"), landing.resolve("2024-01-01/own.csv"));

        assertDoesNotThrow(() -> bounds.require(hadoop(link)));
    }

    @Test
    void aPathIsToldFromTheLandingFolderOn() {
        assertEquals(
                "2024-01-01/own.csv",
                bounds.relative(hadoop(landing.resolve("2024-01-01/own.csv")).toString()));
        assertThrows(
                LandingException.class, () -> bounds.relative(hadoop(outside).toString()));
    }
}
