package dev.millrace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.RunReport;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.testing.Company;
import dev.millrace.testing.SparkExtension;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A real PostgreSQL is read above the watermark of the last run, each row once. */
@ExtendWith(SparkExtension.class)
class DatabaseSourceIT {

    @TempDir
    private Path folder;

    private EmbeddedPostgres postgres;
    private Company company;

    @BeforeEach
    void start(SparkSession session) throws IOException, SQLException {
        postgres = EmbeddedPostgres.start();
        execute("CREATE TABLE orders (id BIGINT PRIMARY KEY, price NUMERIC(12,2), tags TEXT[], changed TIMESTAMP)");
        company = new Company(session, folder, configuration(""));
    }

    @AfterEach
    void stop() throws IOException {
        postgres.close();
    }

    private String configuration(String more) {
        return """
                sources.orders {
                  format = jdbc, columns = [id, price, changed]
                  jdbc { url = "%s", table = orders, watermark = changed, user-variable = MILLRACE_TEST_USER %s }
                }"""
                .formatted(postgres.getJdbcUrl("postgres", "postgres").replaceAll("[?].*", ""), more)
                .replace(", user-variable = MILLRACE_TEST_USER", "")
                .replace("/postgres\"", "/postgres?user=postgres\"");
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = postgres.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void insert(int from, int to, String moment) throws SQLException {
        execute("INSERT INTO orders SELECT i, i + 0.5, ARRAY['a'], TIMESTAMP '" + moment
                + "' + i * INTERVAL '1 millisecond' FROM generate_series(" + from + ", " + to + ") i");
    }

    private long bronze(String expression) {
        return company.table("bronze/orders")
                .selectExpr("CAST(" + expression + " AS BIGINT)")
                .first()
                .getLong(0);
    }

    @Test
    void newRowsAreTakenInOnceAndLaterOnesOnTheNextRun() throws SQLException {
        insert(1, 5_000, "2024-01-30 09:00:00");
        company.runWell();
        company.runWell();
        insert(5_001, 7_000, "2024-01-31 09:00:00");
        company.runWell();

        assertEquals(7_000, bronze("count(*)"));
        assertEquals(7_000, bronze("count(DISTINCT id)"));
        assertEquals(
                List.of("5000|5000|0", "2000|2000|0"),
                company.rows("ops/file", "rows_delivered, rows_bronze, rows_quarantined", "bronze_version"));
        assertEquals(
                List.of("2024-01-30|1.50|{a}"),
                company
                        .rows("bronze/orders", "_known_date, price, _extra['tags']", "CAST(id AS INT)")
                        .subList(0, 1)
                        .stream()
                        .map(row -> row.replace("[\"a\"]", "{a}"))
                        .toList());
    }

    @Test
    void aRowThatIsChangedComesAgainInItsNewVersion() throws SQLException {
        insert(1, 10, "2024-01-30 09:00:00");
        company.runWell();
        execute("UPDATE orders SET price = 99, changed = TIMESTAMP '2024-02-01 00:00:00' WHERE id = 3");
        company.runWell();

        assertEquals(
                List.of("3|3.50|2024-01-30", "3|99.00|2024-02-01"),
                company.rows("bronze/orders", "id, price, _known_date", "struct(CAST(id AS INT), changed)")
                        .subList(2, 4));
    }

    @Test
    void aReadStaysBehindTransactionsThatMayStillBeOpen() throws SQLException {
        company.configure(configuration(", lag = 60"));
        insert(1, 1, "2024-01-30 09:00:00");
        insert(2, 2, "2024-01-30 09:00:30");
        insert(3, 3, "2024-01-30 09:02:00");
        company.runWell();

        assertEquals(2, bronze("count(*)"));
    }

    @Test
    void aDatabaseThatIsDownStopsItsSourceAndSaysSo() throws IOException {
        postgres.close();

        RunReport report = company.run();

        String message = report.failure().orElseThrow().getMessage();
        assertTrue(message.contains("does not answer"), message);
    }

    @Test
    void aPasswordInASettingIsRefusedAndNotRepeated() {
        company.configure("sources.orders { format = jdbc, columns = [id], jdbc { table = t, watermark = w, url ="
                + " \"jdbc:postgresql://host/db?user=me&password=topsecret\" } }");

        ConfigurationException failure = assertThrows(ConfigurationException.class, company::settings);

        assertTrue(failure.getMessage().contains("password-variable"), failure.getMessage());
        assertFalse(failure.getMessage().contains("topsecret"), failure.getMessage());
    }

    @Test
    void aVariableThatIsNotSetIsToldByName() {
        company.configure(configuration(", password-variable = MILLRACE_NO_SUCH_VARIABLE"));

        RunReport report = company.run();

        String message = report.failure().orElseThrow().getMessage();
        assertTrue(message.contains("MILLRACE_NO_SUCH_VARIABLE"), message);
    }
}
