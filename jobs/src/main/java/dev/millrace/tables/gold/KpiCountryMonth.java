package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;
import java.util.stream.Stream;

/**
 * One row per country and month with any order line: how the shop did there; measures as in {@link KpiDay}. A customer is
 * new in the country of the first order only.
 */
public final class KpiCountryMonth {

    /** Stands for orders whose country is not known. */
    public static final String UNKNOWN = "unknown";

    public static final Field COUNTRY = required("country", STRING, "Country of the order, or unknown");
    public static final Field MONTH = required("month", DATE, "First UTC day of the month");

    public static final TableSpec SPEC = TableSpec.gold("kpi_country_month")
            .grain("one row per country and month with any order line")
            .fields(Stream.concat(Stream.of(COUNTRY, MONTH), KpiDay.MEASURES.stream())
                    .toList())
            .key(COUNTRY, MONTH)
            .day(MONTH)
            .check("buyers_add_up", "buyers = new_buyers + returning_buyers AND returning_buyers >= 0")
            .check("amounts_add_up", "total_amount = net_sales + fees + adjustments + bad_debts")
            .write(WriteMode.REPLACE_DAYS);

    private KpiCountryMonth() {}
}
