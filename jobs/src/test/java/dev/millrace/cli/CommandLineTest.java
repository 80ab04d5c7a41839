package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the command line says before anything is started. */
class CommandLineTest {

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "plan",
                "run",
                "show",
                "sql",
                "runs",
                "quarantine",
                "quarantine list",
                "doctor",
                "upkeep",
                "simulate",
                "simulate shop",
                "docs"
            })
    void helpOfEveryVerbHasExamplesAndExitCodes(String verb) {
        Invocation help = Invocation.of((verb + " --help").split(" ", -1));
        assertEquals(ExitCode.DONE, help.code());
        assertTrue(help.out().contains("Usage: millrace " + verb), help.out());
        assertTrue(help.out().contains("Examples:\n  millrace " + verb), help.out());
        assertTrue(help.out().contains("Exit codes:"), help.out());
        assertEquals("", help.err());
    }

    @Test
    void versionIsPrinted() {
        assertEquals("Millrace 0.1.0\n", Invocation.of("--version").out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rnu                                                          | Did you mean 'run'?",
                "show --limt 3                                                | Did you mean '--limit'?",
                "run a.conf --form 2024-01-01 --to 2024-01-02                 | Did you mean '--from'?",
                "run a.conf --from 2024-13-01 --to 2024-01-02                 | is no day",
                "run a.conf --from 2024-01-02 --to 2024-01-01                 | is after --to",
                "plan a.conf --from 2024-01-02 --to 2024-01-01                | is after --to",
                "run a.conf --from 2024-01-01 --to 2024-01-02                 | There is no configuration 'a.conf'",
                "show --limit 0                                               | give a number from 1 up",
                "quarantine                                                   | a verb is missing",
                "sql                                                          | QUERY",
                "simulate shop --to x --days 3 --scale -1                     | scale is -1",
                "simulate shop --to x --days 0                                | days is 0",
            })
    void whatCannotBeUsedIsToldWithExitCodeTwo(String line, String told) {
        Invocation refused = Invocation.of(line.split(" ", -1));
        assertEquals(ExitCode.USAGE, refused.code());
        assertTrue(refused.err().startsWith("error: "), refused.err());
        assertTrue(refused.err().contains(told), refused.err());
        assertFalse(refused.err().contains("\tat "), refused.err());
        assertEquals("", refused.out());
    }

    @Test
    void everyUnknownSettingIsToldWithTheNearest() throws IOException {
        String configuration = SmallCompany.in(folder).configuration();
        Invocation refused = Invocation.of(
                "run",
                configuration,
                "--from",
                "2024-01-01",
                "--to",
                "2024-01-01",
                "--set",
                "lak=x",
                "--set",
                "run.parallel-job=1");
        assertEquals(ExitCode.USAGE, refused.code());
        assertEquals(2, refused.err().lines().count(), refused.err());
        assertTrue(refused.err().contains("Did you mean 'lake'?"), refused.err());
        assertTrue(refused.err().contains("Did you mean 'parallel-jobs'?"), refused.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sources.people.jdbc.password=hunter2",
                "sources.people.jdbc.password={hunter2",
                "run.api-token=hunter2",
                "sources.people.jdbc.password-variable=hunter2!",
                "lake=s3a://me:hunter2@bucket/lake",
                "landing=hdfs://me:hunter2@host/landing",
                "sources.people={format: jdbc, jdbc: {url: \"jdbc:postgresql://h/d?password=hunter2\", table: t, watermark: id}}",
            })
    void secretsAreRefusedAndNotPrinted(String setting) throws IOException {
        String configuration = SmallCompany.in(folder).configuration();
        Invocation refused = Invocation.of(
                "plan",
                configuration,
                "--from",
                "2024-01-01",
                "--to",
                "2024-01-01",
                "--set",
                setting,
                "--set",
                setting.contains("password-variable") ? "sources.people.format=jdbc" : "run.parallel-jobs=1");
        assertEquals(ExitCode.USAGE, refused.code(), refused.err());
        assertFalse((refused.out() + refused.err()).contains("hunter2"), refused.err());
        assertTrue(
                refused.err().matches("(?s).*(secret|password|no name of an environment variable).*"), refused.err());
    }

    @Test
    void aSecretInAFileThatCannotBeReadIsNotPrinted() throws IOException {
        Path file = Files.writeString(folder.resolve("torn.conf"), "sources.people.jdbc { password = hunter2 { }\n");
        Invocation refused = Invocation.of("check", file.toString());
        assertEquals(ExitCode.USAGE, refused.code());
        assertFalse(refused.err().contains("hunter2"), refused.err());
    }

    @ParameterizedTest
    @ValueSource(strings = {"show --lake", "runs --lake", "doctor"})
    void theUriOfALakeCarriesNoPassword(String line) {
        Invocation refused = Invocation.of((line + " s3a://me:hunter2@bucket/lake").split(" ", -1));
        assertEquals(ExitCode.USAGE, refused.code(), refused.err());
        assertFalse(refused.err().contains("hunter2"), refused.err());
    }

    @Test
    void unknownJobsAreRefused() throws IOException {
        String configuration = SmallCompany.in(folder).configuration();
        Invocation refused = Invocation.of(
                "plan", configuration, "--from", "2024-01-01", "--to", "2024-01-01", "--job", "ingest-peple");
        assertEquals(ExitCode.USAGE, refused.code());
        assertTrue(refused.err().contains("Did you mean 'ingest-people'?"), refused.err());
    }

    @Test
    void docsAreWrittenAndCompared() throws IOException {
        String out = folder.resolve("pages").toString();
        assertEquals(ExitCode.DONE, Invocation.of("docs", "--out", out).code());
        assertEquals(
                ExitCode.DONE, Invocation.of("docs", "--check", "--out", out).code());
        try (var pages = Files.list(Path.of(out))) {
            for (Path page : pages.toList()) {
                Files.writeString(page, "stale");
                assertEquals(
                        ExitCode.DATA,
                        Invocation.of("docs", "--check", "--out", out).code());
            }
        }
    }
}
