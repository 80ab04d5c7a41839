package dev.millrace.faults;

import dev.millrace.testing.Company;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.function.Consumer;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A PostgreSQL that is read slice by slice; while each is read, the reading is cut in another way. */
public final class DatabaseCut implements Fault {

    private static final int READERS = 4;
    private static final long PATIENCE_MILLIS = 600_000;
    private static final String READING = "query LIKE 'SELECT \"%' AND pid <> pg_backend_pid()";

    private final JavaCommand java;
    private final int rows;
    private final List<Way> ways;

    /** How the reading is cut. */
    public enum Way {
        /** The reading process is killed. */
        READER_KILLED,
        /** The server ends the reader's connections. */
        CONNECTIONS_ENDED,
        /** The server stops and starts again. */
        SERVER_STOPPED
    }

    /** So many rows, in as many slices as there are ways. */
    public DatabaseCut(JavaCommand java, int rows, List<Way> ways) {
        this.java = java;
        this.rows = rows;
        this.ways = List.copyOf(ways);
    }

    @Override
    public String kind() {
        return "PostgreSQL cut while it is read";
    }

    @Override
    public void inflict(FaultCompany company, Consumer<FaultResult> results) throws Exception {
        Path folder = company.folder().resolve("database");
        try (Server server = new Server(folder.resolve("postgres"))) {
            server.execute(
                    "CREATE TABLE orders (id BIGINT PRIMARY KEY, price NUMERIC(12,2), note TEXT, changed TIMESTAMP)");
            Company reader = new Company(company.session(), folder, configuration(server));
            int from = 1;
            for (int slice = 0; slice < ways.size(); slice++) {
                int to = (int) ((long) rows * (slice + 1) / ways.size());
                server.insert(from, to);
                results.accept(cut(company, reader, server, ways.get(slice), to));
                from = to + 1;
            }
        }
    }

    private static String configuration(Server server) {
        return """
                sources.orders {
                  format = jdbc, columns = [id, price, note, changed]
                  jdbc { url = "%s", table = orders, watermark = changed, partitions = %d }
                }"""
                .formatted(server.url(), READERS);
    }

    private FaultResult cut(FaultCompany company, Company reader, Server server, Way way, int delivered)
            throws InterruptedException, IOException, SQLException {
        String words;
        try (ChildProcess child = company.child(java)) {
            child.order(new ChildOrder(
                    reader.configuration().toString(),
                    reader.landing().toString(),
                    reader.lake().toString(),
                    "1990-01-01",
                    "2030-12-31",
                    List.of()));
            child.awaitLease();
            boolean seen = server.awaitReading();
            switch (way) {
                case READER_KILLED -> child.killAfter(0);
                case CONNECTIONS_ENDED -> server.endReading();
                case SERVER_STOPPED -> server.restart();
            }
            words = (seen ? "cut while reading" : "cut, but no reading was seen") + ", exit code " + child.exit() + ".";
        }
        long start = System.nanoTime();
        reader.runWell();
        double seconds = Math.round((System.nanoTime() - start) / 1e8) / 10.0;
        return result(reader, way, delivered, seconds, words);
    }

    private FaultResult result(Company reader, Way way, int delivered, double seconds, String words) {
        Dataset<Row> bronze = reader.table("bronze/orders");
        Row counts = bronze.selectExpr("count(*)", "count(DISTINCT id)").first();
        long lost = delivered - counts.getLong(1);
        long doubled = counts.getLong(0) - counts.getLong(1);
        return new FaultResult(
                kind(),
                way + " of " + delivered + " rows",
                lost == 0 && doubled == 0 ? FaultResult.Outcome.EQUAL : FaultResult.Outcome.DIFFERENT,
                lost,
                doubled,
                seconds,
                words);
    }

    /** A PostgreSQL that can stop and start again with what it holds. */
    private static final class Server implements AutoCloseable {

        private final Path data;
        private EmbeddedPostgres postgres;

        private Server(Path data) throws IOException {
            this.data = data;
            this.postgres = start(0);
        }

        private EmbeddedPostgres start(int port) throws IOException {
            return EmbeddedPostgres.builder()
                    .setDataDirectory(data)
                    .setCleanDataDirectory(false)
                    .setPort(port)
                    .start();
        }

        private String url() {
            return "jdbc:postgresql://localhost:" + postgres.getPort() + "/postgres?user=postgres";
        }

        private void execute(String sql) throws SQLException {
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute(sql);
            }
        }

        private void insert(int from, int to) throws SQLException {
            execute("INSERT INTO orders SELECT i, i + 0.5, repeat('x', 40), TIMESTAMP '2024-01-30 09:00:00'"
                    + " + i * INTERVAL '1 millisecond' FROM generate_series(" + from + ", " + to + ") i");
        }

        /** Waits until somebody reads rows; whether anybody did. */
        private boolean awaitReading() throws SQLException, InterruptedException {
            long deadline = System.currentTimeMillis() + PATIENCE_MILLIS;
            try (Connection connection = postgres.getPostgresDatabase().getConnection();
                    Statement statement = connection.createStatement()) {
                while (System.currentTimeMillis() < deadline) {
                    try (ResultSet row =
                            statement.executeQuery("SELECT count(*) FROM pg_stat_activity WHERE " + READING)) {
                        if (row.next() && row.getLong(1) > 0) {
                            return true;
                        }
                    }
                    Thread.sleep(5);
                }
            }
            return false;
        }

        private void endReading() throws SQLException {
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE " + READING);
        }

        private void restart() throws IOException {
            int port = postgres.getPort();
            postgres.close();
            postgres = start(port);
        }

        @Override
        public void close() throws IOException {
            postgres.close();
        }
    }
}
