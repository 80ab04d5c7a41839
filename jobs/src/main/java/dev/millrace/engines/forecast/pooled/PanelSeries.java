package dev.millrace.engines.forecast.pooled;

import java.io.Serializable;
import java.util.Arrays;
import java.util.List;

/**
 * One of many series that are forecast together.
 *
 * @param key its name
 * @param attributes what groups it with others, such as product and store; each series of a panel has the same number of them
 * @param start number of the first period, in the count of the {@link PeriodCalendar}
 * @param values one value a period, oldest first, without holes
 * @param inputs what is known of periods in advance, such as prices: one row an input, each with a number for every period from the
 *     first to the last that is forecast. Each series of a panel has the same inputs
 */
@SuppressWarnings("ArrayRecordComponent") // read millions of times: lists would box each number
public record PanelSeries(String key, List<String> attributes, long start, double[] values, double[]... inputs)
        implements Serializable {

    public PanelSeries {
        attributes = List.copyOf(attributes);
    }

    /** A series of which nothing is known in advance. */
    public PanelSeries(String key, List<String> attributes, long start, double[] values) {
        this(key, attributes, start, values, new double[0][]);
    }

    /** The series as it was so many periods before its end; what was to be known in advance is taken as known then. */
    public PanelSeries before(int periods) {
        return new PanelSeries(key, attributes, start, Arrays.copyOf(values, values.length - periods), inputs);
    }
}
