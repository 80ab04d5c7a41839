package dev.millrace.engines.classify;

import java.util.ArrayList;
import java.util.List;

/**
 * A model that was tried, and how it did on rows that it was not trained on.
 *
 * @param trainers what it was fitted by; several for a blend
 * @param logOdds what it said, for the validation rows of all splits in order
 * @param validated how that compares with what happened, before calibration
 */
@SuppressWarnings("ArrayRecordComponent") // a hundred thousand rows: copies would cost more than they guard
record Trial(List<Trainer> trainers, double[] logOdds, Measures validated) {

    static Trial of(List<Trainer> trainers, double[] logOdds, double... labels) {
        double[] said = new double[logOdds.length];
        for (int i = 0; i < said.length; i++) {
            said[i] = Scorer.sigmoid(logOdds[i]);
        }
        return new Trial(List.copyOf(trainers), logOdds, new Measures(said, labels));
    }

    /** Says the mean of what two models said. */
    Trial blendedWith(Trial other) {
        double[] mean = new double[logOdds.length];
        double own = trainers.size();
        double theirs = other.trainers.size();
        for (int i = 0; i < mean.length; i++) {
            mean[i] = (own * logOdds[i] + theirs * other.logOdds[i]) / (own + theirs);
        }
        List<Trainer> both = new ArrayList<>(trainers);
        both.addAll(other.trainers);
        return of(both, mean, validated.labels());
    }

    String kind() {
        return String.join("+", trainers.stream().map(Trainer::kind).toList());
    }

    String hyperparameters() {
        return String.join("; ", trainers.stream().map(Trainer::hyperparameters).toList());
    }
}
