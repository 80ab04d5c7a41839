package dev.millrace.engines.classify;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.Serializable;

/** A fitted model reduced to what scoring needs; plain numbers, so that it is stored as text and runs on any machine. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = LinearScorer.class, name = "linear"),
    @JsonSubTypes.Type(value = TreeScorer.class, name = "trees"),
    @JsonSubTypes.Type(value = NetworkScorer.class, name = "network"),
    @JsonSubTypes.Type(value = BlendScorer.class, name = "blend")
})
public sealed interface Scorer extends Serializable permits LinearScorer, TreeScorer, NetworkScorer, BlendScorer {

    /** The log-odds of an encoded row, before calibration. */
    double logOdds(double... row);

    /**
     * How far each column moves the log-odds of a row away from those of the typical row.
     *
     * @param typical means of the columns in training
     */
    double[] contributions(double[] row, double[] typical);

    /** Log-odds of a probability, kept finite. */
    static double logit(double probability) {
        double bounded = Math.min(1 - 1e-7, Math.max(1e-7, probability));
        return Math.log(bounded / (1 - bounded));
    }

    /** The probability of log-odds. */
    static double sigmoid(double logOdds) {
        return 1 / (1 + Math.exp(-logOdds));
    }
}
