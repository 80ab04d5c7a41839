package dev.millrace.engines.forecast;

import java.util.Arrays;
import java.util.Locale;

/**
 * A fitted {@link Arima}.
 *
 * @param order its order
 * @param mean of what is left after differencing, in the series' units; 0 without a constant
 * @param logLikelihood the log-likelihood of what is left after differencing
 * @param criterion Akaike's criterion, corrected for few values; lower is better
 * @param variance of the error, in squared units of the series
 * @param coefficients its coefficients, for people
 * @param states its state space form
 * @param filter the states after the series, less the mean
 * @param last the last values of the series, which differences go back to
 * @param fitted the forecast of each period from those before; NaN for the first ones, which differencing costs
 */
record ArimaModel(
        ArimaOrder order,
        double mean,
        double logLikelihood,
        double criterion,
        double variance,
        String coefficients,
        ArmaStates states,
        ArmaFilter filter,
        double[] last,
        double[] fitted)
        implements SeriesModel {

    /** What a fit says of a series. */
    static ArimaModel of(ArimaFit fit, double... values) {
        ArimaOrder order = fit.order();
        double[] left = Differencing.of(values, order);
        ArmaStates states =
                ArmaStates.of(fit.coefficients().phi(), fit.coefficients().theta());
        ArmaFilter filter = ArmaFilter.of(
                states, Arrays.stream(left).map(value -> value - fit.mean()).toArray());
        int lost = order.lost();
        double[] fitted = new double[values.length];
        Arrays.fill(fitted, 0, lost, Double.NaN);
        for (int t = lost; t < values.length; t++) {
            fitted[t] = values[t] - left[t - lost] + fit.mean() + filter.expected()[t - lost];
        }
        return new ArimaModel(
                order,
                fit.mean(),
                fit.logLikelihood(),
                fit.criterion(),
                fit.variance(),
                fit.coefficients().toString(),
                states,
                filter,
                Arrays.copyOfRange(values, values.length - lost, values.length),
                fitted);
    }

    @Override
    public SeriesForecast forecast(int steps) {
        int lost = last.length;
        double[] weights = Differencing.weights(order);
        double[] all = Arrays.copyOf(last, lost + steps);
        double[] state = filter.state();
        for (int h = 0; h < steps; h++) {
            double next = mean + state[0];
            for (int j = 0; j < lost; j++) {
                next += weights[j] * all[lost + h - 1 - j];
            }
            all[lost + h] = next;
            state = states.next(state);
        }
        return new SeriesForecast(Arrays.copyOfRange(all, lost, lost + steps), deviation(weights, steps));
    }

    /**
     * Standard deviations of forecasts: of what the states are not known by, and of the errors that join in since. That mean and
     * coefficients are estimates does not count, as is usual.
     */
    private double[] deviation(double[] weights, int steps) {
        double[][] byState = new double[steps][];
        double[] byError = new double[steps];
        double[] deviation = new double[steps];
        double[] row = new double[states.size()];
        row[0] = 1;
        double errors = 0;
        for (int h = 0; h < steps; h++) {
            double[] reach = row.clone();
            // An error's way into later values is that of the state it enters.
            double impulse = dot(row, states.loading());
            for (int j = 0; j < Math.min(h, weights.length); j++) {
                add(reach, weights[j], byState[h - 1 - j]);
                impulse += weights[j] * byError[h - 1 - j];
            }
            byState[h] = reach;
            byError[h] = impulse;
            deviation[h] = Math.sqrt(variance * (form(reach) + errors));
            errors += impulse * impulse;
            row = before(row);
        }
        return deviation;
    }

    /** By what the states of a period count, where those of the next count by a row. */
    private double[] before(double[] row) {
        double[] before = new double[row.length];
        before[0] = dot(row, states.phi());
        System.arraycopy(row, 0, before, 1, row.length - 1);
        return before;
    }

    private double form(double[] row) {
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            for (int j = 0; j < row.length; j++) {
                sum += row[i] * row[j] * filter.covariance()[i][j];
            }
        }
        return Math.max(0, sum);
    }

    private static void add(double[] to, double factor, double[] what) {
        for (int i = 0; i < to.length; i++) {
            to[i] += factor * what[i];
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Override
    public String description() {
        String constant = order.constant() ? String.format(Locale.ROOT, " constant %.4g", mean) : "";
        return order + coefficients + constant + String.format(Locale.ROOT, " AICc %.2f", criterion);
    }
}
