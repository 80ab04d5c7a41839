package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per lead: somebody who may become a customer or a seller. */
public final class Lead {

    public static final Field LEAD_ID = required("lead_id", STRING, "Lead number at the source");
    public static final Field LEAD_DATE = required("lead_date", DATE, "UTC day of the first contact");
    public static final Field LEAD_TS = required(
            "lead_ts", TIMESTAMP, "UTC moment of the first contact; the start of the day when only a day is known");
    public static final Field ORIGIN = optional("origin", STRING, "Channel that brought the lead");
    public static final Field LANDING_PAGE = optional("landing_page", STRING, "Page on which the lead came in");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field CAMPAIGN_ID = optional("campaign_id", STRING, "Campaign that brought the lead");
    public static final Field SEGMENT = optional("segment", STRING, "Business segment or interest");
    public static final Field STATUS = optional("status", STRING, "Where the lead stands at the source");

    public static final TableSpec SPEC = TableSpec.silver("lead")
            .grain("one row per lead")
            .fields(Provenance.after(
                    LEAD_ID, LEAD_DATE, LEAD_TS, ORIGIN, LANDING_PAGE, CUSTOMER_ID, CAMPAIGN_ID, SEGMENT, STATUS))
            .key(LEAD_ID)
            .day(LEAD_DATE)
            .check("day_is_of_the_moment", "lead_date = CAST(lead_ts AS DATE)")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(LEAD_ID)
            .deriving(LEAD_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(LEAD_DATE, "CAST(lead_ts AS DATE)");

    private Lead() {}
}
