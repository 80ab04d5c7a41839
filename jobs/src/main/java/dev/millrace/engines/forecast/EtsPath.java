package dev.millrace.engines.forecast;

/**
 * A series on its way through the equations of exponential smoothing: parameters, the states they lead to, and the derivatives on
 * the way back. Plain fields and arrays that every run writes anew, since a fit runs thousands of times.
 */
final class EtsPath {

    final double[] values;
    final int period;

    double alpha;
    double beta;
    double gamma;
    double phi;
    double level;
    double slope;
    /** Season of each phase: before a run that before the first period, after it that after the last. */
    final double[] season;

    /** The forecast of each period from the one before. */
    final double[] forecast;
    /** Of that, what is not season. */
    final double[] base;
    /** What the slope adds to the level of each period: phi times the slope before. */
    final double[] damped;
    /** The season before each period. */
    final double[] seasons;

    /** Derivative of the target by the forecast of each period: what a run back starts from. */
    final double[] pull;

    double byAlpha;
    double byBeta;
    double byGamma;
    double byPhi;
    double byLevel;
    double bySlope;
    /** Derivative of the target by the season of each phase before the first period. */
    final double[] bySeason;

    EtsPath(double[] values, int period) {
        int length = values.length;
        this.values = values;
        this.period = period;
        season = new double[period];
        forecast = new double[length];
        base = new double[length];
        damped = new double[length];
        seasons = new double[length];
        pull = new double[length];
        bySeason = new double[period];
    }

    /** Takes parameters over, as they are before the first period. */
    void start(EtsParameters from) {
        alpha = from.alpha();
        beta = from.beta();
        gamma = from.gamma();
        phi = from.phi();
        level = from.level();
        slope = from.slope();
        System.arraycopy(from.season(), 0, season, 0, from.season().length);
    }
}
