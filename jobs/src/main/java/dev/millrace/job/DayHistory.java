package dev.millrace.job;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.millrace.storage.DeltaStore;
import dev.millrace.storage.StagedRows;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructType;

/** Staged days of a table beside the days that it already has. */
final class DayHistory {

    private static final int FEWEST_DAYS = 7;
    private static final int BINS = 10;
    private static final double LEAST_SHARE = 1e-4;

    private final TableSpec table;
    private final Field day;
    private final StagedRows staged;
    private final boolean fromScratch;
    private final SparkSession session;
    private final DeltaStore store;
    private final NavigableMap<LocalDate, Long> made;

    DayHistory(TableSpec table, StagedRows staged, boolean fromScratch, SparkSession session, DeltaStore store) {
        this.table = table;
        this.day = table.dayField()
                .orElseThrow(() -> new DataException("Rules on days need a table with a day, and " + table.id()
                        + " has none. Take the rule out of the configuration."));
        this.staged = staged;
        this.fromScratch = fromScratch;
        this.session = session;
        this.store = store;
        this.made = byDay(staged.read(session, new StructType().add(day.toStructField())));
    }

    private NavigableMap<LocalDate, Long> byDay(Dataset<Row> rows) {
        NavigableMap<LocalDate, Long> counts = new TreeMap<>();
        rows.groupBy(day.col())
                .agg(count(lit(1)))
                .collectAsList()
                .forEach(row -> counts.put(row.getDate(0).toLocalDate(), row.getLong(1)));
        return counts;
    }

    private Dataset<Row> stored(LocalDate from, LocalDate to) {
        return fromScratch
                ? store.empty(table)
                : store.read(table).filter(day.col().between(lit(from), lit(to)));
    }

    TableRules.Finding freshness(LocalDate last, int days) {
        LocalDate newest = made.lastKey();
        Row known =
                stored(newest, LocalDate.of(9999, 12, 31)).agg(max(day.col())).first();
        if (!known.isNullAt(0) && known.getDate(0).toLocalDate().isAfter(newest)) {
            newest = known.getDate(0).toLocalDate();
        }
        long age = ChronoUnit.DAYS.between(newest, last);
        return new TableRules.Finding(
                age <= days, "the newest day is " + newest + ", " + age + " day(s) before " + last);
    }

    TableRules.Finding volume(double share, int historyDays) {
        NavigableMap<LocalDate, Long> all = byDay(stored(made.firstKey().minusDays(historyDays), made.lastKey()));
        all.putAll(made);
        List<String> off = new ArrayList<>();
        made.forEach((date, rows) -> {
            List<Long> before = all.subMap(date.minusDays(historyDays), date).values().stream()
                    .sorted()
                    .toList();
            if (before.size() >= Math.min(FEWEST_DAYS, historyDays)) {
                long median = before.get(before.size() / 2);
                if (Math.abs(rows - median) > share * median) {
                    off.add(date + " has " + rows + " rows where the median is " + median);
                }
            }
        });
        return new TableRules.Finding(
                off.isEmpty(),
                off.isEmpty()
                        ? made.size() + " day(s) looked at"
                        : String.join("; ", off.subList(0, Math.min(3, off.size())))
                                + (off.size() > 3 ? "; and " + (off.size() - 3) + " more" : ""));
    }

    /**
     * Population stability index of a column: the sum over ten bins of (share now − share before) × ln(share now / share before)
     * (Siddiqi, Credit Risk Scorecards, 2006). Bins are deciles of the days before for numbers, values for all else.
     */
    TableRules.Finding distribution(String column, double limit, int historyDays) {
        LocalDate first = made.firstKey();
        Dataset<Row> before = stored(first.minusDays(historyDays), first.minusDays(1))
                .filter(col(column).isNotNull());
        Dataset<Row> now =
                staged.read(session, table.schema()).filter(col(column).isNotNull());
        Column bin = bin(column, before);
        if (bin == null) {
            return new TableRules.Finding(true, "no days before to compare with");
        }
        Map<String, Double> sharesBefore = shares(before, bin);
        Map<String, Double> sharesNow = shares(now, bin);
        double index = 0;
        for (String key : union(sharesBefore, sharesNow)) {
            double then = Math.max(sharesBefore.getOrDefault(key, 0.0), LEAST_SHARE);
            double here = Math.max(sharesNow.getOrDefault(key, 0.0), LEAST_SHARE);
            index += (here - then) * Math.log(here / then);
        }
        return new TableRules.Finding(
                index <= limit, String.format(Locale.ROOT, "population stability index of %s is %.3f", column, index));
    }

    private static Set<String> union(Map<String, Double> one, Map<String, Double> other) {
        Set<String> keys = new TreeSet<>(one.keySet());
        keys.addAll(other.keySet());
        return keys;
    }

    /** What a value counts under; null where there is nothing to compare with. */
    private static Column bin(String column, Dataset<Row> before) {
        if (!(before.schema().apply(column).dataType() instanceof NumericType)) {
            return before.isEmpty() ? null : col(column).cast("string");
        }
        StringBuilder quantiles = new StringBuilder();
        for (int i = 1; i < BINS; i++) {
            quantiles.append(i > 1 ? ", " : "").append(i / (double) BINS);
        }
        Row edges = before.select(expr(
                        "CAST(percentile_approx(CAST(" + column + " AS DOUBLE), array(" + quantiles + ")) AS STRING)"))
                .first();
        return edges.isNullAt(0)
                ? null
                : expr("CAST(size(filter(from_json('" + edges.getString(0) + "', 'array<double>'), edge -> edge < CAST("
                        + column + " AS DOUBLE))) AS STRING)");
    }

    private static Map<String, Double> shares(Dataset<Row> rows, Column bin) {
        Map<String, Double> counts = new HashMap<>();
        double total = 0;
        for (Row row : rows.groupBy(bin.alias("bin")).agg(count(lit(1))).collectAsList()) {
            counts.put(row.getString(0), (double) row.getLong(1));
            total += row.getLong(1);
        }
        double all = total;
        counts.replaceAll((key, rowsOfBin) -> rowsOfBin / all);
        return counts;
    }
}
