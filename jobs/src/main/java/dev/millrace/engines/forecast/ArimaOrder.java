package dev.millrace.engines.forecast;

/**
 * The order of a seasonal ARIMA model, in the notation of Box and Jenkins ARIMA(p,d,q)(P,D,Q)[m].
 *
 * @param ar p, how many past values count
 * @param differences d, how often each value is taken as the change from the one before
 * @param ma q, how many past errors count
 * @param seasonalAr P, how many past seasons' values count
 * @param seasonalDifferences D, how often each value is taken as the change from that of the season before
 * @param seasonalMa Q, how many past seasons' errors count
 * @param period m, how many values a season has; 1 where there is none
 * @param constant whether what is left after differencing has a mean: that of the series without differences, a drift with one
 */
public record ArimaOrder(
        int ar,
        int differences,
        int ma,
        int seasonalAr,
        int seasonalDifferences,
        int seasonalMa,
        int period,
        boolean constant) {

    /** Refuses orders that there are not, by an IllegalArgumentException. */
    public ArimaOrder {
        if (Math.min(Math.min(ar, differences), ma) < 0
                || Math.min(Math.min(seasonalAr, seasonalDifferences), seasonalMa) < 0) {
            throw new IllegalArgumentException("An ARIMA order has no negative numbers.");
        }
        if (period < 1 || (period == 1 && seasonalAr + seasonalDifferences + seasonalMa > 0)) {
            throw new IllegalArgumentException(
                    "A seasonal ARIMA model needs a season of at least two values, not " + period + ".");
        }
    }

    /** Without a season and a constant. */
    public static ArimaOrder of(int ar, int differences, int ma) {
        return new ArimaOrder(ar, differences, ma, 0, 0, 0, 1, false);
    }

    /** The same with a season. */
    public ArimaOrder seasonal(int ar, int differences, int ma, int period) {
        return new ArimaOrder(this.ar, this.differences, this.ma, ar, differences, ma, period, constant);
    }

    /** The same with a mean or drift. */
    public ArimaOrder withConstant(boolean wanted) {
        return new ArimaOrder(ar, differences, ma, seasonalAr, seasonalDifferences, seasonalMa, period, wanted);
    }

    /** The same with other numbers of values and errors that count. */
    ArimaOrder with(int ar, int ma, int seasonalAr, int seasonalMa) {
        return new ArimaOrder(ar, differences, ma, seasonalAr, seasonalDifferences, seasonalMa, period, constant);
    }

    /** How many coefficients of values and errors are estimated, without the constant. */
    int coefficients() {
        return ar + ma + seasonalAr + seasonalMa;
    }

    /** How many parameters are estimated: coefficients, constant and variance. */
    int parameters() {
        return coefficients() + (constant ? 1 : 0) + 1;
    }

    /** How many values differencing costs. */
    int lost() {
        return differences + seasonalDifferences * period;
    }

    /** How many states its state space form has. */
    int states() {
        return Math.max(ar + seasonalAr * period, ma + seasonalMa * period + 1);
    }

    /** The usual name, such as {@code ARIMA(2,1,0)(0,1,1)[12] with drift}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("ARIMA(" + ar + "," + differences + "," + ma + ")");
        if (period > 1) {
            text.append("(" + seasonalAr + "," + seasonalDifferences + "," + seasonalMa + ")[" + period + "]");
        }
        if (constant) {
            text.append(differences + seasonalDifferences == 0 ? " with mean" : " with drift");
        }
        return text.toString();
    }
}
