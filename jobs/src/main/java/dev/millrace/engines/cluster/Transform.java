package dev.millrace.engines.cluster;

import static org.apache.spark.sql.functions.asin;
import static org.apache.spark.sql.functions.log1p;
import static org.apache.spark.sql.functions.sqrt;

import java.util.Locale;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;

/** What is done to a feature before it is scaled, so that equal differences mean alike all over its range. */
public enum Transform {
    /** Nothing. */
    IDENTITY {
        @Override
        Column of(Column value) {
            return value;
        }
    },
    /** log(1 + value), for skewed values that are not below 0. */
    LOG1P {
        @Override
        Column of(Column value) {
            return log1p(value);
        }
    },
    /** arcsin √value, for skewed shares from 0 to 1: their variance is then alike whatever they are (Anscombe 1948). */
    ARCSINE {
        @Override
        Column of(Column value) {
            return asin(sqrt(value));
        }
    };

    /** Skewness above which a feature is transformed (Bulmer, Principles of Statistics, 1979: highly skewed). */
    static final double SKEWED = 1;

    abstract Column of(Column value);

    /** How tables name it. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of a name in a table. */
    public static Transform labelled(String label) {
        return Stream.of(values())
                .filter(transform -> transform.label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    /** The one for a feature of this range and skewness. */
    static Transform suiting(double least, double most, double skewness) {
        if (least < 0 || skewness <= SKEWED) {
            return IDENTITY;
        }
        return most <= 1 ? ARCSINE : LOG1P;
    }
}
