package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run over two files, and all that can be seen before and after it. */
class RunAndLookIT {

    @TempDir
    private static Path folder;

    private static SmallCompany company;
    private static Invocation planBefore;
    private static boolean planWrote;
    private static Invocation run;

    @BeforeAll
    static void runOnce() throws IOException {
        SparkExtension.session();
        company = SmallCompany.in(folder);
        planBefore = windowed("plan", "2024-01-02", "--json");
        planWrote = Files.exists(company.lake());
        run = windowed("run", "2024-01-02", "--json");
    }

    private static Invocation windowed(String verb, String to, String... more) {
        String[] fixed = {verb, company.configuration(), "--from", "2024-01-01", "--to", to};
        String[] all = java.util.Arrays.copyOf(fixed, fixed.length + more.length);
        System.arraycopy(more, 0, all, fixed.length, more.length);
        return Invocation.of(all);
    }

    private static Invocation look(String... arguments) {
        String[] all = java.util.Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--lake";
        all[arguments.length + 1] = company.lake().toString();
        return Invocation.of(all);
    }

    @Test
    void thePlanOfAFirstRunNamesNewFilesAndWritesNothing() throws IOException {
        JsonNode jobs = planBefore.json().get("jobs");
        assertEquals(2, jobs.size());
        assertEquals("run", jobs.get(0).get("action").asText());
        assertEquals(2, jobs.get(0).get("reads").get(0).get("files").asInt());
        assertEquals("all", jobs.get(1).get("days").asText());
        assertFalse(planWrote);
    }

