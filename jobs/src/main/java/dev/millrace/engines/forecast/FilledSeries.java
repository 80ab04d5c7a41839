package dev.millrace.engines.forecast;

import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * A series without holes.
 *
 * @param name of the series
 * @param last number of its last period
 * @param afterAHole whether what lay before a long hole was left out
 * @param values one a period, oldest first
 */
@SuppressWarnings("ArrayRecordComponent") // as methods take them
public record FilledSeries(String name, long last, boolean afterAHole, double[] values) {

    static final StructType SCHEMA = new StructType()
            .add(SeriesForecaster.SERIES, DataTypes.StringType, false)
            .add("last_period", DataTypes.LongType, false)
            .add("after_a_hole", DataTypes.BooleanType, false)
            .add("values", DataTypes.createArrayType(DataTypes.DoubleType, false), false);

    /** A row of {@link SeriesForecaster#filled}. */
    public static FilledSeries of(Row row) {
        List<Double> values = row.getList(3);
        return new FilledSeries(
                row.getString(0),
                row.getLong(1),
                row.getBoolean(2),
                values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    Row row() {
        return RowFactory.create(name, last, afterAHole, values);
    }

    /** Number of the first period. */
    public long first() {
        return last - values.length + 1;
    }
}
