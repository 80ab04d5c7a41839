package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TIMESTAMP;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per payment or repayment. */
public final class Payment {

    public static final Field PAYMENT_ID = required(
            "payment_id",
            STRING,
            "Payment number at the source; where it stood in the delivery when the source gives none");
    public static final Field PAYMENT_DATE = required("payment_date", DATE, "UTC day of the payment");
    public static final Field PAYMENT_TS = required(
            "payment_ts", TIMESTAMP, "UTC moment of the payment; the start of the day when only a day is known");
    public static final Field ORDER_ID = optional("order_id", STRING, "Order paid for");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field ACCOUNT_ID = optional("account_id", STRING, "Account that it belongs to");
    public static final Field METHOD = optional("method", STRING, "Way of paying, in small letters");
    public static final Field INSTALLMENTS = optional("installments", INT, "Parts that it is paid in, 1 for at once");
    public static final Field AMOUNT =
            required("amount", MONEY, "Money paid, company currency; negative when given back");

    public static final TableSpec SPEC = TableSpec.silver("payment")
            .grain("one row per payment")
            .fields(Provenance.after(
                    PAYMENT_ID,
                    PAYMENT_DATE,
                    PAYMENT_TS,
                    ORDER_ID,
                    CUSTOMER_ID,
                    ACCOUNT_ID,
                    METHOD,
                    INSTALLMENTS,
                    AMOUNT))
            .key(PAYMENT_ID)
            .day(PAYMENT_DATE)
            .check("day_is_of_the_moment", "payment_date = CAST(payment_ts AS DATE)")
            .check("installments_from_1", "installments IS NULL OR installments >= 1")
            .check("method_in_small_letters", "method IS NULL OR method = lower(method)")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(AMOUNT)
            .deriving(PAYMENT_ID, Provenance.PLACE_OF_DELIVERY)
            .deriving(PAYMENT_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(PAYMENT_DATE, "CAST(payment_ts AS DATE)");

    private Payment() {}
}
