package dev.millrace.engines.classify;

import java.util.List;

/**
 * The mean of several models' log-odds.
 *
 * @param parts the models
 */
public record BlendScorer(List<Scorer> parts) implements Scorer {

    public BlendScorer {
        parts = List.copyOf(parts);
    }

    @Override
    public double logOdds(double... row) {
        double sum = 0;
        for (Scorer part : parts) {
            sum += part.logOdds(row);
        }
        return sum / parts.size();
    }

    @Override
    public double[] contributions(double[] row, double[] typical) {
        double[] mean = new double[row.length];
        for (Scorer part : parts) {
            double[] own = part.contributions(row, typical);
            for (int i = 0; i < own.length; i++) {
                mean[i] += own[i] / parts.size();
            }
        }
        return mean;
    }
}
