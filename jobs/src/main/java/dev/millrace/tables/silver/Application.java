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

/**
 * One row per application for credit, with what became of it.
 *
 * <p>What else is known of the applicant differs by lender and travels as attributes.
 */
public final class Application {

    public static final Field APPLICATION_ID = required("application_id", STRING, "Application number at the source");
    public static final Field APPLICATION_DATE = required("application_date", DATE, "UTC day of the application");
    public static final Field APPLICATION_TS = required(
            "application_ts",
            TIMESTAMP,
            "UTC moment of the application; the start of the day when only a day is known");
    public static final Field CUSTOMER_ID = optional("customer_id", STRING, "Customer number; null when anonymous");
    public static final Field PRODUCT = optional("product", STRING, "Kind of credit");
    public static final Field PURPOSE = optional("purpose", STRING, "What the money is for");
    public static final Field AMOUNT = required("amount", MONEY, "Money asked for, company currency");
    public static final Field TERM_MONTHS = optional("term_months", INT, "Months until it is paid back");
    public static final Field DECISION =
            optional("decision", STRING, "approved, declined or withdrawn; null while open");
    public static final Field OUTCOME =
            optional("outcome", STRING, "good (paid back) or bad (not paid back); null while not known");
    public static final Field APPLICANT_AGE = optional("applicant_age", INT, "Age of the applicant, years");
    public static final Field INCOME = optional("income", MONEY, "Yearly income of the applicant, company currency");

    public static final TableSpec SPEC = TableSpec.silver("application")
            .grain("one row per application for credit")
            .fields(Provenance.after(
                    APPLICATION_ID,
                    APPLICATION_DATE,
                    APPLICATION_TS,
                    CUSTOMER_ID,
                    PRODUCT,
                    PURPOSE,
                    AMOUNT,
                    TERM_MONTHS,
                    DECISION,
                    OUTCOME,
                    APPLICANT_AGE,
                    INCOME))
            .key(APPLICATION_ID)
            .day(APPLICATION_DATE)
            .check("day_is_of_the_moment", "application_date = CAST(application_ts AS DATE)")
            .check("amount_above_zero", "amount > 0")
            .check("term_above_zero", "term_months IS NULL OR term_months > 0")
            .check("decision_known", "decision IS NULL OR decision IN ('approved', 'declined', 'withdrawn')")
            .check("outcome_known", "outcome IS NULL OR outcome IN ('good', 'bad')")
            .write(WriteMode.REPLACE_DAYS);

    public static final EntitySpec ENTITY = EntitySpec.fact(SPEC)
            .needing(APPLICATION_ID, AMOUNT)
            .deriving(APPLICATION_TS, "CAST(known_date AS TIMESTAMP)")
            .deriving(APPLICATION_DATE, "CAST(application_ts AS DATE)");

    private Application() {}
}
