package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per problem and entity to act on now, by the newest scores; the first to act on has rank 1. Earlier lists are in
 * {@code score/propensity}.
 */
public final class SaveList {

    public static final Field PROBLEM = required("problem", STRING, "Question that is answered");
    public static final Field RANK = required("rank", LONG, "1 for the highest expected profit");
    public static final Field ENTITY_ID = required("entity_id", STRING, "Number of the entity, such as a customer's");
    public static final Field AS_OF_DATE = required("as_of_date", DATE, "Day that the scores are as of");
    public static final Field PROBABILITY = required("probability", DOUBLE, "Calibrated probability that it happens");
    public static final Field REASONS =
            required("reasons", TEXTS, "What moves the probability most, the strongest first");
    public static final Field VALUE_AT_RISK = required("value_at_risk", MONEY, "What is lost if it happens");
    public static final Field EXPECTED_PROFIT =
            required("expected_profit", MONEY, "probability * success rate * value at risk - cost of a contact");
    public static final Field PROFIT_SO_FAR =
            required("profit_so_far", MONEY, "Sum of the expected profits down to this rank");
    public static final Field MODEL_VERSION = required("model_version", STRING, "Model that said so");

    public static final TableSpec SPEC = TableSpec.gold("save_list")
            .grain("one row per problem and entity to act on now")
            .fields(
                    PROBLEM,
                    RANK,
                    ENTITY_ID,
                    AS_OF_DATE,
                    PROBABILITY,
                    REASONS,
                    VALUE_AT_RISK,
                    EXPECTED_PROFIT,
                    PROFIT_SO_FAR,
                    MODEL_VERSION)
            .key(PROBLEM, RANK)
            .check("it_pays", "expected_profit > 0")
            .personal(ENTITY_ID)
            .write(WriteMode.MERGE_ON_KEY);

    private SaveList() {}
}
