package dev.millrace.evaluate;

/** A question about how well Millrace does on known data, answered anew each time that it is asked. */
public interface Evaluation {

    /** What it is asked for by, such as {@code telco-churn}. */
    String name();

    /** What is done, on what data, and what the baseline is; one sentence or two for people. */
    String method();

    /**
     * Does it.
     *
     * @param data where known data comes from, and the session to use
     * @throws MissingDatasetException when it needs public data that is not there
     */
    EvaluationReport evaluate(EvaluationData data);
}
