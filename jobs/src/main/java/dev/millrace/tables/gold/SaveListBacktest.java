package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.MONEY;
import static dev.millrace.table.ColumnTypes.RATIO;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per model and length of list: whom the list would have caught among the rows that judged the model, and what that
 * would have kept from happening. It assumes that acting on one keeps it from happening as often as the problem's
 * {@code success-rate} says, whoever is acted on; that rate is an assumption and no measurement.
 */
public final class SaveListBacktest {

    public static final Field PROBLEM = required("problem", STRING, "Question that the model answers");
    public static final Field VERSION = required("version", STRING, "The model");
    public static final Field LIST = required(
            "list",
            STRING,
            "Its length and order: the share that is most probable or most profitable, or all on whom it pays");
    public static final Field AS_OF_DATE =
            optional("as_of_date", DATE, "Date of the snapshots; null for rows without dates");
    public static final Field ENTITIES = required("entities", LONG, "Rows that judged the model");
    public static final Field HAPPENED = required("happened", LONG, "Those to whom it happened");
    public static final Field CONTACTED = required("contacted", LONG, "Those on the list");
    public static final Field CAUGHT = required("caught", LONG, "Those on the list to whom it happened");
    public static final Field SUCCESS_RATE =
            required("success_rate", RATIO, "Share that acting is assumed to keep from it");
    public static final Field REDUCTION =
            required("reduction", RATIO, "caught * success_rate / happened: the share that would not have happened");
    public static final Field LOW = required("low", RATIO, "Lower end of its 95 % interval (bootstrap over entities)");
    public static final Field HIGH =
            required("high", RATIO, "Upper end of its 95 % interval (bootstrap over entities)");
    public static final Field BY_CHANCE =
            required("by_chance", RATIO, "The reduction of a list of the same length drawn by lot");
    public static final Field VALUE_KEPT = optional(
            "value_kept", MONEY, "Value of those caught * success_rate; null where the problem names no value");
    public static final Field COST = required("cost", MONEY, "contacted * cost of a contact");
    public static final Field PROFIT = optional("profit", MONEY, "value_kept - cost; null without a value");

    public static final Field PROFIT_BY_CHANCE = optional(
            "profit_by_chance", MONEY, "The profit of a list of the same length drawn by lot; null without a value");

    public static final TableSpec SPEC = TableSpec.gold("save_list_backtest")
            .grain("one row per model and length of list")
            .fields(
                    PROBLEM,
                    VERSION,
                    LIST,
                    AS_OF_DATE,
                    ENTITIES,
                    HAPPENED,
                    CONTACTED,
                    CAUGHT,
                    SUCCESS_RATE,
                    REDUCTION,
                    LOW,
                    HIGH,
                    BY_CHANCE,
                    VALUE_KEPT,
                    COST,
                    PROFIT,
                    PROFIT_BY_CHANCE)
            .key(PROBLEM, VERSION, LIST)
            .check("caught_are_contacted", "caught <= contacted AND caught <= happened")
            .write(WriteMode.MERGE_ON_KEY);

    private SaveListBacktest() {}
}
