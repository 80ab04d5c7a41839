package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per error, failure or maintenance of a machine. */
public final class MachineEvent {

    /** The machine reported something and went on running. */
    public static final String ERROR = "error";
    /** A part broke. */
    public static final String FAILURE = "failure";
    /** A part was looked after or replaced, planned or not. */
    public static final String MAINTENANCE = "maintenance";

    public static final Field EVENT_ID = required(
            "event_id",
            STRING,
            "Event number at the source; where it stood in the delivery when the source gives none");
    public static final Field EVENT_DATE = required("event_date", DATE, "UTC day of the event");
    public static final Field EVENT_TS =
            required("event_ts", TIMESTAMP, "UTC moment of the event; the start of the day when only a day is known");
    public static final Field MACHINE_ID = required("machine_id", STRING, "Machine");
    public static final Field KIND =
            required("kind", STRING, "error (it went on running), failure (it stopped) or maintenance");
    public static final Field COMPONENT = optional("component", STRING, "Part concerned");
    public static final Field CODE = optional("code", STRING, "Error code");
    public static final Field DOWNTIME_HOURS =
            optional("downtime_hours", DOUBLE, "Hours for which the machine stood still");
    public static final Field COST = optional("cost", MONEY, "Cost of mending, company currency");

    public static final TableSpec SPEC = TableSpec.silver("machine_event")
            .grain("one row per event of a machine")
            .fields(Provenance.after(
                    EVENT_ID, EVENT_DATE, EVENT_TS, MACHINE_ID, KIND, COMPONENT, CODE, DOWNTIME_HOURS, COST))
            .key(EVENT_ID)
            .day(EVENT_DATE)
            .check("kind_known", "kind IN ('error', 'failure', 'maintenance')")
            .check("day_is_of_the_moment", "event_date = CAST(event_ts AS DATE)")
            .check("downtime_hours_not_negative", "downtime_hours IS NULL OR downtime_hours >= 0")
            .check("cost_not_negative", "cost IS NULL OR cost >= 0")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(MACHINE_ID, KIND)
            .deriving(EVENT_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(EVENT_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(EVENT_DATE, "CAST(event_ts AS DATE)");

    private MachineEvent() {}
}
