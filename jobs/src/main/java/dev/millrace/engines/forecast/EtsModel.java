package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.Locale;

/**
 * A fitted {@link Ets}.
 *
 * @param form its form
 * @param parameters its estimates
 * @param logLikelihood the log-likelihood, but for a constant that depends on the number of values alone
 * @param criterion Akaike's criterion, corrected for few values; lower is better
 * @param variance of the error: in squared units of the series, or relative where errors are multiplicative
 * @param end the states after the last period, and the season of the period that follows first
 * @param fitted the forecast of each period from the one before, in the series' units
 */
public record EtsModel(
        EtsForm form,
        EtsParameters parameters,
        double logLikelihood,
        double criterion,
        double variance,
        EtsParameters end,
        double[] fitted)
        implements SeriesModel {

    private static final double CONSTANT_ALPHA = 0.9999;

    /** A series that never changes, which no likelihood can tell anything about. */
    static EtsModel constant(double... values) {
        EtsParameters parameters = new EtsParameters(CONSTANT_ALPHA, 0, 0, 1, values[0], 0, new double[0]);
        return new EtsModel(
                EtsForm.of("ANN"),
                parameters,
                Double.POSITIVE_INFINITY,
                Double.NEGATIVE_INFINITY,
                0,
                parameters,
                values.clone());
    }

    /** What was found for values that had been divided by a unit. */
    static EtsModel of(EtsFit fit, double[] values, int period, double unit) {
        EtsForm form = fit.form();
        EtsParameters parameters = in(unit, form, fit.parameters());
        EtsPath path = new EtsPath(values, period);
        path.start(parameters);
        EtsRecursion.of(form).forward(path);
        int length = values.length;
        double sum = 0;
        for (int t = 0; t < length; t++) {
            double error = values[t] - path.forecast[t];
            double counted = form.relativeError() ? error / path.forecast[t] : error;
            sum += counted * counted;
        }
        double constant = 2 * length * Math.log(unit);
        // The variance is not among the parameters that cost a degree of freedom.
        double freedom = length - form.parameters(period) + 1.0;
        return new EtsModel(
                form,
                parameters,
                -(fit.target() + constant) / 2,
                fit.criterion() + constant,
                sum / freedom,
                end(path, parameters, form),
                path.forecast);
    }

    private static EtsParameters in(double unit, EtsForm form, EtsParameters p) {
        double[] season = form.season() == EtsForm.Season.ADDITIVE
                ? Arrays.stream(p.season()).map(s -> s * unit).toArray()
                : p.season();
        return new EtsParameters(p.alpha(), p.beta(), p.gamma(), p.phi(), p.level() * unit, p.slope() * unit, season);
    }

    private static EtsParameters end(EtsPath path, EtsParameters p, EtsForm form) {
        double[] season = new double[form.seasonal() ? path.period : 0];
        for (int i = 0; i < season.length; i++) {
            season[i] = path.season[(path.values.length + i) % path.period];
        }
        return new EtsParameters(p.alpha(), p.beta(), p.gamma(), p.phi(), path.level, path.slope, season);
    }

    @Override
    public SeriesForecast forecast(int steps) {
        double[] base = new double[steps];
        double[] mean = new double[steps];
        double damping = 0;
        double power = 1;
        for (int h = 0; h < steps; h++) {
            power *= end.phi();
            damping += power;
            base[h] = end.level() + damping * end.slope();
            mean[h] = seasoned(base[h], h);
        }
        return new SeriesForecast(mean, new EtsDeviation(this).of(base, mean));
    }

    private double seasoned(double base, int h) {
        return switch (form.season()) {
            case NONE -> base;
            case ADDITIVE -> base + end.season()[h % end.season().length];
            case MULTIPLICATIVE -> base * end.season()[h % end.season().length];
        };
    }

    @Override
    public String description() {
        StringBuilder text = new StringBuilder(form.toString());
        text.append(String.format(Locale.ROOT, " alpha %.4f", parameters.alpha()));
        if (form.trending()) {
            text.append(String.format(Locale.ROOT, " beta %.4f", parameters.beta()));
        }
        if (form.seasonal()) {
            text.append(String.format(Locale.ROOT, " gamma %.4f", parameters.gamma()));
        }
        if (form.damped()) {
            text.append(String.format(Locale.ROOT, " phi %.4f", parameters.phi()));
        }
        return text.append(String.format(Locale.ROOT, " AICc %.2f", criterion)).toString();
    }
}
