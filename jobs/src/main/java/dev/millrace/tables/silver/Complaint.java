package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per complaint of a customer, or question to customer service. */
public final class Complaint {

    /** Something went wrong. */
    public static final String COMPLAINT = "complaint";
    /** Somebody asks for help. */
    public static final String QUESTION = "question";

    public static final Field COMPLAINT_ID = required(
            "complaint_id",
            STRING,
            "Complaint number at the source; where it stood in the delivery when the source gives none");
    public static final Field COMPLAINT_DATE = required("complaint_date", DATE, "UTC day it was received");
    public static final Field COMPLAINT_TS = required(
            "complaint_ts", TIMESTAMP, "UTC moment it was received; the start of the day when only a day is known");
    public static final Field KIND = required("kind", STRING, "complaint or question");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field PARTNER_ID =
            optional("partner_id", STRING, "Company that it is about, where it is not one's own");
    public static final Field PRODUCT = optional("product", STRING, "Product or service that it is about");
    public static final Field SUB_PRODUCT = optional("sub_product", STRING, "Part of the product");
    public static final Field ISSUE = optional("issue", STRING, "What is wrong, or what is asked (the intent)");
    public static final Field SUB_ISSUE = optional("sub_issue", STRING, "What is wrong in detail");
    public static final Field NARRATIVE = optional("narrative", STRING, "What the customer wrote; null when withheld");
    public static final Field LANGUAGE = optional("language", STRING, "ISO 639-1 code of the language");
    public static final Field CHANNEL = optional("channel", STRING, "How it came in, in small letters");
    public static final Field REGION = optional("region", STRING, "State or region of the customer");
    public static final Field POSTAL_CODE =
            optional("postal_code", STRING, "Postal code, masked where the source masks it");
    public static final Field FORWARDED_ON =
            optional("forwarded_on", DATE, "Day on which it was sent to the company it is about");
    public static final Field RESPONSE = optional("response", STRING, "How it was answered");
    public static final Field TIMELY = optional("timely", BOOLEAN, "Whether the answer came in time");
    public static final Field DISPUTED =
            optional("disputed", BOOLEAN, "Whether the customer disputed the answer; null when not known");

    public static final TableSpec SPEC = TableSpec.silver("complaint")
            .grain("one row per complaint or question")
            .fields(Provenance.after(
                    COMPLAINT_ID,
                    COMPLAINT_DATE,
                    COMPLAINT_TS,
                    KIND,
                    CUSTOMER_ID,
                    PARTNER_ID,
                    PRODUCT,
                    SUB_PRODUCT,
                    ISSUE,
                    SUB_ISSUE,
                    NARRATIVE,
                    LANGUAGE,
                    CHANNEL,
                    REGION,
                    POSTAL_CODE,
                    FORWARDED_ON,
                    RESPONSE,
                    TIMELY,
                    DISPUTED))
            .key(COMPLAINT_ID)
            .day(COMPLAINT_DATE)
            .check("kind_known", "kind IN ('complaint', 'question')")
            .check("day_is_of_the_moment", "complaint_date = CAST(complaint_ts AS DATE)")
            .check("forwarded_not_before_received", "forwarded_on IS NULL OR forwarded_on >= complaint_date")
            .personal(NARRATIVE, POSTAL_CODE)
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .deriving(COMPLAINT_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(KIND, "'complaint'")
            .deriving(COMPLAINT_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(COMPLAINT_DATE, "CAST(complaint_ts AS DATE)");

    private Complaint() {}
}
