package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per chance to show something: a bid won, an impression or a recommendation, with what came of it.
 *
 * <p>Propensities are doubles: a policy that learns shows some things once in a million times.
 */
public final class AdEvent {

    public static final Field AD_EVENT_ID = required(
            "ad_event_id",
            STRING,
            "Number of the event at the source; where it stood in the delivery when the source gives none");
    public static final Field AD_EVENT_DATE = required("ad_event_date", DATE, "UTC day of the event");
    public static final Field AD_EVENT_TS = required(
            "ad_event_ts", TIMESTAMP, "UTC moment of the event; the start of the day when only a day is known");
    public static final Field KIND = required("kind", STRING, "impression, bid (won or lost) or recommendation");
    public static final Field CAMPAIGN_ID = optional("campaign_id", STRING, "Campaign");
    public static final Field CREATIVE_ID = optional("creative_id", STRING, "Creative shown");
    public static final Field PRODUCT_ID = optional("product_id", STRING, "Product shown");
    public static final Field POLICY = optional("policy", STRING, "What chose the thing to show");
    public static final Field SLOT_ID = optional("slot_id", STRING, "Place on the page");
    public static final Field SLOT_POSITION = optional("slot_position", INT, "Position in the list shown, from 1");
    public static final Field SLOT_WIDTH = optional("slot_width", INT, "Width of the place, pixels");
    public static final Field SLOT_HEIGHT = optional("slot_height", INT, "Height of the place, pixels");
    public static final Field SLOT_VISIBILITY =
            optional("slot_visibility", STRING, "Where on the screen the place lies");
    public static final Field SLOT_FORMAT = optional("slot_format", STRING, "Kind of place, such as fixed or pop");
    public static final Field EXCHANGE = optional("exchange", STRING, "Exchange that auctioned the place");
    public static final Field DOMAIN = optional("domain", STRING, "Site");
    public static final Field PAGE = optional("page", STRING, "Page");
    public static final Field VISITOR_ID = optional("visitor_id", STRING, "Browser or device");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field IP_ADDRESS =
            optional("ip_address", STRING, "Address of the visitor, masked where the source masks it");
    public static final Field REGION = optional("region", STRING, "Region of the visitor");
    public static final Field CITY = optional("city", STRING, "City of the visitor");
    public static final Field VISITOR_TAGS = optional("visitor_tags", TEXTS, "Interests that the visitor is known for");
    public static final Field PROPENSITY = optional(
            "propensity", DOUBLE, "Probability with which the policy showed this thing here, above 0 and at most 1");
    public static final Field BID_PRICE =
            optional("bid_price", MONEY, "Price bid for a thousand impressions, company currency");
    public static final Field PRICE_PAID =
            optional("price_paid", MONEY, "Price paid for a thousand impressions, company currency");
    public static final Field CLICKED = required("clicked", BOOLEAN, "Whether it was clicked");
    public static final Field CONVERTED = optional("converted", BOOLEAN, "Whether a conversion followed");

    public static final TableSpec SPEC = TableSpec.silver("ad_event")
            .grain("one row per impression, bid or recommendation shown")
            .fields(Provenance.after(
                    AD_EVENT_ID,
                    AD_EVENT_DATE,
                    AD_EVENT_TS,
                    KIND,
                    CAMPAIGN_ID,
                    CREATIVE_ID,
                    PRODUCT_ID,
                    POLICY,
                    SLOT_ID,
                    SLOT_POSITION,
                    SLOT_WIDTH,
                    SLOT_HEIGHT,
                    SLOT_VISIBILITY,
                    SLOT_FORMAT,
                    EXCHANGE,
                    DOMAIN,
                    PAGE,
                    VISITOR_ID,
                    CUSTOMER_ID,
                    IP_ADDRESS,
                    REGION,
                    CITY,
                    VISITOR_TAGS,
                    PROPENSITY,
                    BID_PRICE,
                    PRICE_PAID,
                    CLICKED,
                    CONVERTED))
            .key(AD_EVENT_ID)
            .day(AD_EVENT_DATE)
            .check("kind_known", "kind IN ('impression', 'bid', 'recommendation')")
            .check("day_is_of_the_moment", "ad_event_date = CAST(ad_event_ts AS DATE)")
            .check("propensity_is_a_probability", "propensity IS NULL OR (propensity > 0 AND propensity <= 1)")
            .check("position_from_1", "slot_position IS NULL OR slot_position >= 1")
            .check("bid_price_not_negative", "bid_price IS NULL OR bid_price >= 0")
            .check("price_paid_not_negative", "price_paid IS NULL OR price_paid >= 0")
            .personal(IP_ADDRESS)
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(CLICKED)
            .deriving(AD_EVENT_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(KIND, "'impression'")
            .deriving(AD_EVENT_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(AD_EVENT_DATE, "CAST(ad_event_ts AS DATE)");

    private AdEvent() {}
}
