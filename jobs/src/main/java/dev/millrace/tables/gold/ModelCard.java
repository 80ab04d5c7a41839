package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per problem: what the model that scores now is for, what it learnt from, how good it is, and what it must not be used for
 * (Mitchell et al., <em>Model Cards for Model Reporting</em>, 2019).
 */
public final class ModelCard {

    public static final Field PROBLEM = required("problem", STRING, "Question that is answered");
    public static final Field QUESTION = required("question", STRING, "The question in words and SQL");
    public static final Field ABOUT = required("about", STRING, "Whom it is asked of");
    public static final Field HORIZON_DAYS =
            optional("horizon_days", INT, "Days after the snapshot that it is asked for; null for a labelled table");
    public static final Field MODEL_VERSION = required("model_version", STRING, "Model that scores now");
    public static final Field KIND = required("kind", STRING, "Kind of model, several for a blend");
    public static final Field CALIBRATION = required("calibration", STRING, "none, platt or isotonic");
    public static final Field TRAINED_AS_OF =
            required("trained_as_of", DATE, "Newest day that was known when it was made");
    public static final Field TRAINING_ROWS = required("training_rows", LONG, "Rows that it learnt from");
    public static final Field TRAINING_RATE =
            required("training_rate", DOUBLE, "Share of those rows where it happened");
    public static final Field TEST_ROWS = required("test_rows", LONG, "Rows that judged it, none of them learnt from");
    public static final Field JUDGED_AS_OF = optional(
            "judged_as_of",
            DATE,
            "Date of the snapshots that judged it, later than what it learnt from; null without dates");
    public static final Field AUC = optional("auc", DOUBLE, "Area under the ROC curve on test rows; a guess has 0.5");
    public static final Field AUC_LOW = optional("auc_low", DOUBLE, "Lower end of its 95 % interval");
    public static final Field AUC_HIGH = optional("auc_high", DOUBLE, "Upper end of its 95 % interval");
    public static final Field LIFT_10 = optional(
            "lift_10", DOUBLE, "How many times more often it happened in the tenth with the highest probabilities");
    public static final Field CALIBRATION_ERROR =
            optional("calibration_error", DOUBLE, "Expected calibration error on test rows");
    public static final Field DRIVERS = required("drivers", TEXTS, "What moves its probabilities most");
    public static final Field DRIFT = required("drift", STRING, "What has moved since it was made");
    public static final Field LIMITS = required("limits", TEXTS, "What a reader of its scores has to know");

    public static final TableSpec SPEC = TableSpec.gold("model_card")
            .grain("one row per problem")
            .fields(
                    PROBLEM,
                    QUESTION,
                    ABOUT,
                    HORIZON_DAYS,
                    MODEL_VERSION,
                    KIND,
                    CALIBRATION,
                    TRAINED_AS_OF,
                    TRAINING_ROWS,
                    TRAINING_RATE,
                    TEST_ROWS,
                    JUDGED_AS_OF,
                    AUC,
                    AUC_LOW,
                    AUC_HIGH,
                    LIFT_10,
                    CALIBRATION_ERROR,
                    DRIVERS,
                    DRIFT,
                    LIMITS)
            .key(PROBLEM)
            .write(WriteMode.MERGE_ON_KEY);

    private ModelCard() {}
}
