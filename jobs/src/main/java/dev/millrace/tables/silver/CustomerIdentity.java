package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per customer number: the person that it belongs to, as far as is known now. */
public final class CustomerIdentity {

    public static final Field CUSTOMER_ID = required("customer_id", STRING, "Customer number at the source");
    public static final Field PERSON_ID = required(
            "person_id",
            STRING,
            "The person; made from the number by which the person was first known, so that it lasts");
    public static final Field SINCE =
            required("since", DATE, "Day of delivery from which the number is known to be this person's");
    public static final Field LINKED_BY = optional(
            "linked_by",
            STRING,
            "Names of the keys whose values it shares with others, by a comma; none where it shares none");

    public static final TableSpec SPEC = TableSpec.silver("customer_identity")
            .grain("one row per customer number")
            .fields(CUSTOMER_ID, PERSON_ID, SINCE, LINKED_BY)
            .key(CUSTOMER_ID)
            .write(WriteMode.REPLACE_KEYS);

    private CustomerIdentity() {}
}
