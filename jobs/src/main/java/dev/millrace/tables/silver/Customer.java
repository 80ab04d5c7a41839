package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.INT;
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
    public static final Field POSTAL_CODE = optional("postal_code", STRING, "Postal code, or its first part");
    public static final Field REGION = optional("region", STRING, "State or region");
    public static final Field SEGMENT = optional("segment", STRING, "Segment that the source puts the customer in");
    public static final Field GENDER = optional("gender", STRING, "Gender, in small letters");
    public static final Field BIRTH_YEAR = optional("birth_year", INT, "Year of birth");
    public static final Field AGE_BAND =
            optional("age_band", STRING, "Ages between which the customer is, such as 35-44");
    public static final Field INCOME_BAND =
            optional("income_band", STRING, "Yearly income between which bounds, such as 50-74K");
    public static final Field OCCUPATION = optional("occupation", STRING, "Occupation");
    public static final Field HOUSEHOLD_SIZE =
            optional("household_size", STRING, "Persons in the household, such as 5+");

    public static final TableSpec SPEC = TableSpec.silver("customer")
            .grain("one row per customer")
            .fields(Provenance.ofNewest(
                    CUSTOMER_ID,
                    NAME,
                    EMAIL,
                    CITY,
                    COUNTRY,
                    SIGNUP_DATE,
                    ACQUISITION_CHANNEL,
                    EMAIL_CONSENT,
                    POSTAL_CODE,
                    REGION,
                    SEGMENT,
                    GENDER,
                    BIRTH_YEAR,
                    AGE_BAND,
                    INCOME_BAND,
                    OCCUPATION,
                    HOUSEHOLD_SIZE))
            .key(CUSTOMER_ID)
            .check("gender_in_small_letters", "gender IS NULL OR gender = lower(gender)")
            .personal(NAME, EMAIL, POSTAL_CODE)
            .write(WriteMode.REPLACE_KEYS);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC);

    private Customer() {}
}
