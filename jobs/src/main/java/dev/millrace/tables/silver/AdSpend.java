package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per day, campaign, advertisement and audience that advertising was paid for.
 *
 * <p>Reports are by day, so that a row has no moment.
 */
public final class AdSpend {

    public static final Field SPEND_ID = required(
            "spend_id",
            STRING,
            "Number of the report's line at the source; where it stood in the delivery when the source gives none");
    public static final Field SPEND_DATE =
            required("spend_date", DATE, "Day of the spend, or last day of the period reported");
    public static final Field CAMPAIGN_ID = optional("campaign_id", STRING, "Campaign");
    public static final Field AD_ID = optional("ad_id", STRING, "Advertisement or creative");
    public static final Field CHANNEL = optional("channel", STRING, "Channel, such as facebook or search");
    public static final Field AGE_BAND = optional("age_band", STRING, "Ages of the audience, such as 30-34");
    public static final Field GENDER = optional("gender", STRING, "Gender of the audience");
    public static final Field INTEREST = optional("interest", STRING, "Interest or segment of the audience");
    public static final Field IMPRESSIONS = optional("impressions", LONG, "Times shown");
    public static final Field CLICKS = optional("clicks", LONG, "Times clicked");
    public static final Field SPEND = required("spend", MONEY, "Money spent, company currency");
    public static final Field CONVERSIONS =
            optional("conversions", LONG, "Conversions that the channel credits to itself");
    public static final Field CONVERSION_VALUE =
            optional("conversion_value", MONEY, "Worth of these conversions, company currency");

    public static final TableSpec SPEC = TableSpec.silver("ad_spend")
            .grain("one row per day, campaign, advertisement and audience")
            .fields(Provenance.after(
                    SPEND_ID,
                    SPEND_DATE,
                    CAMPAIGN_ID,
                    AD_ID,
                    CHANNEL,
                    AGE_BAND,
                    GENDER,
                    INTEREST,
                    IMPRESSIONS,
                    CLICKS,
                    SPEND,
                    CONVERSIONS,
                    CONVERSION_VALUE))
            .key(SPEND_ID)
            .day(SPEND_DATE)
            .check("spend_not_negative", "spend IS NULL OR spend >= 0")
            .check("impressions_not_negative", "impressions IS NULL OR impressions >= 0")
            .check("conversions_not_negative", "conversions IS NULL OR conversions >= 0")
            .check(
                    "clicks_among_impressions",
                    "clicks IS NULL OR (clicks >= 0 AND (impressions IS NULL OR clicks <= impressions))")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(SPEND)
            .deriving(SPEND_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(SPEND_DATE, "known_date");

    private AdSpend() {}
}
