package dev.millrace.tables.score;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per problem, as-of date and customer: the segment. What was once published of a date stays as it is. */
public final class CustomerSegment {

    /** The problem of a company's customers as a whole. */
    public static final String CUSTOMERS = "customers";

    public static final Field PROBLEM = required("problem", STRING, "What is divided: customers");
    public static final Field AS_OF_DATE = required("as_of_date", DATE, "UTC day before which everything lies");
    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer number");
    public static final Field SEGMENT_ID = required("segment_id", STRING, "Segment; the same word in every month");
    public static final Field SEGMENT_NAME = required("segment_name", STRING, "Name for people");
    public static final Field RECENCY_SCORE =
            required("recency_score", INT, "5 for the fifth who bought last, 1 for the fifth who bought longest ago");
    public static final Field FREQUENCY_SCORE = required("frequency_score", INT, "5 for the fifth with most orders");
    public static final Field VALUE_SCORE = required("value_score", INT, "5 for the fifth with most net sales");
    public static final Field RFM = required("rfm", STRING, "The three scores, such as 545");
    public static final Field DISTANCE = optional(
            "distance", DOUBLE, "From the segment's centre in its own spreads; null where scores alone divide");
    public static final Field CONFIDENCE = optional(
            "confidence", DOUBLE, "Probability of the segment against the others; null where scores alone divide");
    public static final Field MODEL_VERSION = required("model_version", STRING, "As in ops/segment_model");
    public static final Field REASON = optional("reason", STRING, "Why scores alone divide; null where they do not");

    public static final TableSpec SPEC = TableSpec.score("segment")
            .grain("one row per problem, as-of date and customer")
            .fields(
                    PROBLEM,
                    AS_OF_DATE,
                    CUSTOMER_ID,
                    SEGMENT_ID,
                    SEGMENT_NAME,
                    RECENCY_SCORE,
                    FREQUENCY_SCORE,
                    VALUE_SCORE,
                    RFM,
                    DISTANCE,
                    CONFIDENCE,
                    MODEL_VERSION,
                    REASON)
            .key(PROBLEM, AS_OF_DATE, CUSTOMER_ID)
            .day(AS_OF_DATE)
            .check(
                    "scores_from_1_to_5",
                    "recency_score BETWEEN 1 AND 5 AND frequency_score BETWEEN 1 AND 5"
                            + " AND value_score BETWEEN 1 AND 5")
            .write(WriteMode.MERGE_ON_KEY);

    private CustomerSegment() {}
}
