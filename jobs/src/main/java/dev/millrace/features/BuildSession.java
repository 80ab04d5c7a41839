package dev.millrace.features;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lag;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.min_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.unix_micros;
import static org.apache.spark.sql.functions.when;

import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.SnapshotSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.tables.feature.Session;
import dev.millrace.tables.silver.WebEvent;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.expressions.Window;
import org.apache.spark.sql.expressions.WindowSpec;

/**
 * Cuts the events of each visitor into sessions: more than 30 minutes without an event begin a new one.
 *
 * <p>A day's sessions follow from few days around it. Whether an event begins one is seen from the 30 minutes before it, and the
 * sessions of a day go on into the next at most: a visitor who paused neither on a day nor before it begins anew at its end. To see
 * that of the day before, one more day is needed.
 */
public final class BuildSession implements Job {

    private static final long LONGEST_PAUSE_MICROS = 30L * 60 * 1_000_000;
    private static final String PAUSED = "_paused";
    private static final String PAUSED_ON_DAY = "_paused_on_day";
    private static final String SESSION = "_session";
    private static final String STEP = "_step";
    private static final int BOUGHT = 5;

    /** The day says nothing that the moment does not, and lets all windows stand on one sort. */
    private static final WindowSpec OF_VISITOR =
            Window.partitionBy("visitor_id").orderBy("event_date", "event_ts", "event_id");

    private static final WindowSpec OF_DAY = Window.partitionBy("visitor_id", "event_date");

    private final SnapshotSettings settings;

    public BuildSession(SnapshotSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "build-session";
    }

    @Override
    public Set<Input> inputs() {
        return Set.of(new Input(WebEvent.SPEC, Reach.around(2, 1)));
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(Session.SPEC);
    }

    @Override
    public String fingerprint() {
        return "initial-load-until " + settings.initialLoadUntil();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        // All that sessions need, and as short as it can be: so much is shuffled and sorted of every event.
        Dataset<Row> events = inputs.table(WebEvent.SPEC)
                .select(
                        visitor().alias("visitor_id"),
                        col("event_date"),
                        col("event_ts"),
                        col("event_id"),
                        FactKnowledge.known(settings, WebEvent.SPEC).alias(FactKnowledge.KNOWN),
                        step().alias(STEP),
                        col("event_type").equalTo(Session.CART).alias("filled_cart"),
                        col("channel"),
                        col("customer_id"));
        return JobOutputs.of(
                Session.SPEC, sessions(numbered(events)).filter(inputs.days().covers(Session.SESSION_DATE.col())));
    }

    private static Column visitor() {
        return coalesce(
                col("visitor_id"),
                concat(lit("customer "), col("customer_id")),
                concat(lit("session "), col("session_id")),
                concat(lit("event "), col("event_id")));
    }

    private static Dataset<Row> numbered(Dataset<Row> events) {
        Column since = unix_micros(col("event_ts"))
                .minus(unix_micros(lag(col("event_ts"), 1).over(OF_VISITOR)));
        Column paused = since.isNull().or(since.gt(LONGEST_PAUSE_MICROS));
        Column newDay = lag(col("event_date"), 1).over(OF_VISITOR).notEqual(col("event_date"));
        Column neverPausedBefore = not(lag(col(PAUSED_ON_DAY), 1).over(OF_VISITOR));
        Column begins = col(PAUSED).or(newDay.and(neverPausedBefore));
        return events.withColumn(PAUSED, paused)
                .withColumn(PAUSED_ON_DAY, max(col(PAUSED)).over(OF_DAY))
                .withColumn("_begins", begins)
                .withColumn(SESSION, sum(when(col("_begins"), 1).otherwise(0)).over(OF_VISITOR));
    }

    private static Dataset<Row> sessions(Dataset<Row> events) {
        Column order = struct(col("event_ts"), col("event_id"));
        return events.groupBy(col("visitor_id"), col(SESSION))
                .agg(
                        min("event_ts").alias("session_start"),
                        max("event_ts").alias("session_end"),
                        greatest(max(col(FactKnowledge.KNOWN)), max(col("event_date")))
                                .alias("known_date"),
                        count(lit(1)).alias("events"),
                        max(STEP).alias(STEP),
                        max("filled_cart").alias("filled_cart"),
                        min_by(col("channel"), when(col("channel").isNotNull(), order))
                                .alias("channel"),
                        min_by(col("customer_id"), when(col("customer_id").isNotNull(), order))
                                .alias("customer_id"))
                .withColumn("session_date", col("session_start").cast("date"))
                .withColumn("furthest_step", stepName())
                .withColumn("bought", col(STEP).equalTo(BOUGHT))
                .drop(SESSION, STEP);
    }

    private static Column step() {
        Column type = col("event_type");
        return when(type.equalTo(Session.PURCHASE), BOUGHT)
                .when(type.equalTo(Session.CHECKOUT), 4)
                .when(type.equalTo(Session.CART), 3)
                .when(type.equalTo(Session.VIEW), 2)
                .otherwise(1);
    }

    private static Column stepName() {
        return expr("element_at(array('%s', '%s', '%s', '%s', '%s'), _step)"
                .formatted(Session.VISIT, Session.VIEW, Session.CART, Session.CHECKOUT, Session.PURCHASE));
    }
}
