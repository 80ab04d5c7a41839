package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.RATIO;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per contact of a customer by a campaign, or response of the customer to it.
 *
 * <p>Columns of the customer before the contact, on which the effect may depend, travel as attributes.
 */
public final class CampaignContact {

    /** The campaign turned to the customer, or left the customer out on purpose. */
    public static final String CONTACT = "contact";
    /** The customer answered, such as by redeeming a coupon. */
    public static final String RESPONSE = "response";

    public static final Field CONTACT_ID = required(
            "contact_id",
            STRING,
            "Contact number at the source; where it stood in the delivery when the source gives none");
    public static final Field CONTACT_DATE = required("contact_date", DATE, "UTC day of the contact or response");
    public static final Field CONTACT_TS = required(
            "contact_ts",
            TIMESTAMP,
            "UTC moment of the contact or response; the start of the day when only a day is known");
    public static final Field KIND =
            required("kind", STRING, "contact (also one withheld from a control group) or response");
    public static final Field CAMPAIGN_ID = optional("campaign_id", STRING, "Campaign");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field CHANNEL = optional("channel", STRING, "Channel of the contact, such as email or mail");
    public static final Field TREATMENT = optional(
            "treatment",
            STRING,
            "What the customer was given, such as the version of a message; for a control group, what stands for nothing");
    public static final Field TREATED =
            optional("treated", BOOLEAN, "Whether the customer was contacted; false in a control group");
    public static final Field TREATMENT_SHARE = optional(
            "treatment_share",
            RATIO,
            "Probability with which such customers were given this treatment, above 0 and at most 1");
    public static final Field OFFER_ID = optional("offer_id", STRING, "Coupon or offer that was sent or redeemed");
    public static final Field VISITED =
            optional("visited", BOOLEAN, "Whether the customer came to the shop in the campaign's outcome window");
    public static final Field CONVERTED =
            optional("converted", BOOLEAN, "Whether the customer bought in the outcome window");
    public static final Field SPEND =
            optional("spend", MONEY, "Money that the customer spent in the outcome window, company currency");

    public static final TableSpec SPEC = TableSpec.silver("campaign_contact")
            .grain("one row per contact or response")
            .fields(Provenance.after(
                    CONTACT_ID,
                    CONTACT_DATE,
                    CONTACT_TS,
                    KIND,
                    CAMPAIGN_ID,
                    CUSTOMER_ID,
                    CHANNEL,
                    TREATMENT,
                    TREATED,
                    TREATMENT_SHARE,
                    OFFER_ID,
                    VISITED,
                    CONVERTED,
                    SPEND))
            .key(CONTACT_ID)
            .day(CONTACT_DATE)
            .check("kind_known", "kind IN ('contact', 'response')")
            .check("day_is_of_the_moment", "contact_date = CAST(contact_ts AS DATE)")
            .check(
                    "treatment_share_is_a_probability",
                    "treatment_share IS NULL OR (treatment_share > 0 AND treatment_share <= 1)")
            .check("spend_needs_a_purchase", "spend IS NULL OR converted IS NULL OR converted OR spend = 0")
            .check("spend_not_negative", "spend IS NULL OR spend >= 0")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .deriving(CONTACT_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(KIND, "'contact'")
            .deriving(CONTACT_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(CONTACT_DATE, "CAST(contact_ts AS DATE)");

    private CampaignContact() {}
}
