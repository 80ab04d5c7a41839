package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per customer number and period of days in which it was held to be one person's. */
public final class CustomerIdentityHistory {

    public static final Field VALID_FROM =
            required("valid_from", DATE, "First day of delivery on which it was held so");
    public static final Field VALID_TO =
            optional("valid_to", DATE, "Day of delivery on which that ended; none while it lasts");

    public static final TableSpec SPEC = TableSpec.silver("customer_identity_history")
            .grain("one row per customer number and period in which it was held to be one person's")
            .fields(
                    CustomerIdentity.CUSTOMER_ID,
                    CustomerIdentity.PERSON_ID,
                    VALID_FROM,
                    VALID_TO,
                    CustomerIdentity.LINKED_BY)
            .key(CustomerIdentity.CUSTOMER_ID, VALID_FROM)
            .check("period_is_not_empty", "valid_to IS NULL OR valid_to > valid_from")
            .write(WriteMode.REPLACE_KEYS);

    private CustomerIdentityHistory() {}
}
