package dev.millrace.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsLoaderTest {

    private static final String SOURCE = "sources.orders { files = \"*.csv\", columns = [id, at] }\n";

    @TempDir
    private Path folder;

    private Settings load(String text, Map<String, String> overrides) throws IOException {
        Files.createDirectories(folder.resolve("conf"));
        Path file = Files.writeString(folder.resolve("conf/shop.conf"), text);
        return SettingsLoader.load(file.toString(), overrides);
    }

    private List<String> problems(String text) {
        return assertThrows(ConfigurationException.class, () -> load(text, Map.of()))
                .problems();
    }

    @Test
    void theCommandLineGoesOverTheFileAndTheFileOverTheDefault() throws IOException {
        Settings settings = load("lake = mine\nrun.parallel-jobs = 3", Map.of("lake", "file:///tmp/theirs"));

        assertEquals("file:///tmp/theirs", settings.lake());
        assertEquals(3, settings.run().parallelJobs());
        assertEquals("landing", settings.landing());
    }

    @Test
    void anUnknownSettingIsAnErrorThatNamesTheNearest() {
        assertTrue(problems("lakee = x").get(0).contains("Unknown setting 'lakee'"));
        assertTrue(problems("lakee = x").get(0).contains("Did you mean 'lake'?"));
        assertTrue(problems(SOURCE + "sources.orders.seperator = \";\"").get(0).contains("Did you mean 'separator'?"));
    }

    @Test
    void allErrorsComeTogether() {
        List<String> problems = problems(
                """
                run.parallel-jobs = many
                quality.max-rejected-share = 5
                sources.orders { separator = "", encoding = "UTF-77" }
                entities.order_line.odrers { exact-duplicates = maybe }
                """);

        assertEquals(8, problems.size(), String.join("\n", problems));
        assertTrue(problems.stream().anyMatch(problem -> problem.contains("Did you mean 'orders'?")));
    }

    @Test
    void includesStayBelowTheConfigurationFolder() throws IOException {
        Files.writeString(folder.resolve("outside.conf"), "lake = stolen");

        assertTrue(problems("include \"../outside.conf\"").get(0).contains("leaves the configuration folder"));
    }

    @Test
    void aMissingConfigurationIsToldByName() {
        ConfigurationException failure =
                assertThrows(ConfigurationException.class, () -> SettingsLoader.load("nowhere.conf", Map.of()));

        assertTrue(failure.getMessage().contains("There is no configuration 'nowhere.conf'"), failure.getMessage());
    }
}
