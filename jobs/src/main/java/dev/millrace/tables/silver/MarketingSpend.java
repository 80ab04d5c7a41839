package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per channel and period: what was spent and how often people saw it. */
public final class MarketingSpend {

    public static final Field SPEND_DATE =
            required("spend_date", DATE, "First day of the period, by which spend is read");
    public static final Field PERIOD_START = required("period_start", DATE, "First day of the period");
    public static final Field PERIOD_END = optional("period_end", DATE, "Last day of the period");
    public static final Field CHANNEL = required("channel", STRING, "Channel, such as tv or search");
    public static final Field SPEND = required("spend", MONEY, "Money spent in the period, company currency");
    public static final Field EXPOSURE =
            optional("exposure", DOUBLE, "How much of it people saw, in the exposure unit");
    public static final Field EXPOSURE_UNIT =
            optional("exposure_unit", STRING, "What exposure counts, such as impressions or clicks");

    public static final TableSpec SPEC = TableSpec.silver("marketing_spend")
            .grain("one row per channel and period")
            .fields(Provenance.after(SPEND_DATE, PERIOD_START, PERIOD_END, CHANNEL, SPEND, EXPOSURE, EXPOSURE_UNIT))
            .key(CHANNEL, PERIOD_START)
            .day(SPEND_DATE)
            .check("day_is_the_first", "spend_date = period_start")
            .check("end_not_before_start", "period_end IS NULL OR period_end >= period_start")
            .check("spend_not_negative", "spend IS NULL OR spend >= 0")
            .check("exposure_not_negative", "exposure IS NULL OR exposure >= 0")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY =
            EntitySpec.fact(SPEC).needing(PERIOD_START, CHANNEL, SPEND).deriving(SPEND_DATE, "period_start");

    private MarketingSpend() {}
}
