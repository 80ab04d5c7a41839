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

/** One row per thing that a visitor did on a site or in an app. */
public final class WebEvent {

    public static final Field EVENT_ID = required(
            "event_id",
            STRING,
            "Event number at the source; where it stood in the delivery when the source gives none");
    public static final Field EVENT_DATE = required("event_date", DATE, "UTC day of the event");
    public static final Field EVENT_TS =
            required("event_ts", TIMESTAMP, "UTC moment of the event; the start of the day when only a day is known");
    public static final Field EVENT_TYPE = required(
            "event_type",
            STRING,
            "What happened, in small letters: view, search, add_to_cart, checkout, purchase, or the source's own");
    public static final Field SESSION_ID = optional("session_id", STRING, "Visit that the event belongs to");
    public static final Field VISITOR_ID = optional("visitor_id", STRING, "Browser or device");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field PRODUCT_ID = optional("product_id", STRING, "Product looked at or put in the cart");
    public static final Field ORDER_ID = optional("order_id", STRING, "Order that the event ended in");
    public static final Field PAGE = optional("page", STRING, "Page or screen");
    public static final Field REFERRER = optional("referrer", STRING, "Where the visitor came from");
    public static final Field CHANNEL = optional("channel", STRING, "Channel that brought the visit");
    public static final Field CAMPAIGN_ID = optional("campaign_id", STRING, "Campaign that brought the visit");
    public static final Field DEVICE = optional("device", STRING, "Kind of device");
    public static final Field COUNTRY = optional("country", STRING, "Country of the visitor");
    public static final Field EVENT_VALUE = optional("event_value", MONEY, "Worth of what happened, company currency");

    public static final TableSpec SPEC = TableSpec.silver("web_event")
            .grain("one row per event of a visitor")
            .fields(Provenance.after(
                    EVENT_ID,
                    EVENT_DATE,
                    EVENT_TS,
                    EVENT_TYPE,
                    SESSION_ID,
                    VISITOR_ID,
                    CUSTOMER_ID,
                    PRODUCT_ID,
                    ORDER_ID,
                    PAGE,
                    REFERRER,
                    CHANNEL,
                    CAMPAIGN_ID,
                    DEVICE,
                    COUNTRY,
                    EVENT_VALUE))
            .key(EVENT_ID)
            .day(EVENT_DATE)
            .check("day_is_of_the_moment", "event_date = CAST(event_ts AS DATE)")
            .check("event_type_in_small_letters", "event_type = lower(event_type)")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(EVENT_TYPE)
            .deriving(EVENT_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(EVENT_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(EVENT_DATE, "CAST(event_ts AS DATE)");

    private WebEvent() {}
}
