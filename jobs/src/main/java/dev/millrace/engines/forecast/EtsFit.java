package dev.millrace.engines.forecast;

import java.util.List;

/**
 * One form, fitted.
 *
 * @param form the form
 * @param parameters its estimates, in units of the values that were given
 * @param target twice the negative log-likelihood, but for a constant that all forms share
 * @param criterion Akaike's criterion, corrected for few values
 */
record EtsFit(EtsForm form, EtsParameters parameters, double target, double criterion) {

    /** What a next step of the search must promise of twice the log-likelihood. */
    private static final double TOLERANCE = 1e-5;

    /**
     * Fits a form.
     *
     * @param groups starts: the search goes on from the likeliest of each group, since likelihoods have several summits
     */
    static EtsFit of(EtsForm form, EtsPath path, List<List<EtsParameters>> groups) {
        EtsObjective objective = new EtsObjective(form, path);
        double[] best = null;
        double target = Double.POSITIVE_INFINITY;
        for (List<EtsParameters> group : groups) {
            double[] point = objective.best(group);
            double value = objective.value(point);
            if (Double.isFinite(value)) {
                value = descend(objective, point);
            }
            if (best == null || value < target) {
                best = point;
                target = value;
            }
        }
        int parameters = form.parameters(path.period);
        int length = path.values.length;
        double criterion =
                target + 2.0 * parameters + 2.0 * parameters * (parameters + 1) / (length - parameters - 1.0);
        return new EtsFit(form, objective.unpack(best), target, criterion);
    }

    private static double descend(EtsObjective objective, double[] point) {
        double[] curvature = objective.curvature(point);
        return new BoxMinimum(objective, objective.lower(), objective.upper(), curvature, TOLERANCE).from(point);
    }
}
