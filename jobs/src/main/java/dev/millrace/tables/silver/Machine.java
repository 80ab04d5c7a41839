package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per machine, as the sources last described it; a value once known is not lost to a later blank. */
public final class Machine {

    public static final Field MACHINE_ID = required("machine_id", STRING, "Machine number at the source");
    public static final Field NAME = optional("name", STRING, "Name");
    public static final Field KIND = optional("kind", STRING, "Kind of machine");
    public static final Field MODEL = optional("model", STRING, "Model");
    public static final Field SITE = optional("site", STRING, "Plant or line that it stands in");
    public static final Field INSTALLED_ON = optional("installed_on", DATE, "First day in use");
    public static final Field AGE_YEARS = optional("age_years", DOUBLE, "Age when the source last told, years");
    public static final Field REMAINING_CYCLES = optional(
            "remaining_cycles",
            INT,
            "Cycles that it ran after its last reading until it failed, where the source tells (label)");

    public static final TableSpec SPEC = TableSpec.silver("machine")
            .grain("one row per machine")
            .fields(Provenance.ofNewest(MACHINE_ID, NAME, KIND, MODEL, SITE, INSTALLED_ON, AGE_YEARS, REMAINING_CYCLES))
            .key(MACHINE_ID)
            .check("age_years_not_negative", "age_years IS NULL OR age_years >= 0")
            .check("remaining_cycles_not_negative", "remaining_cycles IS NULL OR remaining_cycles >= 0")
            .write(WriteMode.REPLACE_KEYS);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC);

    private Machine() {}
}
