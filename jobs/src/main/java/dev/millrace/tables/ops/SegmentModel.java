package dev.millrace.tables.ops;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.INT;
import static dev.millrace.table.ColumnTypes.NUMBERS;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.ColumnTypes.TEXTS;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/** One row per trained division of the customers and segment: all that is needed to assign a customer of any later date. */
public final class SegmentModel {

    public static final Field AS_OF_DATE = required("as_of_date", DATE, "Date whose snapshot it was trained on");
    public static final Field SEGMENT_ID =
            required("segment_id", STRING, "Segment, from its name; rfm where scores alone divide");
    public static final Field SEGMENT_NAME = required("segment_name", STRING, "Name for people");
    public static final Field CLUSTER = required("cluster", INT, "Number of the segment in the model, from 0");
    public static final Field MODEL_VERSION = required("model_version", STRING, "Date and hash of the parameters");
    public static final Field CANDIDATE =
            required("candidate", STRING, "k-means, gaussian-mixture, bisecting-k-means, or rfm");
    public static final Field SEGMENTS = required("segments", INT, "Number of segments; 0 where scores alone divide");
    public static final Field STABILITY =
            optional("stability", DOUBLE, "Mean adjusted Rand index between fits to bootstrap samples");
    public static final Field SILHOUETTE = optional("silhouette", DOUBLE, "Mean silhouette");
    public static final Field REASON = required("reason", STRING, "Why this one, or why scores alone divide");
    public static final Field TRIALS = required("trials", TEXTS, "What was tried, and how it did");
    public static final Field FEATURES = required("features", TEXTS, "What customers are compared by, in order");
    public static final Field TRANSFORMS =
            required("transforms", TEXTS, "identity, log1p or arcsine for each feature, before scaling");
    public static final Field MEDIANS = required("medians", NUMBERS, "Median of each transformed feature");
    public static final Field SPREADS =
            required("spreads", NUMBERS, "Interquartile range / 1.349 of each transformed feature");
    public static final Field CENTRE = required("centre", NUMBERS, "The segment's centre, scaled");
    public static final Field PRECISION =
            required("precision", NUMBERS, "Inverse covariance of the segment, row by row, scaled");
    public static final Field WEIGHT_OFFSET =
            required("weight_offset", DOUBLE, "Log of the weight less half the log of the covariance's determinant");
    public static final Field RECENCY_LIMITS =
            required("recency_limits", NUMBERS, "Quintiles of recency_days: 20, 40, 60 and 80 %");
    public static final Field FREQUENCY_LIMITS = required("frequency_limits", NUMBERS, "Quintiles of orders");
    public static final Field VALUE_LIMITS = required("value_limits", NUMBERS, "Quintiles of net_sales");

    public static final TableSpec SPEC = TableSpec.ops("segment_model")
            .grain("one row per trained division of the customers and segment")
            .fields(
                    AS_OF_DATE,
                    SEGMENT_ID,
                    SEGMENT_NAME,
                    CLUSTER,
                    MODEL_VERSION,
                    CANDIDATE,
                    SEGMENTS,
                    STABILITY,
                    SILHOUETTE,
                    REASON,
                    TRIALS,
                    FEATURES,
                    TRANSFORMS,
                    MEDIANS,
                    SPREADS,
                    CENTRE,
                    PRECISION,
                    WEIGHT_OFFSET,
                    RECENCY_LIMITS,
                    FREQUENCY_LIMITS,
                    VALUE_LIMITS)
            .key(AS_OF_DATE, SEGMENT_ID)
            .day(AS_OF_DATE)
            .write(WriteMode.MERGE_ON_KEY);

    private SegmentModel() {}
}
