package dev.millrace.tables.gold;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per forecast, as-of date and series: how good what was published has turned out to be. It appears when the last day ahead
 * is over, and changes when a fact of those days is delivered late. Errors and volumes add up over series and dates; shares do not.
 */
public final class ForecastAccuracy {

    public static final Field FORECAST =
            required("forecast", STRING, "Which of the forecasts that the configuration names");
    public static final Field AS_OF_DATE = required("as_of_date", DATE, "UTC day on which the forecast begins");
    public static final Field SERIES_ID = required("series_id", STRING, "Series, as in score/demand_forecast");
    public static final Field DAYS = required(
            "days",
            INT,
            "Days judged: those ahead of which a value is known; with censor-stock-outs, none without stock");
    public static final Field ACTUAL = required("actual", DOUBLE, "Sum of what came, in the series' units");
    public static final Field EXPECTED = required("expected", DOUBLE, "Sum of what was forecast");
    public static final Field ABSOLUTE_ERROR = required("absolute_error", DOUBLE, "Sum of the days' absolute errors");
    public static final Field NAIVE_ABSOLUTE_ERROR = optional(
            "naive_absolute_error",
            DOUBLE,
            "The same had each day been forecast by its weekday in the week before the as-of date; null where one of these is not"
                    + " known");
    public static final Field WAPE =
            optional("wape", DOUBLE, "absolute_error by the sum of what came, without signs; null where nothing came");
    public static final Field NAIVE_WAPE = optional("naive_wape", DOUBLE, "naive_absolute_error by the same");
    public static final Field BIAS =
            optional("bias", DOUBLE, "(expected - actual) by the same: above 0 where too much was forecast");
    public static final Field WITHIN_80 =
            optional("within_80", INT, "Days within the 80 % interval; null without intervals");
    public static final Field WITHIN_95 =
            optional("within_95", INT, "Days within the 95 % interval; null without intervals");
    public static final Field METHOD = required("method", STRING, "Method that was chosen");
    public static final Field FALLBACK =
            required("fallback", STRING, "none, or why it was not forecast in the usual way");
    public static final Field BACKTEST_WAPE =
            optional("backtest_wape", DOUBLE, "What the trials from earlier origins had promised for wape");

    public static final TableSpec SPEC = TableSpec.gold("forecast_accuracy")
            .grain("one row per forecast, as-of date and series, once the last day ahead is over")
            .fields(
                    FORECAST,
                    AS_OF_DATE,
                    SERIES_ID,
                    DAYS,
                    ACTUAL,
                    EXPECTED,
                    ABSOLUTE_ERROR,
                    NAIVE_ABSOLUTE_ERROR,
                    WAPE,
                    NAIVE_WAPE,
                    BIAS,
                    WITHIN_80,
                    WITHIN_95,
                    METHOD,
                    FALLBACK,
                    BACKTEST_WAPE)
            .key(FORECAST, AS_OF_DATE, SERIES_ID)
            .day(AS_OF_DATE)
            .check("some_day_is_judged", "days > 0")
            .write(WriteMode.REPLACE_DAYS);

    private ForecastAccuracy() {}
}
