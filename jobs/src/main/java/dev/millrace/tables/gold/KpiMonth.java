package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;
import java.util.stream.Stream;

/** One row per month with any order line: how the shop did; measures as in {@link KpiDay}. */
public final class KpiMonth {

    public static final Field MONTH = required("month", DATE, "First UTC day of the month");

    public static final TableSpec SPEC = TableSpec.gold("kpi_month")
            .grain("one row per month with any order line")
            .fields(Stream.concat(Stream.of(MONTH), KpiDay.MEASURES.stream()).toList())
            .key(MONTH)
            .day(MONTH)
            .check("buyers_add_up", "buyers = new_buyers + returning_buyers AND returning_buyers >= 0")
            .check("amounts_add_up", "total_amount = net_sales + fees + adjustments + bad_debts")
            .write(WriteMode.REPLACE_DAYS);

    private KpiMonth() {}
}
