package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per series and moment: a number that is measured again and again, such as units sold or a market signal. */
public final class SeriesObservation {

    public static final Field SERIES_ID = required("series_id", STRING, "Series");
    public static final Field OBSERVED_DATE = required("observed_date", DATE, "UTC day of the observation");
    public static final Field OBSERVED_TS = required(
            "observed_ts",
            TIMESTAMP,
            "UTC moment of the observation, the start of its period; the start of the day when only a day is known");
    public static final Field OBSERVED_VALUE = required("observed_value", DOUBLE, "Value, in the unit");
    public static final Field MEASURE = optional("measure", STRING, "What is measured, such as units_sold");
    public static final Field UNIT = optional("unit", STRING, "Unit of the value");
    public static final Field FREQUENCY = optional(
            "frequency",
            STRING,
            "Distance of two observations: minute, 5 minutes, hour, day, week, month, quarter or year");
    public static final Field PRODUCT_ID = optional("product_id", STRING, "Product that it belongs to");
    public static final Field LOCATION_ID = optional("location_id", STRING, "Store, site or region that it belongs to");

    public static final TableSpec SPEC = TableSpec.silver("series_observation")
            .grain("one row per series and moment")
            .fields(Provenance.after(
                    SERIES_ID,
                    OBSERVED_DATE,
                    OBSERVED_TS,
                    OBSERVED_VALUE,
                    MEASURE,
                    UNIT,
                    FREQUENCY,
                    PRODUCT_ID,
                    LOCATION_ID))
            .key(SERIES_ID, OBSERVED_TS)
            .day(OBSERVED_DATE)
            .check("day_is_of_the_moment", "observed_date = CAST(observed_ts AS DATE)")
            .check(
                    "frequency_known",
                    "frequency IS NULL OR frequency IN ('minute', '5 minutes', 'hour', 'day', 'week', 'month', 'quarter', 'year')")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(SERIES_ID, OBSERVED_TS, OBSERVED_VALUE)
            .deriving(OBSERVED_DATE, "CAST(observed_ts AS DATE)");

    private SeriesObservation() {}
}
