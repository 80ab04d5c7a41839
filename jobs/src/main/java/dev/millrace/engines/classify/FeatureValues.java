package dev.millrace.engines.classify;

import java.util.List;
import org.apache.spark.sql.Row;

/** Turns the columns of a row into the values of a {@link Sample}. */
public final class FeatureValues {

    private FeatureValues() {}

    /**
     * The values of a row.
     *
     * @param features what the columns are, in order
     * @param row the row
     * @param at the first column
     */
    public static Object[] of(List<Feature> features, Row row, int at) {
        Object[] values = new Object[features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(features.get(i), row.get(at + i));
        }
        return values;
    }

    /** A text that is no number, where numbers are wanted, is a missing value: training rows had none such. */
    private static Object value(Feature feature, Object value) {
        if (value == null || (value instanceof String text && text.isBlank())) {
            return null;
        }
        if (!feature.isNumeric()) {
            return value.toString();
        }
        return value instanceof String text ? number(text) : value;
    }

    private static Double number(String text) {
        try {
            return Double.valueOf(text);
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
