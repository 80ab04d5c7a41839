package dev.millrace.engines.forecast;

import dev.millrace.engines.forecast.EtsForm.Season;
import dev.millrace.engines.forecast.EtsForm.Trend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Where the search for the parameters of an ETS model starts: at states of the series' beginning (Hyndman, Koehler, Ord and Snyder
 * 2008, section 2.6.1) with smoothing parameters from a coarse grid.
 */
final class EtsStart {

    private static final double[] ALPHAS = {0.005, 0.03, 0.15, 0.6};
    private static final double[] LIVELY_ALPHAS = {0.1, 0.4};
    /** What part beta is of alpha, and gamma of 1 - alpha. */
    private static final double SHARE = 0.05;

    private static final double LIVELY_SHARE = 0.6;
    private static final double PHI = 0.95;
    private static final int LEAST_FOR_LEVEL = 10;
    private static final double LEAST_FACTOR = 0.01;

    private final double[] values;
    private final int period;
    private double[] additive;
    private double[] multiplicative;

    EtsStart(double[] values, int period) {
        this.values = values;
        this.period = period;
    }

    /** The starts of a form whose trend and season hardly change. */
    List<EtsParameters> calm(EtsForm form) {
        List<EtsParameters> starts = grid(form, ALPHAS, SHARE);
        starts.add(flat(form));
        return starts;
    }

    /** The starts of a form whose trend and season change fast. */
    List<EtsParameters> lively(EtsForm form) {
        return grid(form, LIVELY_ALPHAS, LIVELY_SHARE);
    }

    private List<EtsParameters> grid(EtsForm form, double[] alphas, double share) {
        double[] season = season(form.season());
        double[] line = line(form, season);
        List<EtsParameters> starts = new ArrayList<>();
        for (double alpha : alphas) {
            double beta = form.trending() ? share * alpha : 0;
            double gamma = form.seasonal() ? share * (1 - alpha) : 0;
            double phi = form.damped() ? PHI : 1;
            starts.add(new EtsParameters(alpha, beta, gamma, phi, line[0], line[1], season));
        }
        return starts;
    }

    /** Without slope and season: where those would bring forecasts below zero, this one still has a likelihood. */
    private EtsParameters flat(EtsForm form) {
        double[] season = new double[form.seasonal() ? period : 0];
        Arrays.fill(season, form.season() == Season.MULTIPLICATIVE ? 1 : 0);
        double level = line(new EtsForm(form.error(), Trend.NONE, Season.NONE), new double[0])[0];
        return new EtsParameters(ALPHAS[0], 0, 0, form.damped() ? PHI : 1, level, 0, season);
    }

    private double[] season(Season season) {
        return switch (season) {
            case NONE -> new double[0];
            case ADDITIVE -> additive = additive == null ? seasonal(false) : additive;
            case MULTIPLICATIVE -> multiplicative = multiplicative == null ? seasonal(true) : multiplicative;
        };
    }

    private double[] seasonal(boolean relative) {
        if (values.length < 2 * period) {
            return atOnce(relative);
        }
        return relative
                ? atLeast(ClassicalDecomposition.multiplicative(values, period))
                : ClassicalDecomposition.additive(values, period);
    }

    /** Of less than two seasons, how far each phase is from the mean: a trend would be no more than a guess. */
    private double[] atOnce(boolean relative) {
        double mean = Arrays.stream(values, 0, period).average().orElseThrow();
        return Arrays.stream(values, 0, period)
                .map(value -> relative ? value / mean : value - mean)
                .toArray();
    }

    private static double[] atLeast(double[] factors) {
        double sum = 0;
        for (int i = 0; i < factors.length; i++) {
            factors[i] = Math.max(LEAST_FACTOR, factors[i]);
            sum += factors[i];
        }
        double scale = factors.length / sum;
        return Arrays.stream(factors).map(factor -> factor * scale).toArray();
    }

    /** Level and slope before the first period: by the first values without their season, their mean or a line through them. */
    private double[] line(EtsForm form, double[] season) {
        int count = Math.min(values.length, Math.max(LEAST_FOR_LEVEL, 2 * season.length));
        double sum = 0;
        double weighted = 0;
        for (int t = 0; t < count; t++) {
            double adjusted =
                    switch (form.season()) {
                        case NONE -> values[t];
                        case ADDITIVE -> values[t] - season[t % period];
                        case MULTIPLICATIVE -> values[t] / season[t % period];
                    };
            sum += adjusted;
            weighted += (t - (count - 1) / 2.0) * adjusted;
        }
        double mean = sum / count;
        if (!form.trending()) {
            return new double[] {mean, 0};
        }
        double slope = weighted * 12 / (count * ((double) count * count - 1));
        return new double[] {mean - slope * (count + 1) / 2.0, slope};
    }
}
