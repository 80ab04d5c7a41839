package dev.millrace.engines.forecast;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;

/**
 * From where a series is forecast again to see how well that goes: origins that roll towards its end (Hyndman and Athanasopoulos,
 * "Forecasting: Principles and Practice", 3rd edition, section 5.10).
 *
 * @param windows how many origins at most
 * @param horizon how many periods are forecast from each
 * @param step periods from one origin to the next
 * @param period how many periods a season has, for errors that are scaled by the seasonal naive ones; 1 where there is none
 */
public record BacktestPlan(int windows, int horizon, int step, int period) implements Serializable {

    /** Refuses numbers below one, by an IllegalArgumentException. */
    public BacktestPlan {
        if (windows < 1 || horizon < 1 || step < 1 || period < 1) {
            throw new IllegalArgumentException("Windows, horizon, step and period are at least 1, not " + windows + ", "
                    + horizon + ", " + step + " and " + period + ".");
        }
    }

    /**
     * How many values lie before each window, oldest window first; the newest window ends with the series. A window has at least as
     * many values before it as it is long, so that short series have fewer windows, or none.
     *
     * @param length how many values the series has
     */
    public List<Integer> origins(int length) {
        List<Integer> origins = new ArrayList<>();
        for (int window = windows - 1; window >= 0; window--) {
            int origin = length - horizon - window * step;
            if (origin >= horizon && origin >= 2) {
                origins.add(origin);
            }
        }
        return origins;
    }
}
