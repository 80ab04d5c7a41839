package dev.millrace.simulate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.concat_ws;
import static org.apache.spark.sql.functions.date_add;
import static org.apache.spark.sql.functions.date_format;
import static org.apache.spark.sql.functions.datediff;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.least;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.replace;
import static org.apache.spark.sql.functions.slice;
import static org.apache.spark.sql.functions.unhex;
import static org.apache.spark.sql.functions.when;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;

/** Turns rows into lines of CSV and makes the planned share of them dirty. */
final class DirtyLines {

    private static final int LATEST = 3;

    private final Horizon horizon;
    private final Draws draws;
    private final double dirt;

    DirtyLines(ShopPlan plan) {
        this.horizon = plan.horizon();
        this.draws = new Draws(plan.seed());
        this.dirt = plan.dirt();
    }

    /**
     * One row per line to deliver: {@code line}, {@code blemish} (a label of {@link Blemish}, or clean), {@code delivered} (DATE),
     * and all columns of the rows.
     *
     * @param rows the feed's columns and {@code day}, the DATE on which they become known
     */
    Dataset<Row> of(Feed feed, Dataset<Row> rows) {
        Dataset<Row> fields = feed.columns().stream()
                .reduce(rows, (frame, name) -> frame.withColumn("csv_" + name, field(feed, frame, name)), (a, b) -> b);
        Column late = col("blemish").equalTo(Blemish.LATE.label());
        Column copies = when(
                        col("blemish").equalTo(Blemish.DUPLICATED.label()),
                        array(lit(Blemish.CLEAN), lit(Blemish.DUPLICATED.label())))
                .otherwise(array(col("blemish")));
        return fields.withColumn("blemish", blemish(feed))
                .withColumn("line", line(feed))
                .withColumn(
                        "delivered",
                        when(late, date_add(col("day"), delay(feed))).otherwise(col("day")))
                .withColumn("blemish", explode(copies));
    }

    private Column blemish(Feed feed) {
        List<Blemish> possible = Blemish.of(feed);
        Column drawn = lit(Blemish.CLEAN);
        for (int i = possible.size() - 1; i >= 0; i--) {
            drawn = when(
                            draws.uniform("dirt/" + feed, key(feed)).lt(dirt * (i + 1) / possible.size()),
                            name(possible.get(i)))
                    .otherwise(drawn);
        }
        return drawn;
    }

    /** A line of the last day has no later day to arrive on, so it comes twice instead. */
    private Column name(Blemish blemish) {
        return blemish == Blemish.LATE
                ? when(col("day").equalTo(horizon.end()), Blemish.DUPLICATED.label())
                        .otherwise(blemish.label())
                : lit(blemish.label());
    }

    private Column delay(Feed feed) {
        Column wanted = draws.below(LATEST, "delay/" + feed, key(feed)).plus(1);
        return least(wanted, datediff(horizon.end(), col("day")));
    }

    private Column line(Feed feed) {
        Column[] whole = feed.columns().stream().map(name -> col("csv_" + name)).toArray(Column[]::new);
        Column kept =
                draws.below(whole.length - 1, "truncation/" + feed, key(feed)).plus(1);
        return when(
                        col("blemish").equalTo(Blemish.TRUNCATED.label()),
                        concat_ws(",", slice(array(whole), lit(1), kept)))
                .when(col("blemish").equalTo(Blemish.BADLY_ENCODED.label()), concat_ws(",", garbled(feed)))
                .otherwise(concat_ws(",", whole));
    }

    /** A Latin-1 e with acute inside the text: after the first two characters, so that an opening quote stays first. */
    private static Column[] garbled(Feed feed) {
        List<Column> fields = new ArrayList<>();
        for (String name : feed.columns()) {
            Column text = col("csv_" + name);
            Column struck =
                    concat(text.substr(1, 2), unhex(lit("E9")).cast("string"), expr("substr(csv_" + name + ", 3)"));
            fields.add(name.equals(feed.garbled().orElse("")) ? struck : text);
        }
        return fields.toArray(Column[]::new);
    }

    private static Column field(Feed feed, Dataset<Row> rows, String name) {
        Column value = col(name);
        boolean isMoment = rows.schema().apply(name).dataType().equals(DataTypes.TimestampType);
        Column text = isMoment ? date_format(value, "yyyy-MM-dd HH:mm:ss") : value.cast("string");
        return coalesce(feed.quoted().contains(name) ? quoted(text) : text, lit(""));
    }

    private static Column quoted(Column text) {
        Column doubled = replace(text, lit("\""), lit("\"\""));
        return when(text.contains(",").or(text.contains("\"")), concat(lit("\""), doubled, lit("\"")))
                .otherwise(text);
    }

    private static Column[] key(Feed feed) {
        return feed.key().stream().map(name -> col(name)).toArray(Column[]::new);
    }
}
