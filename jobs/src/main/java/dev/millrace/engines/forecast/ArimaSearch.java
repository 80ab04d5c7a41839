package dev.millrace.engines.forecast;

import java.util.HashSet;
import java.util.Set;

/**
 * Chooses an ARIMA order step by step: Hyndman and Khandakar (2008), section 3.2, with the steps in the order of R's
 * {@code auto.arima}. Differences are chosen first; then four models are tried and the best is varied by one or two numbers as long
 * as Akaike's criterion falls. R leaves out all models whose errors have a root near 1; here one that undoes a difference may stay,
 * since the likelihood is exact there too.
 */
final class ArimaSearch {

    private static final int MOST = 5;
    private static final int MOST_SEASONAL = 2;
    private static final int MOST_DIFFERENCES = 2;
    private static final int MOST_MODELS = 94;
    /** By what a step changes P, Q, p and q. */
    private static final int[][] STEPS = {
        {-1, 0, 0, 0},
        {0, -1, 0, 0},
        {1, 0, 0, 0},
        {0, 1, 0, 0},
        {-1, -1, 0, 0},
        {1, -1, 0, 0},
        {-1, 1, 0, 0},
        {1, 1, 0, 0},
        {0, 0, -1, 0},
        {0, 0, 0, -1},
        {0, 0, 1, 0},
        {0, 0, 0, 1},
        {0, 0, -1, -1},
        {0, 0, 1, -1},
        {0, 0, -1, 1},
        {0, 0, 1, 1},
    };

    private final double[] left;
    private final ArimaOrder simplest;
    private final boolean constantAllowed;
    private final int most;
    private final int mostSeasonal;
    private final Set<ArimaOrder> tried = new HashSet<>();
    private ArimaFit best;

    /** A search for the order of a series. */
    ArimaSearch(double[] values, int period) {
        int season = period < values.length ? period : 1;
        boolean strong = season > 1 && !Stationarity.constant(values) && Stationarity.seasonStrong(values, season);
        ArimaOrder seasonal = ArimaOrder.of(0, 0, 0).seasonal(0, strong ? 1 : 0, 0, season);
        int differences = Stationarity.differences(Differencing.of(values, seasonal), MOST_DIFFERENCES);
        simplest = new ArimaOrder(0, differences, 0, 0, strong ? 1 : 0, 0, season, false);
        left = Differencing.of(values, simplest);
        constantAllowed = differences + simplest.seasonalDifferences() < 2;
        most = Math.min(MOST, values.length / 3);
        mostSeasonal = season > 1 ? Math.min(MOST_SEASONAL, values.length / 3 / season) : 0;
    }

    /** The fit of the best order. */
    ArimaFit best() {
        best = ArimaFit.of(simplest.withConstant(constantAllowed), left);
        if (Stationarity.constant(left)) {
            return best;
        }
        tried.add(best.order());
        ArimaOrder usual = best.order();
        better(usual.with(Math.min(2, most), Math.min(2, most), Math.min(1, mostSeasonal), Math.min(1, mostSeasonal)));
        better(usual.with(Math.min(1, most), 0, Math.min(1, mostSeasonal), 0));
        better(usual.with(0, Math.min(1, most), 0, Math.min(1, mostSeasonal)));
        better(simplest);
        while (tried.size() < MOST_MODELS && varied()) {
            // Each round varies what the one before found.
        }
        ArimaFit thorough = ArimaFit.of(best.order(), left);
        boolean better = thorough.criterion() < best.criterion()
                && thorough.coefficients().distinct(best.order());
        return better ? thorough : best;
    }

    /** Varies the best order until another is better; whether there is one. */
    private boolean varied() {
        ArimaOrder from = best.order();
        for (int[] step : STEPS) {
            int seasonalAr = from.seasonalAr() + step[0];
            int seasonalMa = from.seasonalMa() + step[1];
            int ar = from.ar() + step[2];
            int ma = from.ma() + step[3];
            boolean allowed = within(seasonalAr, mostSeasonal)
                    && within(seasonalMa, mostSeasonal)
                    && within(ar, most)
                    && within(ma, most);
            if (allowed && better(from.with(ar, ma, seasonalAr, seasonalMa))) {
                return true;
            }
        }
        return constantAllowed && better(from.withConstant(!from.constant()));
    }

    private static boolean within(int number, int most) {
        return number >= 0 && number <= most;
    }

    /** Fits an order, unless that has been done, and keeps it where it is better than the best; whether it is. */
    private boolean better(ArimaOrder next) {
        if (left.length <= next.parameters() + 1 || !tried.add(next)) {
            return false;
        }
        ArimaFit fit = ArimaFit.quick(next, left);
        boolean better =
                fit.criterion() < best.criterion() && fit.coefficients().distinct(next);
        best = better ? fit : best;
        return better;
    }
}
