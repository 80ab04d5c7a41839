package dev.millrace.models.supply;

import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.max;

import dev.millrace.job.JobInputs;
import dev.millrace.job.Output;
import dev.millrace.table.DaySet;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.score.DemandForecast;
import java.sql.Date;
import java.time.LocalDate;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * The newest of the forecasts of a name, and plans that are made by it.
 *
 * @param inputs of the job
 * @param name of the forecast
 * @param told its as-of date; empty where nothing is forecast
 */
record NewestForecast(JobInputs inputs, String name, Optional<LocalDate> told) {

    /** What the forecast has for no product. */
    private static final String NO_PRODUCT = "(none)";

    static NewestForecast of(JobInputs inputs, String name) {
        Row newest = inputs.newest(DemandForecast.SPEC)
                .filter(DemandForecast.FORECAST.col().equalTo(name))
                .agg(max(DemandForecast.AS_OF_DATE.col()))
                .first();
        return new NewestForecast(
                inputs,
                name,
                newest.isNullAt(0)
                        ? Optional.empty()
                        : Optional.of(newest.getDate(0).toLocalDate()));
    }

    /** Without a forecast there is no date; a plan is laid out all the same, for a dry run to see what is wrong. */
    LocalDate asOf() {
        return told.orElse(LocalDate.EPOCH);
    }

    /** Its rows of products. */
    Dataset<Row> rows() {
        return inputs.newest(DemandForecast.SPEC)
                .filter(DemandForecast.FORECAST.col().equalTo(name))
                .filter(DemandForecast.AS_OF_DATE.col().equalTo(lit(Date.valueOf(asOf()))))
                .filter(DemandForecast.PRODUCT_ID.col().notEqual(NO_PRODUCT));
    }

    /** The plan of its date. Where everything is made anew, what was published of earlier dates is published again as it was. */
    Output output(TableSpec table, Dataset<Row> rows) {
        if (!inputs.days().isAll()) {
            DaySet days = told.map(day -> DaySet.between(day, day)).orElse(DaySet.NONE);
            return new Output(table, rows, Optional.of(days));
        }
        Field day = table.dayField().orElseThrow();
        Dataset<Row> earlier = inputs.previous(table);
        Dataset<Row> kept = told.map(date -> earlier.filter(day.col().notEqual(lit(Date.valueOf(date)))))
                .orElse(earlier);
        return new Output(table, rows.unionByName(kept), Optional.empty());
    }
}
