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

/** One row per text in which somebody says what they think of a product, order or place. */
public final class Review {

    public static final Field REVIEW_ID = required(
            "review_id",
            STRING,
            "Review number at the source; where it stood in the delivery when the source gives none");
    public static final Field REVIEW_DATE = required("review_date", DATE, "UTC day of the review");
    public static final Field REVIEW_TS =
            required("review_ts", TIMESTAMP, "UTC moment of the review; the start of the day when only a day is known");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field PRODUCT_ID = optional("product_id", STRING, "Product reviewed");
    public static final Field ORDER_ID = optional("order_id", STRING, "Order reviewed");
    public static final Field PARTNER_ID = optional("partner_id", STRING, "Seller, restaurant or hotel reviewed");
    public static final Field TITLE = optional("title", STRING, "Heading");
    public static final Field REVIEW_TEXT = required("review_text", STRING, "What was written");
    public static final Field LANGUAGE =
            optional("language", STRING, "ISO 639-1 code of the language, such as en or zh");
    public static final Field DOMAIN = optional("domain", STRING, "What it is about, such as hotel or laptop");
    public static final Field STARS = optional("stars", DOUBLE, "Stars, 1 to 5");
    public static final Field SENTIMENT =
            optional("sentiment", STRING, "Label given by people: positive, negative, neutral or conflict (both)");

    public static final TableSpec SPEC = TableSpec.silver("review")
            .grain("one row per review")
            .fields(Provenance.after(
                    REVIEW_ID,
                    REVIEW_DATE,
                    REVIEW_TS,
                    CUSTOMER_ID,
                    PRODUCT_ID,
                    ORDER_ID,
                    PARTNER_ID,
                    TITLE,
                    REVIEW_TEXT,
                    LANGUAGE,
                    DOMAIN,
                    STARS,
                    SENTIMENT))
            .key(REVIEW_ID)
            .day(REVIEW_DATE)
            .check("day_is_of_the_moment", "review_date = CAST(review_ts AS DATE)")
            .check("stars_from_1_to_5", "stars IS NULL OR (stars >= 1 AND stars <= 5)")
            .check(
                    "sentiment_known",
                    "sentiment IS NULL OR sentiment IN ('positive', 'negative', 'neutral', 'conflict')")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(REVIEW_TEXT)
            .deriving(REVIEW_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(REVIEW_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(REVIEW_DATE, "CAST(review_ts AS DATE)");

    private Review() {}
}
