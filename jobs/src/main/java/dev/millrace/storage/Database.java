package dev.millrace.storage;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import dev.millrace.table.SourceFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** A table or query of a database, read between watermarks. */
public final class Database {

    private final SparkSession session;
    private final String source;
    private final SourceFormat.Jdbc jdbc;
    private final Map<String, String> environment;

    /** Opens nothing yet. */
    public Database(SparkSession session, String source, SourceFormat.Jdbc jdbc, Map<String, String> environment) {
        this.session = session;
        this.source = source;
        this.jdbc = jdbc;
        this.environment = Map.copyOf(environment);
    }

    /**
     * What came after a watermark, up to the end of a day.
     *
     * @param above the highest watermark taken in; null for none
     * @return empty where nothing did
     * @throws LandingException when user or password cannot be found
     * @throws UncheckedIOException when the database does not answer
     */
    public Optional<DatabaseSlice> after(Watermark above, LocalDate day) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            Watermark newest = first(statement, "SELECT max(" + jdbc.watermark() + ") FROM " + jdbc.table());
            if (newest == null) {
                return Optional.empty();
            }
            Watermark upTo = newest.minus(jdbc.lag()).atMostOn(day);
            DatabaseSlice slice = new DatabaseSlice(
                    above, upTo, upTo.day() == null ? day : upTo.day(), count(statement, above, upTo));
            return slice.rows() == 0 ? Optional.empty() : Optional.of(slice);
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    /** How many rows lie between two watermarks now. */
    public long count(Watermark above, Watermark upTo) {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            return count(statement, above, upTo);
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    private long count(Statement statement, Watermark above, Watermark upTo) throws SQLException {
        String sql = "SELECT count(*) FROM " + jdbc.table() + " WHERE " + between(above, upTo);
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Watermark first(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return Watermark.of(row);
        }
    }

    private String between(Watermark above, Watermark upTo) {
        String upper = jdbc.watermark() + " <= " + upTo.sql();
        return above == null ? upper : jdbc.watermark() + " > " + above.sql() + " AND " + upper;
    }

    /** The rows of a slice, in the columns of {@link DeliveredFrame}. */
    public Dataset<Row> rows(DatabaseSlice slice, String name) {
        Dataset<Row> read =
                session.read().jdbc(jdbc.url(), jdbc.table(), predicates(slice).toArray(new String[0]), properties());
        Column day = slice.upTo().kind() == Watermark.Kind.NUMBER
                ? lit(slice.lastDay())
                : col(jdbc.watermark()).cast("date");
        return read.select(
                lit(null).cast("binary").alias("line"),
                StructuredFields.of(read.schema()).alias("fields"),
                lit(name).alias("_file"),
                monotonically_increasing_id().plus(1).alias("_ordinal"),
                day.alias("_known_date"));
    }

    /** Ranges of watermarks, one a reader; together they are the slice. */
    private List<String> predicates(DatabaseSlice slice) {
        Watermark low = slice.above() == null ? lowest() : slice.above();
        BigDecimal step = slice.upTo()
                .position()
                .subtract(low.position())
                .divide(BigDecimal.valueOf(jdbc.partitions()), MathContext.DECIMAL64)
                .setScale(0, RoundingMode.DOWN);
        if (step.signum() <= 0) {
            return List.of(between(slice.above(), slice.upTo()));
        }
        List<String> predicates = new ArrayList<>();
        Watermark above = slice.above();
        for (int reader = 1; reader < jdbc.partitions(); reader++) {
            Watermark upTo = low.at(low.position().add(step.multiply(BigDecimal.valueOf(reader))));
            predicates.add(between(above, upTo));
            above = upTo;
        }
        predicates.add(between(above, slice.upTo()));
        return predicates;
    }

    private Watermark lowest() {
        try (Connection connection = open();
                Statement statement = connection.createStatement()) {
            return first(statement, "SELECT min(" + jdbc.watermark() + ") FROM " + jdbc.table());
        } catch (SQLException e) {
            throw unanswered(e);
        }
    }

    private Connection open() throws SQLException {
        return DriverManager.getConnection(jdbc.url(), properties());
    }

    private Properties properties() {
        Properties properties = new Properties();
        variable(jdbc.userVariable(), "user-variable").ifPresent(user -> properties.setProperty("user", user));
        password().ifPresent(password -> properties.setProperty("password", password));
        properties.setProperty("fetchsize", "10000");
        return properties;
    }

    private Optional<String> password() {
        if (jdbc.credentialAlias().isEmpty()) {
            return variable(jdbc.passwordVariable(), "password-variable");
        }
        try {
            char[] password = session.sessionState().newHadoopConf().getPassword(jdbc.credentialAlias());
            if (password == null) {
                throw new LandingException("No credential provider holds '" + jdbc.credentialAlias()
                        + "', which sources." + source + ".jdbc.credential-alias names. Put it there with 'hadoop"
                        + " credential create', and set hadoop.security.credential.provider.path.");
            }
            return Optional.of(new String(password));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<String> variable(String name, String setting) {
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String value = environment.get(name);
        if (value == null) {
            throw new LandingException("The environment has no variable " + name + ", which sources." + source
                    + ".jdbc." + setting + " names. Set it where Millrace is started.");
        }
        return Optional.of(value);
    }

    private UncheckedIOException unanswered(SQLException cause) {
        return new UncheckedIOException(new IOException(
                "The database of source '" + source + "' does not answer as it should: " + cause.getMessage()
                        + " Nothing was taken in from it. Check sources." + source
                        + ".jdbc and the database, and run again.",
                cause));
    }
}
