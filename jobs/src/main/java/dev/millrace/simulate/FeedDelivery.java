package dev.millrace.simulate;

import static org.apache.spark.sql.functions.asc;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_if;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.lpad;
import static org.apache.spark.sql.functions.pmod;
import static org.apache.spark.sql.functions.row_number;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;

/** Writes the lines of a feed, all files in one pass, and counts what is in each. */
final class FeedDelivery {

    private static final long LINES_PER_FILE = 300_000;
    private static final long LINES_PER_TASK = 1_000_000;

    private final ShopPlan plan;
    private final Draws draws;
    private final Folder work;
    private final Folder landing;

    /**
     * A delivery.
     *
     * @param work for Spark's own files
     * @param landing for the delivered ones
     */
    FeedDelivery(ShopPlan plan, Folder work, Folder landing) {
        this.plan = plan;
        this.draws = new Draws(plan.seed());
        this.work = work;
        this.landing = landing;
    }

    /**
     * Delivers a feed.
     *
     * @param lines as of {@link DirtyLines#of}
     */
    List<DeliveredFile> deliver(Feed feed, Dataset<Row> lines) {
        Dataset<Row> ready = arranged(feed, lines).persist();
        try {
            List<DeliveredFile> files = inventory(feed, ready);
            ready.drop("blemish")
                    .write()
                    .partitionBy("delivered", "file")
                    .option("compression", feed.gzipped() ? "gzip" : "none")
                    .text(work.in(feed.folder()).uri());
            files.forEach(this::move);
            return files;
        } finally {
            ready.unpersist();
        }
    }

    /** All lines of a file in one task and in a fixed order, so that its bytes depend on nothing but the plan. */
    private Dataset<Row> arranged(Feed feed, Dataset<Row> lines) {
        Column[] order = Stream.concat(
                        Stream.of(feed.order()), Stream.concat(feed.key().stream(), Stream.of("line", "blemish")))
                .map(name -> asc(name))
                .toArray(Column[]::new);
        Column first = row_number()
                .over(Window.partitionBy("delivered", "file").orderBy(order))
                .equalTo(1);
        return lines.withColumn("file", file(feed))
                .repartition(tasks(feed), col("delivered"), col("file"))
                .select(
                        col("delivered"),
                        col("file"),
                        col("blemish"),
                        when(first, concat(lit(feed.header() + "\n"), col("line")))
                                .otherwise(col("line"))
                                .as("line"));
    }

    private Column file(Feed feed) {
        Column[] key = feed.key().stream().map(name -> col(name)).toArray(Column[]::new);
        Column part = pmod(draws.hash("file", key), parts(feed));
        Column number = lpad(part.cast("string"), 4, "0");
        return when(col("blemish").equalTo(Blemish.LATE.label()), lit(feed.folder() + "-late-0000"))
                .otherwise(concat(lit(feed.folder() + "-"), number));
    }

    /** Files a day; the first day of master data is the whole of it. */
    private Column parts(Feed feed) {
        long parts = Volume.perDay(feed, plan) / LINES_PER_FILE + 1;
        long first = Volume.firstDay(feed, plan) / LINES_PER_FILE + 1;
        return when(col("day").equalTo(plan.horizon().first()), first).otherwise(parts);
    }

    private int tasks(Feed feed) {
        long lines = Volume.perDay(feed, plan) * plan.days() + Volume.firstDay(feed, plan);
        return (int) Math.min(plan.days(), 4 + lines / LINES_PER_TASK);
    }

    private static List<DeliveredFile> inventory(Feed feed, Dataset<Row> ready) {
        return ready
                .groupBy("delivered", "file")
                .agg(
                        count(lit(1)),
                        lines(Blemish.TRUNCATED),
                        lines(Blemish.DUPLICATED),
                        lines(Blemish.BADLY_ENCODED),
                        lines(Blemish.LATE))
                .orderBy("delivered", "file")
                .collectAsList()
                .stream()
                .map(row -> new DeliveredFile(
                        feed,
                        row.getDate(0).toLocalDate(),
                        row.getString(1),
                        row.getLong(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5),
                        row.getLong(6)))
                .toList();
    }

    private static Column lines(Blemish blemish) {
        return count_if(col("blemish").equalTo(blemish.label()));
    }

    private void move(DeliveredFile file) {
        String left = "delivered=" + file.delivered() + "/file=" + file.name();
        work.in(file.feed().folder()).moveOnlyFile(left, landing, file.path());
    }
}
