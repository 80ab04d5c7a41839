package dev.millrace.tables.feature;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per session: events of a visitor with no more than 30 minutes from each to the next. A session may go on past midnight and
 * belongs to the day on which it began. Where a visitor did not pause for the whole of a day, the next day begins a new one.
 */
public final class Session {

    /** Was there. */
    public static final String VISIT = "visit";
    /** Looked at a product. */
    public static final String VIEW = "view";
    /** Put something in the cart. */
    public static final String CART = "add_to_cart";
    /** Began to pay. */
    public static final String CHECKOUT = "checkout";
    /** Bought. */
    public static final String PURCHASE = "purchase";

    public static final Field VISITOR_ID = required(
            "visitor_id",
            STRING,
            "Browser or device; 'customer', 'session' or 'event' and a number where none is told");
    public static final Field SESSION_START = required("session_start", TIMESTAMP, "UTC moment of the first event");
    public static final Field SESSION_DATE = required("session_date", DATE, "UTC day of the first event");
    public static final Field SESSION_END = required("session_end", TIMESTAMP, "UTC moment of the last event");
    public static final Field KNOWN_DATE =
            required("known_date", DATE, "First day on which it was over and all its events were known");
    public static final Field EVENTS = required("events", LONG, "Events");
    public static final Field FURTHEST_STEP = required(
            "furthest_step", STRING, "Furthest step to a purchase: visit, view, add_to_cart, checkout or purchase");
    public static final Field FILLED_CART = required("filled_cart", BOOLEAN, "Whether something was put in the cart");
    public static final Field BOUGHT = required("bought", BOOLEAN, "Whether it came to a purchase");
    public static final Field CHANNEL = optional("channel", STRING, "Channel of the first event that tells one");
    public static final Field CUSTOMER_ID =
            optional("customer_id", STRING, "Customer number of the first event that tells one");

    public static final TableSpec SPEC = TableSpec.feature("session")
            .grain("one row per session of a visitor")
            .fields(
                    VISITOR_ID,
                    SESSION_START,
                    SESSION_DATE,
                    SESSION_END,
                    KNOWN_DATE,
                    EVENTS,
                    FURTHEST_STEP,
                    FILLED_CART,
                    BOUGHT,
                    CHANNEL,
                    CUSTOMER_ID)
            .key(VISITOR_ID, SESSION_START)
            .day(SESSION_DATE)
            .check("ends_after_it_begins", "session_end >= session_start")
            .check("day_is_of_the_start", "session_date = CAST(session_start AS DATE)")
            .write(WriteMode.REPLACE_DAYS);

    private Session() {}
}
