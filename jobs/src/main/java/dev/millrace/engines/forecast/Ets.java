package dev.millrace.engines.forecast;

import dev.millrace.engines.forecast.EtsForm.ErrorTerm;
import dev.millrace.engines.forecast.EtsForm.Season;
import dev.millrace.engines.forecast.EtsForm.Trend;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Exponential smoothing in state space form, fitted by maximum likelihood over smoothing parameters and initial states together:
 * Hyndman, Koehler, Ord and Snyder, "Forecasting with Exponential Smoothing: The State Space Approach" (2008), here HKOS.
 *
 * <p>The form is given, or chosen by Akaike's criterion corrected for few values, as R's {@code ets} and statsforecast's
 * {@code AutoETS} choose it: among all forms but those with an additive error and a multiplicative season, which are unstable, and
 * those with a multiplicative trend, which explode; among additive ones only where a value is not positive. Parameters keep to the
 * usual bounds (0.0001 to 0.9999, beta below alpha, gamma below 1 - alpha, phi from 0.8 to 0.98) and to those that make the model
 * forget its start. Unlike R, long seasons count as others do: their states are found by gradients, not by trial.
 */
public final class Ets implements SeriesMethod {

    private static final double FAR_BEHIND = 30;

    private final EtsForm form;
    private final int period;

    private Ets(EtsForm form, int period) {
        if (period < 1) {
            throw new IllegalArgumentException("A season has at least one period, not " + period + ".");
        }
        this.form = form;
        this.period = period;
    }

    /**
     * Chooses the form for each series.
     *
     * @param period how many periods a season has; 1 where there is none
     * @throws IllegalArgumentException where the season has less than one period
     */
    public static Ets automatic(int period) {
        return new Ets(null, period);
    }

    /**
     * Fits one form. A series with values that are not positive gets the additive form instead of one that needs positive values.
     *
     * @param letters its short name, such as {@code AAdA}: error A or M, trend N, A or Ad, season N, A or M
     * @param period how many periods a season has
     * @throws IllegalArgumentException where there is no such form, or it has a season and the season a single period
     */
    public static Ets of(String letters, int period) {
        EtsForm form = EtsForm.of(letters);
        if (form.seasonal() && period < 2) {
            throw new IllegalArgumentException(form + " needs a season of at least two periods, not " + period + ".");
        }
        return new Ets(form, period);
    }

    @Override
    public String name() {
        return "ets";
    }

    @Override
    public EtsModel fit(double... values) {
        List<EtsForm> forms = forms(values);
        if (Arrays.stream(values).allMatch(value -> value == values[0])) {
            return EtsModel.constant(values);
        }
        double unit = noise(values);
        double[] scaled = Arrays.stream(values).map(value -> value / unit).toArray();
        EtsPath path = new EtsPath(scaled, period);
        EtsStart start = new EtsStart(scaled, period);
        List<EtsFit> fits = new ArrayList<>();
        for (EtsForm next : forms) {
            if (hopeless(next, fits)) {
                continue;
            }
            fits.add(EtsFit.of(next, path, form == null ? groups(next, start, fits) : each(next, start)));
        }
        EtsFit best = fits.get(0);
        for (EtsFit fit : fits) {
            best = fit.criterion() < best.criterion() ? fit : best;
        }
        return EtsModel.of(best, values, period, unit);
    }

    /**
     * Whether a form with a trend need not be tried, because without it the form is so far behind another without a trend that a trend
     * will hardly make up for it.
     */
    private static boolean hopeless(EtsForm next, List<EtsFit> fits) {
        double best = Double.POSITIVE_INFINITY;
        double own = Double.NEGATIVE_INFINITY;
        for (EtsFit known : fits) {
            EtsForm other = known.form();
            if (!other.trending()) {
                best = Math.min(best, known.criterion());
                own = other.error() == next.error() && other.season() == next.season() ? known.criterion() : own;
            }
        }
        return next.trending() && own > best + FAR_BEHIND;
    }

    /** What is known of forms with the same season leads to the same summit again, or higher: two searches are enough. */
    private static List<List<EtsParameters>> groups(EtsForm next, EtsStart start, List<EtsFit> fits) {
        List<EtsParameters> likely = start.calm(next);
        for (EtsFit known : fits) {
            if (known.form().season() == next.season()) {
                likely.add(known.parameters());
            }
        }
        return List.of(likely, start.lively(next));
    }

    private static List<List<EtsParameters>> each(EtsForm only, EtsStart start) {
        return Stream.concat(start.calm(only).stream(), start.lively(only).stream())
                .map(List::of)
                .toList();
    }

    /** The forms to try: those that the series has values enough for. */
    private List<EtsForm> forms(double... values) {
        boolean positive = Arrays.stream(values).allMatch(value -> value > 0);
        List<EtsForm> wanted = form == null
                ? automaticForms(positive)
                : List.of(positive || !form.needsPositive() ? form : form.additive());
        List<EtsForm> possible =
                wanted.stream().filter(next -> values.length >= needed(next)).toList();
        if (possible.isEmpty()) {
            throw new SeriesTooShortException(name(), needed(wanted.get(0)), values.length);
        }
        return possible;
    }

    private int needed(EtsForm next) {
        return next.parameters(period) + 2;
    }

    private List<EtsForm> automaticForms(boolean positive) {
        List<EtsForm> forms = new ArrayList<>();
        for (Trend trend : Trend.values()) {
            for (Season season : Season.values()) {
                for (ErrorTerm error : ErrorTerm.values()) {
                    EtsForm next = new EtsForm(error, trend, season);
                    boolean unstable = error == ErrorTerm.ADDITIVE && season == Season.MULTIPLICATIVE;
                    if (!unstable && (positive || !next.needsPositive()) && (period > 1 || !next.seasonal())) {
                        forms.add(next);
                    }
                }
            }
        }
        return forms;
    }

    /** How far values are from those before them, on average: the unit in which the search for parameters goes about evenly. */
    private static double noise(double... values) {
        double sum = 0;
        for (int t = 1; t < values.length; t++) {
            sum += Math.abs(values[t] - values[t - 1]);
        }
        return sum / (values.length - 1);
    }
}
