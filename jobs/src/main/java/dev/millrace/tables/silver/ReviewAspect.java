package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per aspect that a review speaks of, or word of the review that names one. */
public final class ReviewAspect {

    public static final Field ASPECT_ID = required(
            "aspect_id",
            STRING,
            "Number of the mention at the source; where it stood in the delivery when the source gives none");
    public static final Field REVIEW_DATE = required("review_date", DATE, "UTC day of the review");
    public static final Field REVIEW_ID = required("review_id", STRING, "Review");
    public static final Field ASPECT = optional("aspect", STRING, "Aspect from a fixed list, such as service or price");
    public static final Field TERM = optional("term", STRING, "Words of the review that name it");
    public static final Field TERM_START = optional("term_start", INT, "First character of the words, from 0");
    public static final Field TERM_END = optional("term_end", INT, "Character after the words");
    public static final Field POLARITY =
            required("polarity", STRING, "Label given by people: positive, negative, neutral or conflict (both)");

    public static final TableSpec SPEC = TableSpec.silver("review_aspect")
            .grain("one row per aspect of a review")
            .fields(Provenance.after(ASPECT_ID, REVIEW_DATE, REVIEW_ID, ASPECT, TERM, TERM_START, TERM_END, POLARITY))
            .key(ASPECT_ID)
            .day(REVIEW_DATE)
            .check("polarity_known", "polarity IN ('positive', 'negative', 'neutral', 'conflict')")
            .check("names_something", "aspect IS NOT NULL OR term IS NOT NULL")
            .check("term_ends_after_it_starts", "term_start IS NULL OR term_end IS NULL OR term_end > term_start")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(REVIEW_ID, POLARITY)
            .deriving(ASPECT_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(REVIEW_DATE, "known_date");

    private ReviewAspect() {}
}
