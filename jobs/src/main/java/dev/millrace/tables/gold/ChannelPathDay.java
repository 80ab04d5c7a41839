package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.LONG;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per day and path of channels: how many visitors who came that way bought on that day, and how many were there for the
 * last time on it. A path is made of a visitor's sessions since their last purchase, no further back than {@value #DAYS} days. It
 * ends with a session that buys, or after which none follows for {@value #DAYS} days; as long as these are not over, a visit
 * to come moves the path to its own day.
 */
public final class ChannelPathDay {

    /** How far back a path goes, and after how many days without a visit it has ended. */
    public static final int DAYS = 30;

    public static final Field PATH_DATE = required("path_date", DATE, "UTC day on which the last session began");
    public static final Field PATH =
            required("path", STRING, "Channels in order, such as search > email; a channel in a row counts once");
    public static final Field STEPS = required("steps", TEXTS, "The same as an array, the last 20 at most");
    public static final Field CONVERSIONS = required("conversions", LONG, "Paths that ended in a purchase");
    public static final Field NON_CONVERSIONS = required("non_conversions", LONG, "Paths that ended in none");
    public static final Field SESSIONS = required("sessions", LONG, "Sessions on these paths together");
    public static final Field PATH_DAYS =
            required("path_days", LONG, "Days from the first session of a path to its last, of these paths together");

    public static final TableSpec SPEC = TableSpec.gold("channel_path_day")
            .grain("one row per day and path of channels")
            .fields(PATH_DATE, PATH, STEPS, CONVERSIONS, NON_CONVERSIONS, SESSIONS, PATH_DAYS)
            .key(PATH_DATE, PATH)
            .day(PATH_DATE)
            .check("some_paths", "conversions + non_conversions > 0")
            .check("a_session_a_path", "sessions >= conversions + non_conversions")
            .write(WriteMode.REPLACE_DAYS);

    private ChannelPathDay() {}
}
