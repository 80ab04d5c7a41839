package dev.millrace.tables.ops;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per model that was ever trained: what it learnt from, how it was chosen, and what became of it. The model itself is
 * in the row, so that no score ever names a model that is not there.
 */
public final class ModelVersion {

    /** Scores until a better one comes. */
    public static final String CHAMPION = "champion";
    /** Was champion. */
    public static final String RETIRED = "retired";
    /** Did not pass the gate. */
    public static final String REJECTED = "rejected";

    public static final Field PROBLEM = required("problem", STRING, "Question that it answers");
    public static final Field VERSION = required("version", STRING, "Hash of settings, code and training rows");
    public static final Field TRAINED_AS_OF =
            required("trained_as_of", DATE, "Newest day on which a row that it learnt from was delivered");
    public static final Field KIND = required("kind", STRING, "Kind of model, several for a blend");
    public static final Field HYPERPARAMETERS = required("hyperparameters", STRING, "Chosen on validation rows");
    public static final Field CALIBRATION = required("calibration", STRING, "none, platt or isotonic");
    public static final Field TRAINING_ROWS = required("training_rows", LONG, "Rows that it learnt from");
    public static final Field TRAINING_POSITIVES = required("training_positives", LONG, "Those where it happened");
    public static final Field JUDGED_AS_OF = optional(
            "judged_as_of",
            DATE,
            "Date of the snapshots that judged it, later than what it learnt from; null without dates");
    public static final Field TEST_ROWS = required("test_rows", LONG, "Rows that judged it, none of them learnt from");
    public static final Field STATUS = required("status", STRING, "champion, retired or rejected");
    public static final Field REASON = required("reason", STRING, "Why it has its status");
    public static final Field FEATURES = required("features", TEXTS, "What it looks at");
    public static final Field DRIVERS = required(
            "drivers", TEXTS, "What moves its probabilities most, with the share of all movement, the strongest first");
    public static final Field NOTES = required("notes", TEXTS, "All that was tried");
    public static final Field MODEL = optional("model", STRING, "The model itself, as JSON");

    public static final Field REFERENCE =
            optional("reference", STRING, "How features and probabilities were distributed when it was made, as JSON");

    public static final TableSpec SPEC = TableSpec.ops("model_version")
            .grain("one row per model that was ever trained")
            .fields(
                    PROBLEM,
                    VERSION,
                    TRAINED_AS_OF,
                    KIND,
                    HYPERPARAMETERS,
                    CALIBRATION,
                    TRAINING_ROWS,
                    TRAINING_POSITIVES,
                    JUDGED_AS_OF,
                    TEST_ROWS,
                    STATUS,
                    REASON,
                    FEATURES,
                    DRIVERS,
                    NOTES,
                    MODEL,
                    REFERENCE)
            .key(PROBLEM, VERSION)
            .check("status_known", "status IN ('champion', 'retired', 'rejected')")
            .write(WriteMode.MERGE_ON_KEY);

    private ModelVersion() {}
}
