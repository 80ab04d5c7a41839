package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.RATIO;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per date and pair of segments: how many customers are in the one now and were in the other a month before. */
public final class SegmentFlow {

    /** Segment before of those who had not bought by then. */
    public static final String NOT_YET = "not_yet_a_customer";

    public static final Field FROM_AS_OF_DATE =
            required("from_as_of_date", DATE, "Newest scored date 28 to 62 days before the other");
    public static final Field TO_AS_OF_DATE = required("to_as_of_date", DATE, "Scored date");
    public static final Field FROM_SEGMENT = required("from_segment", STRING, "Segment then, or not_yet_a_customer");
    public static final Field TO_SEGMENT = required("to_segment", STRING, "Segment now");
    public static final Field CUSTOMERS = required("customers", LONG, "Customers");
    public static final Field SHARE = required("share", RATIO, "Of the customers who were in from_segment");
    public static final Field NET_SALES = required("net_sales", MONEY, "Their net sales by the later date");

    public static final TableSpec SPEC = TableSpec.gold("segment_flow")
            .grain("one row per date and pair of segments then and now")
            .fields(FROM_AS_OF_DATE, TO_AS_OF_DATE, FROM_SEGMENT, TO_SEGMENT, CUSTOMERS, SHARE, NET_SALES)
            .key(TO_AS_OF_DATE, FROM_SEGMENT, TO_SEGMENT)
            .day(TO_AS_OF_DATE)
            .check("a_month_apart", "datediff(to_as_of_date, from_as_of_date) BETWEEN 28 AND 62")
            .write(WriteMode.REPLACE_DAYS);

    private SegmentFlow() {}
}
