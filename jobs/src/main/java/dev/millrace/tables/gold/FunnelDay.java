package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.RATIO;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per day and channel with any session: how far visitors came on the way to a purchase, and where they left it. */
public final class FunnelDay {

    /** Stands for the channel of sessions that tell none. */
    public static final String UNKNOWN = "unknown";

    public static final Field SESSION_DATE = required("session_date", DATE, "UTC day on which the sessions began");
    public static final Field CHANNEL = required("channel", STRING, "Channel that brought the visit; unknown if none");
    public static final Field SESSIONS = required("sessions", LONG, "Sessions");
    public static final Field PRODUCT_VIEWS =
            required("product_views", LONG, "Sessions that looked at a product or went further");
    public static final Field CARTS = required("carts", LONG, "Sessions that filled a cart or went further");
    public static final Field CHECKOUTS = required("checkouts", LONG, "Sessions that began to pay or went further");
    public static final Field PURCHASES = required("purchases", LONG, "Sessions that bought");
    public static final Field VIEW_DROP_OFF =
            required("view_drop_off", RATIO, "Share of sessions that looked at no product");
    public static final Field CART_DROP_OFF =
            optional("cart_drop_off", RATIO, "Share of product_views without a cart; null without any");
    public static final Field CHECKOUT_DROP_OFF =
            optional("checkout_drop_off", RATIO, "Share of carts without a checkout; null without any");
    public static final Field PURCHASE_DROP_OFF =
            optional("purchase_drop_off", RATIO, "Share of checkouts without a purchase; null without any");
    public static final Field CARTS_LEFT = required("carts_left", LONG, "Sessions that filled a cart and did not buy");

    public static final TableSpec SPEC = TableSpec.gold("funnel_day")
            .grain("one row per day and channel with any session")
            .fields(
                    SESSION_DATE,
                    CHANNEL,
                    SESSIONS,
                    PRODUCT_VIEWS,
                    CARTS,
                    CHECKOUTS,
                    PURCHASES,
                    VIEW_DROP_OFF,
                    CART_DROP_OFF,
                    CHECKOUT_DROP_OFF,
                    PURCHASE_DROP_OFF,
                    CARTS_LEFT)
            .key(SESSION_DATE, CHANNEL)
            .day(SESSION_DATE)
            .check(
                    "it_narrows",
                    "sessions >= product_views AND product_views >= carts AND carts >= checkouts AND checkouts >= purchases")
            .write(WriteMode.REPLACE_DAYS);

    private FunnelDay() {}
}
