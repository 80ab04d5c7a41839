package dev.millrace.engines.classify;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Why a row has its probability.
 *
 * @param feature what it is about
 * @param value the row's value of it, null where it is missing
 * @param logOdds by how much it moves the log-odds from those of the typical row
 */
public record Reason(Feature feature, Object value, double logOdds) {

    /** In words, such as {@code tenure_months = 2 raises it}. */
    public String words() {
        return feature.name() + " = " + text() + (logOdds > 0 ? " raises it" : " lowers it");
    }

    private String text() {
        if (value == null) {
            return "missing";
        }
        return value instanceof Double number
                ? BigDecimal.valueOf(number)
                        .setScale(2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString()
                : value.toString();
    }
}
