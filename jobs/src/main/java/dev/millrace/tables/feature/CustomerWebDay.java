package dev.millrace.tables.feature;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per known customer, day of sessions and day on which they were known; carries the history of snapshots. */
public final class CustomerWebDay {

    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer number");
    public static final Field SESSION_DATE = required("session_date", DATE, "UTC day on which the sessions began");
    public static final Field KNOWN_DATE =
            required("known_date", DATE, "First day on which they were over and all their events were known");
    public static final Field SESSIONS = required("sessions", LONG, "Sessions");
    public static final Field CARTS_LEFT = required("carts_left", LONG, "Sessions that filled a cart and did not buy");

    public static final TableSpec SPEC = TableSpec.feature("customer_web_day")
            .grain("one row per known customer, day of sessions and day on which they were known")
            .fields(CUSTOMER_ID, SESSION_DATE, KNOWN_DATE, SESSIONS, CARTS_LEFT)
            .key(CUSTOMER_ID, SESSION_DATE, KNOWN_DATE)
            .day(SESSION_DATE)
            .check("carts_are_of_sessions", "carts_left <= sessions")
            .write(WriteMode.REPLACE_DAYS);

    private CustomerWebDay() {}
}
