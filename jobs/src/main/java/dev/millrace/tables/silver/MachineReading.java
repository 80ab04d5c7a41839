package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MEASURES;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per reading of a machine's sensors.
 *
 * <p>Sensors differ by machine, so that they are a map; a sensor that read nothing is left out of it.
 */
public final class MachineReading {

    public static final Field READING_ID = required(
            "reading_id",
            STRING,
            "Reading number at the source; where it stood in the delivery when the source gives none");
    public static final Field READING_DATE = required("reading_date", DATE, "UTC day of the reading");
    public static final Field READING_TS = required(
            "reading_ts", TIMESTAMP, "UTC moment of the reading; the start of the day when only a day is known");
    public static final Field MACHINE_ID = required("machine_id", STRING, "Machine");
    public static final Field CYCLE =
            optional("cycle", LONG, "Number of the cycle or piece, from 1, for machines that count these and no time");
    public static final Field PRODUCT_ID = optional("product_id", STRING, "Piece or product being made");
    public static final Field VARIANT = optional("variant", STRING, "Quality or operating mode of what is being made");
    public static final Field SENSOR_MEASURES =
            required("measures", MEASURES, "What the sensors read, by the name and unit of the sensor");
    public static final Field FAILED = optional("failed", BOOLEAN, "Whether the machine failed in this cycle (label)");

    public static final TableSpec SPEC = TableSpec.silver("machine_reading")
            .grain("one row per reading of a machine")
            .fields(Provenance.after(
                    READING_ID,
                    READING_DATE,
                    READING_TS,
                    MACHINE_ID,
                    CYCLE,
                    PRODUCT_ID,
                    VARIANT,
                    SENSOR_MEASURES,
                    FAILED))
            .key(READING_ID)
            .day(READING_DATE)
            .check("day_is_of_the_moment", "reading_date = CAST(reading_ts AS DATE)")
            .check("every_measure_is_a_number", "forall(map_values(measures), reading -> reading IS NOT NULL)")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(MACHINE_ID, SENSOR_MEASURES)
            .deriving(READING_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(READING_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(READING_DATE, "CAST(reading_ts AS DATE)");

    private MachineReading() {}
}
