package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per customer and product that the customer rated; a newer rating takes the place of an older one. */
public final class Rating {

    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer who rated");
    public static final Field PRODUCT_ID = required("product_id", STRING, "Product rated");
    public static final Field RATING_DATE = required("rating_date", DATE, "UTC day of the rating");
    public static final Field RATING_TS =
            required("rating_ts", TIMESTAMP, "UTC moment of the rating; the start of the day when only a day is known");
    public static final Field RATING_VALUE =
            required("rating_value", DOUBLE, "Rating, on the scale from lowest to highest");
    public static final Field LOWEST = optional("lowest", DOUBLE, "Lowest rating that one can give");
    public static final Field HIGHEST = optional("highest", DOUBLE, "Highest rating that one can give");

    public static final TableSpec SPEC = TableSpec.silver("rating")
            .grain("one row per customer and product rated")
            .fields(Provenance.after(CUSTOMER_ID, PRODUCT_ID, RATING_DATE, RATING_TS, RATING_VALUE, LOWEST, HIGHEST))
            .key(CUSTOMER_ID, PRODUCT_ID)
            .day(RATING_DATE)
            .check("day_is_of_the_moment", "rating_date = CAST(rating_ts AS DATE)")
            .check(
                    "rating_on_its_scale",
                    "(lowest IS NULL OR rating_value >= lowest) AND (highest IS NULL OR rating_value <= highest)")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(CUSTOMER_ID, PRODUCT_ID, RATING_VALUE)
            .deriving(RATING_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(RATING_DATE, "CAST(rating_ts AS DATE)");

    private Rating() {}
}
