package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per contract or bank account of a customer, as the sources last described it; a value once known is not lost to a later blank. */
public final class Account {

    public static final Field ACCOUNT_ID = required("account_id", STRING, "Account or contract number at the source");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer that it belongs to");
    public static final Field PRODUCT = optional("product", STRING, "Kind of account or service");
    public static final Field PLAN = optional("plan", STRING, "Contract or tariff");
    public static final Field OPENED_ON = optional("opened_on", DATE, "First day");
    public static final Field CLOSED_ON = optional("closed_on", DATE, "Last day; null while open");
    public static final Field TENURE_MONTHS =
            optional("tenure_months", INT, "Whole months since it was opened, when the source last told");
    public static final Field MONTHLY_CHARGE =
            optional("monthly_charge", MONEY, "Money charged a month, company currency");
    public static final Field TOTAL_CHARGES =
            optional("total_charges", MONEY, "Money charged so far, company currency");
    public static final Field BALANCE =
            optional("balance", MONEY, "Money on the account, company currency; negative when owed");
    public static final Field PAYMENT_METHOD = optional("payment_method", STRING, "Way of paying");
    public static final Field CLOSED = optional("closed", BOOLEAN, "Whether the customer has left");

    public static final TableSpec SPEC = TableSpec.silver("account")
            .grain("one row per account")
            .fields(Provenance.ofNewest(
                    ACCOUNT_ID,
                    CUSTOMER_ID,
                    PRODUCT,
                    PLAN,
                    OPENED_ON,
                    CLOSED_ON,
                    TENURE_MONTHS,
                    MONTHLY_CHARGE,
                    TOTAL_CHARGES,
                    BALANCE,
                    PAYMENT_METHOD,
                    CLOSED))
            .key(ACCOUNT_ID)
            .check("closed_not_before_opened", "closed_on IS NULL OR opened_on IS NULL OR closed_on >= opened_on")
            .check("tenure_months_not_negative", "tenure_months IS NULL OR tenure_months >= 0")
            .check("monthly_charge_not_negative", "monthly_charge IS NULL OR monthly_charge >= 0")
            .write(WriteMode.REPLACE_KEYS);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC);

    private Account() {}
}
