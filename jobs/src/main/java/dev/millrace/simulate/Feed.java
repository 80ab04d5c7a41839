package dev.millrace.simulate;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the shop delivers, one folder a feed, one folder a delivery day in it; the header of its files. */
@SuppressWarnings("ImmutableEnumChecker") // every list is a List.of, every set a Set.of
public enum Feed {
    /** One line per order line; key (order_id, line_number). */
    ORDERS(
            List.of(
                    "order_id",
                    "line_number",
                    "product_id",
                    "customer_id",
                    "quantity",
                    "unit_price",
                    "discount",
                    "ordered_at",
                    "country",
                    "channel"),
            List.of("order_id", "line_number"),
            "ordered_at",
            Set.of(),
            "channel"),
    /** One line per returned order line; key (return_id, line_number). */
    RETURNS(
            List.of(
                    "return_id",
                    "line_number",
                    "order_id",
                    "order_line_number",
                    "product_id",
                    "customer_id",
                    "quantity",
                    "unit_price",
                    "returned_at",
                    "country",
                    "reason"),
            List.of("return_id", "line_number"),
            "returned_at",
            Set.of("reason"),
            "reason"),
    /** One line per customer and day of sign-up or change; key (customer_id, updated_at). */
    CUSTOMERS(
            List.of(
                    "customer_id",
                    "name",
                    "email",
                    "city",
                    "country",
                    "signup_date",
                    "acquisition_channel",
                    "email_consent",
                    "updated_at"),
            List.of("customer_id", "updated_at"),
            "updated_at",
            Set.of("name", "city"),
            "name"),
    /** One line per product and day of launch or change; key (product_id, updated_at). */
    PRODUCTS(
            List.of("product_id", "name", "category", "unit_cost", "launched_on", "updated_at"),
            List.of("product_id", "updated_at"),
            "updated_at",
            Set.of("name"),
            "name"),
    /** One line per product and price change; key (product_id, valid_from). */
    PRICES(
            List.of("product_id", "price", "valid_from"),
            List.of("product_id", "valid_from"),
            "valid_from",
            Set.of(),
            null),
    /** One line per event; key event_id. */
    WEB_EVENTS(
            List.of(
                    "event_id",
                    "session_id",
                    "visitor_id",
                    "customer_id",
                    "event_ts",
                    "event_type",
                    "page",
                    "product_id",
                    "channel",
                    "device"),
            List.of("event_id"),
            "event_ts",
            Set.of(),
            "page"),
    /** One line per product and day: what lies there at its end; key (product_id, counted_at). */
    STOCK(
            List.of("product_id", "on_hand", "on_order", "reorder_point", "counted_at"),
            List.of("product_id", "counted_at"),
            "counted_at",
            Set.of(),
            null),
    /** One line per delivery of a supplier when it is ordered, and one when it arrives; key (shipment_id, status). */
    SHIPMENTS(
            List.of(
                    "shipment_id",
                    "supplier_id",
                    "product_id",
                    "status",
                    "ordered_at",
                    "planned_on",
                    "delivered_at",
                    "quantity",
                    "unit_price"),
            List.of("shipment_id", "status"),
            "ordered_at",
            Set.of(),
            null),
    /** One line per product: what is agreed with its supplier; key product_id. */
    SUPPLY_TERMS(
            List.of("product_id", "supplier_id", "lead_time_days", "pack", "unit_cost", "order_cost"),
            List.of("product_id"),
            "product_id",
            Set.of(),
            null),
    /** One line per promotion when it is announced, and one when it is withdrawn; key (promotion_id, status). */
    PROMOTIONS(
            List.of("promotion_id", "product_id", "starts_on", "ends_on", "discount_share", "status"),
            List.of("promotion_id", "status"),
            "starts_on",
            Set.of(),
            null);

    /** What a shop delivers that keeps its stock to itself. */
    static final Set<Feed> OF_SALES = Set.of(ORDERS, RETURNS, CUSTOMERS, PRODUCTS, PRICES, WEB_EVENTS);

    private final List<String> columns;
    private final List<String> key;
    private final String order;
    private final Set<String> quoted;
    private final String garbled;

    Feed(List<String> columns, List<String> key, String order, Set<String> quoted, String garbled) {
        this.columns = columns;
        this.key = key;
        this.order = order;
        this.quoted = quoted;
        this.garbled = garbled;
    }

    /** Folder under the landing and beginning of the file names, e.g. {@code web_events}. */
    public String folder() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Names in the header, in order. */
    public List<String> columns() {
        return columns;
    }

    /** Columns that tell delivered lines apart, but for duplicates. */
    public List<String> key() {
        return key;
    }

    /** Whether its files are compressed with gzip. */
    public boolean gzipped() {
        return this == WEB_EVENTS;
    }

    /** The column that lines are sorted by within a file, before the key. */
    String order() {
        return order;
    }

    /** Columns whose values may hold commas or quotes. */
    Set<String> quoted() {
        return quoted;
    }

    /** The text column that a bad encoding strikes; none where there is no text. */
    Optional<String> garbled() {
        return Optional.ofNullable(garbled);
    }

    String extension() {
        return gzipped() ? ".csv.gz" : ".csv";
    }

    String header() {
        return String.join(",", columns);
    }
}
