package dev.millrace.conform;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.greatest;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max_by;
import static org.apache.spark.sql.functions.not;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.when;

import java.time.LocalDate;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Carries the history of assignments on. What was once written down is not unmade: an assignment that no longer holds ends on
 * the newest day of delivery that is known, and the next begins on it. One that would begin and end on the same day was never
 * seen on any, and goes. Done twice with the same assignments it changes nothing.
 */
final class IdentityHistory {

    private static final String CUSTOMER = "customer_id";
    private static final String LAST = "_last";
    private static final Column LASTS =
            col("_last.valid_from").isNotNull().and(col("_last.valid_to").isNull());
    private static final Column HOLDS = LASTS.and(col("person_id").equalTo(col("_last.person_id")));

    private final Dataset<Row> before;
    private final LocalDate newestDay;

    /**
     * @param before the history so far
     * @param newestDay the newest day on which a source told of any customer
     */
    IdentityHistory(Dataset<Row> before, LocalDate newestDay) {
        this.before = before;
        this.newestDay = newestDay;
    }

    /**
     * The history with what holds now.
     *
     * @param current {@code customer_id, person_id, linked_by, begins}, the last being the day from which the first assignment
     *     of a customer is known
     */
    Dataset<Row> with(Dataset<Row> current) {
        Dataset<Row> last = before.groupBy(CUSTOMER)
                .agg(max_by(struct("person_id", "linked_by", "valid_from", "valid_to"), col("valid_from"))
                        .alias(LAST));
        Column turn = greatest(lit(newestDay), coalesce(col("_last.valid_to"), col("_last.valid_from")));
        Dataset<Row> periods = current.join(last, new String[] {CUSTOMER}, "full")
                .withColumn("_turn", turn)
                .select(
                        col(CUSTOMER),
                        explode(array_compact(array(ended(), begun()))).alias("_period"))
                .select(CUSTOMER, "_period.*");
        return before.filter(col("valid_to").isNotNull()).unionByName(periods);
    }

    private static Column ended() {
        Column seen = col("_turn").gt(col("_last.valid_from"));
        Column ends = LASTS.and(not(coalesce(HOLDS, lit(false)))).and(seen);
        return when(ends, period("_last.person_id", "_last.linked_by", col("_last.valid_from"), col("_turn")));
    }

    private static Column begun() {
        Column from = when(HOLDS, col("_last.valid_from"))
                .when(col(LAST).isNull(), col("begins"))
                .otherwise(col("_turn"));
        return when(
                col("person_id").isNotNull(),
                period("person_id", "linked_by", from, lit(null).cast("date")));
    }

    private static Column period(String person, String linkedBy, Column from, Column to) {
        return struct(
                col(person).alias("person_id"),
                col(linkedBy).alias("linked_by"),
                from.alias("valid_from"),
                to.alias("valid_to"));
    }
}
