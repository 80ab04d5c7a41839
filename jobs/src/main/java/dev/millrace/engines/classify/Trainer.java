package dev.millrace.engines.classify;

/** A kind of model with its hyperparameters set: learns from encoded rows. */
interface Trainer {

    /** The kind of model, such as {@code lightgbm}. */
    String kind();

    /** The hyperparameters, for people. */
    String hyperparameters();

    /**
     * Learns.
     *
     * @param rows what to learn from
     */
    Scorer train(EncodedRows rows);

    /** Column of a frame that holds a row's encoded values. */
    String FEATURES = "features";

    /** Column of a frame that holds a row's label. */
    String LABEL = "label";
}