    @Test
    void theRunReportsEveryJob() throws IOException {
        assertEquals(ExitCode.DONE, run.code(), run.err());
        JsonNode report = run.json();
        assertEquals("done", report.get("status").asText());
        assertEquals(2, report.get("jobs").size());
        assertEquals(4, report.get("jobs").get(0).get("rows").asInt());
        assertEquals(1, report.get("jobs").get(0).get("rejected").asInt());
        assertTrue(report.get("run").asText().matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d-[a-z]{4}"));
        assertTrue(run.err().contains("ingest-people"), run.err());
    }

    @Test
    void afterTheRunThePlanIsEmpty() {
        Invocation plan = windowed("plan", "2024-01-02");
        assertEquals(ExitCode.DONE, plan.code(), plan.err());
        assertTrue(plan.out().contains("Everything is up to date."), plan.out());
    }

    @Test
    void aNewFileMakesWhatFollowsFromItStale() throws IOException {
        company.deliver("people-2024-01-03.csv", "id,name,country\n5,Di,DE\n");
        JsonNode jobs = windowed("plan", "2024-01-03", "--json").json().get("jobs");
        assertEquals("1 new file", jobs.get(0).get("reason").asText());
        assertEquals("run", jobs.get(1).get("action").asText());
        assertEquals("2024-01-03", jobs.get(1).get("days").asText());
    }

    @Test
    void showListsTables() throws IOException {
        JsonNode tables = look("show", "--json").json().get("tables");
        assertEquals("bronze/people", tables.get(0).get("table").asText());
        assertEquals(4, tables.get(0).get("rows").asInt());
        assertEquals(
                look("show", "--json").out(),
                Invocation.of("show", "--json", "--config", company.configuration())
                        .out());
    }

    @Test
    void showPrintsRows() throws IOException {
        Invocation shown = look(
                "show",
                "customer",
                "--where",
                "country <> 'UK'",
                "--order-by",
                "customer_id DESC",
                "--columns",
                "customer_id,country",
                "--json");
        assertEquals(ExitCode.DONE, shown.code(), shown.err());
        JsonNode rows = shown.json().get("rows");
        assertEquals("4", rows.get(0).get("customer_id").asText());
        assertEquals("NO", rows.get(1).get("country").asText());
        assertTrue(look("show", "silver.customer", "--limit", "1").err().contains("--limit shows more"));
    }

    @Test
    void unknownTablesAndColumnsAreRefusedWithTheNearest() {
        Invocation table = look("show", "silver/custmer");
        assertEquals(ExitCode.USAGE, table.code());
        assertTrue(table.err().contains("Did you mean 'silver/customer'?"), table.err());
        assertTrue(table.err().contains("bronze/people"), table.err());
        Invocation column = look("show", "customer", "--columns", "contry");
        assertEquals(ExitCode.USAGE, column.code());
        assertTrue(column.err().contains("Did you mean 'country'?"), column.err());
        assertEquals(
                ExitCode.USAGE,
                look("show", "customer", "--where", "nothing = 1").code());
    }

    @Test
    void sqlReachesTablesByNameAndByLayer() throws IOException {
        JsonNode rows = look(
                        "sql",
                        "SELECT count(*) AS n, 'silver.customer' AS text FROM silver.customer JOIN people ON id = customer_id",
                        "--json")
                .json()
                .get("rows");
        assertEquals(4, rows.get(0).get("n").asInt());
        assertEquals("silver.customer", rows.get(0).get("text").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DROP TABLE customer",
                "INSERT INTO customer SELECT * FROM customer",
                "FROM customer INSERT INTO a SELECT * INSERT INTO b SELECT *",
                "DELETE FROM customer",
                "CREATE TABLE x AS SELECT 1",
                "SET spark.sql.ansi.enabled=false",
                "SELECT nothing FROM customer",
                "SELECT * FROM custmer",
                "SELECT 1 / 0 FROM customer",
                "SELEC 1"
            })
    void sqlRefusesWhatIsNoQueryItCanAnswer(String query) {
        Invocation refused = look("sql", query);
        assertEquals(ExitCode.USAGE, refused.code(), refused.err());
        assertTrue(refused.err().startsWith("error: "), refused.err());
        assertEquals("", refused.out());
    }

    @Test
    void runsAreListed() throws IOException {
        JsonNode listed = look("runs", "--json").json().get("runs").get(0);
        assertEquals(run.json().get("run"), listed.get("run"));
        assertEquals(2, listed.get("done").asInt());
        assertEquals("2024-01-01", listed.get("from").asText());
        assertEquals(1, listed.get("rejected").asInt());
    }

    @Test
    void rejectedRowsAreListedWithTheirLine() throws IOException {
        JsonNode listed = look("quarantine", "list", "--json").json();
        assertEquals(1, listed.get("counts").get(0).get("rows").asInt());
        JsonNode row = listed.get("rows").get(0);
        assertEquals("people-2024-01-01.csv", row.get("file").asText());
        assertEquals(4, row.get("ordinal").asInt());
        assertEquals("3", row.get("raw").asText());
        Invocation none = look("quarantine", "list", "--rule", "no_such_rule");
        assertEquals(ExitCode.DONE, none.code());
        assertEquals("No rejected rows.\n", none.err());
    }

    @Test
    void aMissingLandingFolderIsAUsageError() {
        Invocation refused = windowed(
                "run", "2024-01-02", "--landing", folder.resolve("nowhere").toString());
        assertEquals(ExitCode.USAGE, refused.code());
        assertTrue(refused.err().contains("There is no landing folder"), refused.err());
    }

    @Test
    void aJobThatFailsIsToldOnStandardErrorWithItsExitCode() {
        Invocation failed = windowed(
                "run",
                "2024-01-02",
                "--set",
                "quality.max-rejected-share=0.01",
                "--lake",
                folder.resolve("other").toString());
        assertEquals(ExitCode.DATA, failed.code());
        assertTrue(failed.err().contains("error: ingest-people: "), failed.err());
        assertTrue(failed.out().contains("skipped"), failed.out());
        assertFalse(failed.err().contains("\tat "), failed.err());
    }

    @Test
    void aLakeThatIsNotThereIsAUsageError() {
        Invocation refused =
                Invocation.of("runs", "--lake", folder.resolve("none").toString());
        assertEquals(ExitCode.USAGE, refused.code());
        assertTrue(refused.err().contains("There is no lake at"), refused.err());
    }
}
