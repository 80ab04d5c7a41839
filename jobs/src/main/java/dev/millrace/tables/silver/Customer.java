package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.ATTRIBUTES;
import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per customer, as the sources last described them; a value once known is not lost to a later blank. */
public final class Customer {

    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer number at the source");
    public static final Field NAME = optional("name", STRING, "Full name");
    public static final Field EMAIL = optional("email", STRING, "E-mail address");
    public static final Field CITY = optional("city", STRING, "City");
    public static final Field COUNTRY = optional("country", STRING, "Country");
    public static final Field SIGNUP_DATE = optional("signup_date", DATE, "Day of registration");
    public static final Field ACQUISITION_CHANNEL =
            optional("acquisition_channel", STRING, "Channel that brought the customer");
    public static final Field EMAIL_CONSENT = optional("email_consent", BOOLEAN, "Whether e-mail is allowed");
    public static final Field ATTRIBUTES_BY_NAME =
            optional("attributes", ATTRIBUTES, "Further columns of the source, by the name that the mapping gives");
    public static final Field SOURCE = required("source", STRING, "Source of the newest version");
    public static final Field SOURCE_FILE = required("source_file", STRING, "File of the newest version");
    public static final Field SOURCE_ORDINAL = required("source_ordinal", LONG, "Line of the newest version");
    public static final Field KNOWN_DATE =
            required("known_date", DATE, "Day on which the newest version was delivered");

    public static final TableSpec SPEC = TableSpec.silver("customer")
            .grain("one row per customer")
            .fields(
                    CUSTOMER_ID,
                    NAME,
                    EMAIL,
                    CITY,
                    COUNTRY,
                    SIGNUP_DATE,
                    ACQUISITION_CHANNEL,
                    EMAIL_CONSENT,
                    ATTRIBUTES_BY_NAME,
                    SOURCE,
                    SOURCE_FILE,
                    SOURCE_ORDINAL,
                    KNOWN_DATE)
            .key(CUSTOMER_ID)
            .personal(NAME, EMAIL)
            .write(WriteMode.MERGE_ON_KEY);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC);

    private Customer() {}
}
