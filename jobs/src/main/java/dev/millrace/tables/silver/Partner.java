package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per seller, vendor or other company that one deals with, as the sources last described it; a value once known is not lost to a later blank. */
public final class Partner {

    public static final Field PARTNER_ID =
            required("partner_id", STRING, "Partner number at the source, or name where there is none");
    public static final Field NAME = optional("name", STRING, "Name");
    public static final Field KIND = optional("kind", STRING, "seller, vendor, carrier or company complained of");
    public static final Field CITY = optional("city", STRING, "City");
    public static final Field REGION = optional("region", STRING, "State or region");
    public static final Field COUNTRY = optional("country", STRING, "Country");
    public static final Field POSTAL_CODE = optional("postal_code", STRING, "Postal code, or its first part");
    public static final Field SEGMENT = optional("segment", STRING, "Business segment");
    public static final Field SINCE_DATE = optional("since_date", DATE, "First day of the business relation");

    public static final TableSpec SPEC = TableSpec.silver("partner")
            .grain("one row per partner")
            .fields(Provenance.ofNewest(
                    PARTNER_ID, NAME, KIND, CITY, REGION, COUNTRY, POSTAL_CODE, SEGMENT, SINCE_DATE))
            .key(PARTNER_ID)
            .write(WriteMode.REPLACE_KEYS);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC);

    private Partner() {}
}
