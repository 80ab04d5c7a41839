package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per deal with a customer, or with a seller of a marketplace. */
public final class Deal {

    public static final Field DEAL_ID = required("deal_id", STRING, "Deal number at the source");
    public static final Field DEAL_DATE = required("deal_date", DATE, "UTC day of the deal's last change of stage");
    public static final Field DEAL_TS = required(
            "deal_ts",
            TIMESTAMP,
            "UTC moment of the deal's last change of stage; the start of the day when only a day is known");
    public static final Field STAGE = required("stage", STRING, "open, won or lost");
    public static final Field LEAD_ID = optional("lead_id", STRING, "Lead that it came from");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field PARTNER_ID = optional("partner_id", STRING, "Seller or partner that it was made with");
    public static final Field SALES_PERSON_ID = optional("sales_person_id", STRING, "Who closed it");
    public static final Field SEGMENT = optional("segment", STRING, "Business segment");
    public static final Field LEAD_TYPE = optional("lead_type", STRING, "Kind of lead");
    public static final Field AMOUNT = optional("amount", MONEY, "Worth of the deal, company currency");
    public static final Field DECLARED_MONTHLY_REVENUE = optional(
            "declared_monthly_revenue", MONEY, "Monthly revenue that the other side says it has, company currency");

    public static final TableSpec SPEC = TableSpec.silver("deal")
            .grain("one row per deal")
            .fields(Provenance.after(
                    DEAL_ID,
                    DEAL_DATE,
                    DEAL_TS,
                    STAGE,
                    LEAD_ID,
                    CUSTOMER_ID,
                    PARTNER_ID,
                    SALES_PERSON_ID,
                    SEGMENT,
                    LEAD_TYPE,
                    AMOUNT,
                    DECLARED_MONTHLY_REVENUE))
            .key(DEAL_ID)
            .day(DEAL_DATE)
            .check("stage_known", "stage IN ('open', 'won', 'lost')")
            .check("day_is_of_the_moment", "deal_date = CAST(deal_ts AS DATE)")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(DEAL_ID, STAGE)
            .deriving(DEAL_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(DEAL_DATE, "CAST(deal_ts AS DATE)");

    private Deal() {}
}
