package dev.millrace.tables.score;

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
 * One row per forecast, as-of date, series and day ahead: what is expected of that day, and between what bounds. How it came about is
 * said in the row. Rows of earlier as-of dates stay as they were published.
 */
public final class DemandForecast {

    public static final Field FORECAST =
            required("forecast", STRING, "Which of the forecasts that the configuration names");
    public static final Field AS_OF_DATE = required(
            "as_of_date", DATE, "UTC day before which everything lies: the day after the newest day with a value");
    public static final Field SERIES_ID = required(
            "series_id", STRING, "Series: the values of its columns, joined by ' / '; (none) stands for no value");
    public static final Field PRODUCT_ID = optional("product_id", STRING, "Product, where series are told apart by it");
    public static final Field LOCATION_ID =
            optional("location_id", STRING, "Store, site or region, where series are told apart by it");
    public static final Field FORECAST_DATE = required("forecast_date", DATE, "UTC day that is forecast");
    public static final Field STEP = required("step", INT, "Days ahead; 1 is as_of_date");
    public static final Field EXPECTED =
            required("expected", DOUBLE, "Expected value of the day, in the series' units");
    public static final Field LOW_50 =
            optional("low_50", DOUBLE, "Lower end of the interval that holds half of the outcomes");
    public static final Field HIGH_50 = optional("high_50", DOUBLE, "Upper end of the same");
    public static final Field LOW_80 = optional("low_80", DOUBLE, "Lower end of the 80 % interval");
    public static final Field HIGH_80 = optional("high_80", DOUBLE, "Upper end of the same");
    public static final Field LOW_95 = optional("low_95", DOUBLE, "Lower end of the 95 % interval");
    public static final Field HIGH_95 = optional("high_95", DOUBLE, "Upper end of the same");
    public static final Field TOTAL_EXPECTED =
            required("total_expected", DOUBLE, "Sum of expected from as_of_date to this day");
    public static final Field TOTAL_DEVIATION = optional(
            "total_deviation",
            DOUBLE,
            "Standard deviation of the error of that sum, by earlier origins; null where nothing is known of errors");
    public static final Field METHOD = required(
            "method",
            STRING,
            "Method, or combination of methods, that did best from earlier origins; like_items: the level so far, as series"
                    + " like it went on");
    public static final Field INTERVAL_METHOD = required(
            "interval_method",
            STRING,
            "normal: by the method's own deviation; conformal: by errors from earlier origins");
    public static final Field FALLBACK = required(
            "fallback",
            STRING,
            "none, or why the series was not forecast in the usual way: one_value, all_zero, shorter_than_horizon (the mean of"
                    + " what there is, or like_items), negative_values (taken as 0), after_a_hole (what lay before a long hole was left out),"
                    + " pool_too_large (methods that learn from all series together were left out, for there are more"
                    + " values than pooled-values)");
    public static final Field DESCRIPTION =
            required("description", STRING, "What was chosen and estimated, for people");
    public static final Field WINDOWS =
            required("windows", INT, "Earlier origins that methods were tried from; 0 where the series is too short");
    public static final Field BACKTEST_WAPE = optional(
            "backtest_wape", DOUBLE, "Absolute errors of those trials by what came; null without trials or volume");
    public static final Field BACKTEST_NAIVE_WAPE = optional(
            "backtest_naive_wape", DOUBLE, "The same of the seasonal naive method, where it was among those tried");
    public static final Field BACKTEST_MASE = optional(
            "backtest_mase", DOUBLE, "Mean absolute error of those trials by that of seasonal naive ones before");
    public static final Field BACKTEST_RMSSE =
            optional("backtest_rmsse", DOUBLE, "Root of the mean squared error by that of seasonal naive ones before");
    public static final Field BACKTEST_COVERAGE_80 =
            optional("backtest_coverage_80", DOUBLE, "Share of outcomes within the 80 % interval in those trials");
    public static final Field BACKTEST_COVERAGE_95 =
            optional("backtest_coverage_95", DOUBLE, "Share of outcomes within the 95 % interval in those trials");

    public static final TableSpec SPEC = TableSpec.score("demand_forecast")
            .grain("one row per forecast, as-of date, series and day ahead")
            .fields(
                    FORECAST,
                    AS_OF_DATE,
                    SERIES_ID,
                    PRODUCT_ID,
                    LOCATION_ID,
                    FORECAST_DATE,
                    STEP,
                    EXPECTED,
                    LOW_50,
                    HIGH_50,
                    LOW_80,
                    HIGH_80,
                    LOW_95,
                    HIGH_95,
                    TOTAL_EXPECTED,
                    TOTAL_DEVIATION,
                    METHOD,
                    INTERVAL_METHOD,
                    FALLBACK,
                    DESCRIPTION,
                    WINDOWS,
                    BACKTEST_WAPE,
                    BACKTEST_NAIVE_WAPE,
                    BACKTEST_MASE,
                    BACKTEST_RMSSE,
                    BACKTEST_COVERAGE_80,
                    BACKTEST_COVERAGE_95)
            .key(FORECAST, AS_OF_DATE, SERIES_ID, FORECAST_DATE)
            .day(AS_OF_DATE)
            .check("step_counts_from_the_as_of_date", "forecast_date = date_add(as_of_date, step - 1)")
            .check(
                    "bounds_are_in_order",
                    "low_80 IS NULL OR (low_95 <= low_80 AND low_80 <= high_80 AND high_80 <= high_95)")
            .write(WriteMode.REPLACE_DAYS);

    private DemandForecast() {}
}
