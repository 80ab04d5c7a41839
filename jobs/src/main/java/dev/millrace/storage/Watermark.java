package dev.millrace.storage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;

/**
 * A value of a column that only grows.
 *
 * @param kind what the column holds
 * @param position its place on a scale: the number itself, microseconds, or days
 */
public record Watermark(Kind kind, BigDecimal position) {

    /** What a watermark column holds. */
    public enum Kind {
        NUMBER,
        MOMENT,
        DAY
    }

    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS");
    private static final LocalDateTime EPOCH = LocalDateTime.of(1970, 1, 1, 0, 0);
    private static final long MICROS_A_SECOND = 1_000_000;

    /** Reads the first column; null where it has no value. */
    static Watermark of(ResultSet row) throws SQLException {
        if (row.getObject(1) == null) {
            return null;
        }
        return switch (row.getMetaData().getColumnType(1)) {
            case Types.DATE -> ofDay(row.getDate(1).toLocalDate());
            case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> ofMoment(row.getTimestamp(1));
            default -> new Watermark(Kind.NUMBER, row.getBigDecimal(1));
        };
    }

    private static Watermark ofMoment(Timestamp moment) {
        return ofMoment(moment.toInstant().atOffset(ZoneOffset.UTC).toLocalDateTime());
    }

    static Watermark ofMoment(LocalDateTime moment) {
        long micros = ChronoUnit.MICROS.between(EPOCH, moment);
        return new Watermark(Kind.MOMENT, BigDecimal.valueOf(micros));
    }

    static Watermark ofDay(LocalDate day) {
        return new Watermark(Kind.DAY, BigDecimal.valueOf(day.toEpochDay()));
    }

    /** The watermark that {@link #text()} wrote. */
    public static Watermark parse(String text) {
        if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
            return ofDay(LocalDate.parse(text));
        }
        return text.contains(":")
                ? ofMoment(LocalDateTime.parse(text, MOMENT))
                : new Watermark(Kind.NUMBER, new BigDecimal(text));
    }

    /** The value as text, the same for equal values. */
    public String text() {
        return switch (kind) {
            case NUMBER -> position.stripTrailingZeros().toPlainString();
            case MOMENT -> moment().format(MOMENT);
            case DAY -> day().toString();
        };
    }

    /** The value as SQL writes it. */
    String sql() {
        return kind == Kind.NUMBER ? text() : "'" + text() + "'";
    }

    /** The day that it lies on; null for a number. */
    public LocalDate day() {
        return switch (kind) {
            case NUMBER -> null;
            case MOMENT -> moment().toLocalDate();
            case DAY -> LocalDate.ofEpochDay(position.longValueExact());
        };
    }

    private LocalDateTime moment() {
        return EPOCH.plus(position.longValueExact(), ChronoUnit.MICROS);
    }

    /** The value so many units before: seconds for moments, days for days. */
    Watermark minus(long lag) {
        long units = kind == Kind.MOMENT ? lag * MICROS_A_SECOND : lag;
        return at(position.subtract(BigDecimal.valueOf(units)));
    }

    Watermark at(BigDecimal place) {
        return new Watermark(kind, place);
    }

    /** The smaller of this and the last value of a day; numbers know no day. */
    Watermark atMostOn(LocalDate day) {
        Watermark last =
                switch (kind) {
                    case NUMBER -> this;
                    case DAY -> ofDay(day);
                    case MOMENT -> ofMoment(day.plusDays(1).atStartOfDay().minus(1, ChronoUnit.MICROS));
                };
        return position.compareTo(last.position) <= 0 ? this : last;
    }
}
