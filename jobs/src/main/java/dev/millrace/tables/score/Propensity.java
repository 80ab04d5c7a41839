package dev.millrace.tables.score;

import static dev.millrace.table.ColumnTypes.BOOLEAN;
import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per problem, as-of date and entity: how likely it is, why, and whether acting on it pays. What was published for a
 * date stays as it was.
 */
public final class Propensity {

    public static final Field PROBLEM = required("problem", STRING, "Question that is answered");
    public static final Field AS_OF_DATE =
            required("as_of_date", DATE, "Newest day on which a row that was looked at was delivered");
    public static final Field ENTITY_ID = required("entity_id", STRING, "Number of the entity, such as an account's");
    public static final Field PROBABILITY = required("probability", DOUBLE, "Calibrated probability that it happens");
    public static final Field DECILE = required("decile", INT, "1 for the tenth with the highest probabilities, to 10");
    public static final Field REASONS =
            required("reasons", TEXTS, "What moves the probability most, the strongest first; none from the baseline");
    public static final Field VALUE_AT_RISK =
            optional("value_at_risk", MONEY, "What is lost if it happens, by the problem's value; null without one");
    public static final Field EXPECTED_PROFIT = optional(
            "expected_profit",
            MONEY,
            "probability * success rate * value at risk - cost of a contact; null without a value");
    public static final Field CONTACT = required(
            "contact",
            BOOLEAN,
            "Whether to act: the expected profit is above zero and among the highest that the budget allows");
    public static final Field MODEL_VERSION =
            required("model_version", STRING, "Model that said so; baseline where there is none");

    public static final TableSpec SPEC = TableSpec.score("propensity")
            .grain("one row per problem, as-of date and entity")
            .fields(
                    PROBLEM,
                    AS_OF_DATE,
                    ENTITY_ID,
                    PROBABILITY,
                    DECILE,
                    REASONS,
                    VALUE_AT_RISK,
                    EXPECTED_PROFIT,
                    CONTACT,
                    MODEL_VERSION)
            .key(PROBLEM, AS_OF_DATE, ENTITY_ID)
            .day(AS_OF_DATE)
            .check("probability_is_one", "probability BETWEEN 0 AND 1")
            .personal(ENTITY_ID)
            .write(WriteMode.REPLACE_DAYS);

    private Propensity() {}
}
