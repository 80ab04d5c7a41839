package dev.millrace.tables.ops;

import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per model and measure: how well it did on test rows, beside the baseline and the champion of its day. */
public final class Evaluation {

    public static final Field PROBLEM = required("problem", STRING, "Question that the model answers");
    public static final Field VERSION = required("version", STRING, "The model");
    public static final Field METRIC = required("metric", STRING, "What was measured, such as auc");
    public static final Field VALUE = required("value", DOUBLE, "What was measured");
    public static final Field LOW = required("low", DOUBLE, "Lower end of the 95 % interval (bootstrap)");
    public static final Field HIGH = required("high", DOUBLE, "Upper end of the 95 % interval (bootstrap)");
    public static final Field BASELINE =
            required("baseline", DOUBLE, "The same for everyone at the rate of the training rows");
    public static final Field CHAMPION =
            optional("champion", DOUBLE, "The same for the champion of the day, on the same rows; null without one");

    public static final TableSpec SPEC = TableSpec.ops("evaluation")
            .grain("one row per model and measure")
            .fields(PROBLEM, VERSION, METRIC, VALUE, LOW, HIGH, BASELINE, CHAMPION)
            .key(PROBLEM, VERSION, METRIC)
            .write(WriteMode.MERGE_ON_KEY);

    private Evaluation() {}
}
