package dev.millrace.engines.classify;

import java.util.List;

/**
 * Many trees: boosted ones that add up to log-odds, or a forest whose mean is a probability.
 *
 * @param trees the trees
 * @param scale what each tree's value is multiplied with
 * @param start log-odds before the first tree
 * @param probabilities whether the scaled sum is a probability, and not log-odds
 */
public record TreeScorer(List<Tree> trees, double scale, double start, boolean probabilities) implements Scorer {

    public TreeScorer {
        trees = List.copyOf(trees);
    }

    @Override
    public double logOdds(double... row) {
        double sum = 0;
        for (Tree tree : trees) {
            sum += tree.value(row);
        }
        return probabilities ? Scorer.logit(scale * sum) : start + scale * sum;
    }

    @Override
    public double[] contributions(double[] row, double[] typical) {
        double[] parts = new double[row.length];
        for (Tree tree : trees) {
            tree.addContributions(row, scale, parts);
        }
        return parts;
    }
}
