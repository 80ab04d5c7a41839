package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.RATIO;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per month of first order and month since with any customer's order line: how many of those won still buy. */
public final class CohortRetention {

    public static final Field COHORT_MONTH =
            required("cohort_month", DATE, "First day of the month of the customers' first order");
    public static final Field MONTH = required("month", DATE, "First day of the month looked at");
    public static final Field MONTHS_SINCE = required("months_since", INT, "Months from cohort_month to month");
    public static final Field CUSTOMERS =
            required("customers", LONG, "Customers whose first order lies in cohort_month");
    public static final Field ACTIVE = required("active", LONG, "Those of them with an order in month");
    public static final Field SHARE = required("share", RATIO, "active / customers");
    public static final Field NET_SALES = required("net_sales", MONEY, "net_sales of the customers in month");

    public static final TableSpec SPEC = TableSpec.gold("cohort_retention")
            .grain("one row per month of first order and month since with any customer's order line")
            .fields(COHORT_MONTH, MONTH, MONTHS_SINCE, CUSTOMERS, ACTIVE, SHARE, NET_SALES)
            .key(COHORT_MONTH, MONTH)
            .day(MONTH)
            .check("not_before_the_first_order", "months_since >= 0")
            .check("no_more_than_there_are", "active <= customers")
            .write(WriteMode.REPLACE_DAYS);

    private CohortRetention() {}
}
