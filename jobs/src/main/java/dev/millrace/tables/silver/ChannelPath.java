package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per path of touches that customers took, with how many of them converted.
 *
 * <p>Sources report the same path several times, as a part of different aggregates; each of them counts.
 */
public final class ChannelPath {

    public static final Field PATH_ID = required(
            "path_id", STRING, "Path number at the source; where it stood in the delivery when the source gives none");
    public static final Field PATH_DATE =
            required("path_date", DATE, "Last day of the period that the path is reported for");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field TOUCHES = required("touches", TEXTS, "Channels touched, in order");
    public static final Field CONVERSIONS =
            required("conversions", LONG, "Paths of these touches that ended in a conversion");
    public static final Field CONVERSION_VALUE =
            required("conversion_value", MONEY, "Worth of these conversions, company currency");
    public static final Field NON_CONVERSIONS =
            required("non_conversions", LONG, "Paths of these touches that ended in none");

    public static final TableSpec SPEC = TableSpec.silver("channel_path")
            .grain("one row per reported path of touches")
            .fields(Provenance.after(
                    PATH_ID, PATH_DATE, CUSTOMER_ID, TOUCHES, CONVERSIONS, CONVERSION_VALUE, NON_CONVERSIONS))
            .key(PATH_ID)
            .day(PATH_DATE)
            .check("path_has_touches", "size(touches) > 0")
            .check("conversions_not_negative", "conversions IS NULL OR conversions >= 0")
            .check("conversion_value_not_negative", "conversion_value IS NULL OR conversion_value >= 0")
            .check("non_conversions_not_negative", "non_conversions IS NULL OR non_conversions >= 0")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(TOUCHES, CONVERSIONS)
            .deriving(PATH_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(PATH_DATE, "known_date")
            .deriving(CONVERSION_VALUE, "0")
            .deriving(NON_CONVERSIONS, "0");

    private ChannelPath() {}
}
