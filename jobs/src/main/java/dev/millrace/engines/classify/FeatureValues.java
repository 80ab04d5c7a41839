package dev.millrace.engines.classify;

import java.util.List;
import org.apache.spark.sql.Row;

/** Turns the columns of a row into the values of a {@link Sample}. */
public final class FeatureValues {

    private FeatureValues() {}

    /** The values of a row that has a column for each feature, by name. */
    public static Object[] of(List<Feature> features, Row row) {
        Object[] values = new Object[features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(features.get(i), row.getAs(features.get(i).name()));
        }
        return values;
    }

    /** The values of a row whose columns are the features, in order. */
    static Object[] inOrder(List<Feature> features, Row row) {
        Object[] values = new Object[features.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(features.get(i), row.get(i));
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
