package dev.millrace.simulate;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.array_compact;
import static org.apache.spark.sql.functions.array_distinct;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.concat;
import static org.apache.spark.sql.functions.explode;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;

import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The customers feed: a customer as known on the day of sign-up (or the first day) and on each day of change. */
final class CustomerVersions {

    private static final List<String> GIVEN = List.of(
            "Zoë",
            "Jürgen",
            "Anne-Sophie",
            "Søren",
            "Łukasz",
            "María",
            "Olga",
            "Piet",
            "Amélie",
            "Björn",
            "Mei",
            "Noah",
            "Emma",
            "Liam",
            "Aïcha",
            "Tomáš");
    private static final List<String> FAMILY = List.of(
            "Müller",
            "O'Neil",
            "García",
            "Nowak",
            "Jensen",
            "Lefèvre",
            "Öztürk",
            "Smith",
            "Rossi",
            "陳",
            "Janssen",
            "Novák",
            "Brown",
            "Ångström",
            "Dubois",
            "Fischer");
    private static final double FAMILY_FIRST = 0.1;

    private final Draws draws;

    CustomerVersions(ShopPlan plan) {
        this.draws = new Draws(plan.seed());
    }

    /** One row per customer and day of change, in the columns of {@link Feed#CUSTOMERS}, and {@code day}. */
    Dataset<Row> of(Dataset<Row> population) {
        Column days = array(col("start_day"), col("moved_on"), col("consent_on"), col("email_on"));
        return population
                .withColumn("day", explode(array_distinct(array_compact(days))))
                .select(
                        col("customer_id"),
                        name().as("name"),
                        email().as("email"),
                        Places.city(place(col("day"))).as("city"),
                        Places.country(place(col("day"))).as("country"),
                        col("signup_date"),
                        col("acquisition_channel"),
                        consent().as("email_consent"),
                        updatedAt().as("updated_at"),
                        col("day"));
    }

    /** Where a customer lives on a day. */
    static Column place(Column day) {
        return when(happened("moved_on", day), col("next_place")).otherwise(col("first_place"));
    }

    private Column name() {
        Column no = col("customer_no");
        Column given = draws.oneOf(GIVEN, "given name", no);
        Column family = draws.oneOf(FAMILY, "family name", no);
        return when(draws.chance(FAMILY_FIRST, "family first", no), concat(family, lit(", "), given))
                .otherwise(concat(given, lit(" "), family));
    }

    private Column email() {
        Column host = when(happened("email_on", col("day")), "@mail.example").otherwise("@post.example");
        return concat(lit("c"), col("customer_no").cast("string"), host);
    }

    private Column consent() {
        return when(happened("consent_on", col("day")), col("first_consent").equalTo(false))
                .otherwise(col("first_consent"));
    }

    private Column updatedAt() {
        Column seconds = Moments.busy(draws, "customer update", col("customer_no"), col("day"));
        Column known =
                when(col("day").equalTo(col("start_day")), col("signup_date")).otherwise(col("day"));
        return Moments.at(known, seconds);
    }

    private static Column happened(String change, Column day) {
        return coalesce(col(change).leq(day), lit(false));
    }
}
