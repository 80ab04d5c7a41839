package dev.millrace.tables.ops;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per champion, as-of date and thing watched: how far the features and probabilities of the entities to score have moved
 * from those of the model's making, and how well it did once outcomes were known.
 */
public final class Drift {

    /** A feature. */
    public static final String INPUT = "input";
    /** The model's probabilities. */
    public static final String SCORE = "score";
    /** How well the model ranks what has happened since. */
    public static final String PERFORMANCE = "performance";

    /** As it was, or moved by no more than chance. */
    public static final String STABLE = "stable";
    /** Worth a look. */
    public static final String MOVED = "moved";
    /** Another world. */
    public static final String CHANGED = "changed";

    public static final Field PROBLEM = required("problem", STRING, "Question that the model answers");
    public static final Field VERSION = required("version", STRING, "The model");
    public static final Field AS_OF_DATE = required(
            "as_of_date", DATE, "Day that the entities were seen as of; for performance, that of their snapshots");
    public static final Field KIND = required("kind", STRING, "input, score or performance");
    public static final Field NAME = required("name", STRING, "The feature, probability, or auc");
    public static final Field VALUE = required(
            "value", DOUBLE, "Population stability index for input and score: 0 is unmoved; AUC for performance");
    public static final Field EXPECTED = required(
            "expected",
            DOUBLE,
            "For input and score, the index that chance alone exceeds one time in twenty; for performance, the AUC on test rows");
    public static final Field ROWS = required("rows", LONG, "Entities that it was measured on");
    public static final Field LEVEL = required(
            "level",
            STRING,
            "stable, moved (index above 0.1) or changed (above 0.25) by more than chance; performance has changed when its 95 %"
                    + " interval lies below what was expected");

    public static final TableSpec SPEC = TableSpec.ops("drift")
            .grain("one row per champion, as-of date and thing watched")
            .fields(PROBLEM, VERSION, AS_OF_DATE, KIND, NAME, VALUE, EXPECTED, ROWS, LEVEL)
            .key(PROBLEM, VERSION, AS_OF_DATE, KIND, NAME)
            .check("level_known", "level IN ('stable', 'moved', 'changed')")
            .write(WriteMode.MERGE_ON_KEY);

    private Drift() {}
}
