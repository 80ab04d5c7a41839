package dev.millrace.engines.forecast;

/**
 * Which error, trend and season an exponential smoothing model has, in the taxonomy of Hyndman, Koehler, Ord and Snyder,
 * "Forecasting with Exponential Smoothing: The State Space Approach" (2008), chapter 2.
 *
 * @param error how the error joins the one-step forecast
 * @param trend how the level moves from period to period
 * @param season how the season joins the level
 */
public record EtsForm(ErrorTerm error, Trend trend, Season season) {

    /** How the error joins the one-step forecast. */
    public enum ErrorTerm {
        /** In the series' units. */
        ADDITIVE("A"),
        /** In proportion to the forecast. */
        MULTIPLICATIVE("M");

        private final String letter;

        ErrorTerm(String letter) {
            this.letter = letter;
        }
    }

    /** How the level moves from period to period. */
    public enum Trend {
        /** By errors alone. */
        NONE("N"),
        /** By a slope that stays. */
        ADDITIVE("A"),
        /** By a slope that fades. */
        DAMPED("Ad");

        private final String letters;

        Trend(String letters) {
            this.letters = letters;
        }
    }

    /** How the season joins the level. */
    public enum Season {
        /** There is none. */
        NONE("N"),
        /** In the series' units. */
        ADDITIVE("A"),
        /** In proportion to the level. */
        MULTIPLICATIVE("M");

        private final String letter;

        Season(String letter) {
            this.letter = letter;
        }
    }

    /**
     * Reads the usual short name: error, trend and season, such as {@code AAdA} or {@code MNM}.
     *
     * @throws IllegalArgumentException where it names no form
     */
    public static EtsForm of(String letters) {
        for (ErrorTerm error : ErrorTerm.values()) {
            for (Trend trend : Trend.values()) {
                for (Season season : Season.values()) {
                    EtsForm form = new EtsForm(error, trend, season);
                    if (form.letters().equals(letters)) {
                        return form;
                    }
                }
            }
        }
        throw new IllegalArgumentException("No ETS form is called " + letters
                + ": it takes A or M, then N, A or Ad, then N, A or M, such as AAdA.");
    }

    /** The usual short name, such as {@code AAdA}. */
    public String letters() {
        return error.letter + trend.letters + season.letter;
    }

    /** The usual long name, such as {@code ETS(A,Ad,A)}. */
    @Override
    public String toString() {
        return "ETS(" + error.letter + "," + trend.letters + "," + season.letter + ")";
    }

    boolean relativeError() {
        return error == ErrorTerm.MULTIPLICATIVE;
    }

    boolean trending() {
        return trend != Trend.NONE;
    }

    boolean damped() {
        return trend == Trend.DAMPED;
    }

    boolean seasonal() {
        return season != Season.NONE;
    }

    /** Whether it needs a series that is positive throughout. */
    boolean needsPositive() {
        return relativeError() || season == Season.MULTIPLICATIVE;
    }

    /** The nearest form that any series can have. */
    EtsForm additive() {
        return new EtsForm(ErrorTerm.ADDITIVE, trend, seasonal() ? Season.ADDITIVE : Season.NONE);
    }

    /** How many smoothing parameters it has: alpha, beta, gamma and phi, as far as they apply. */
    int smoothingParameters() {
        return 1 + (trending() ? 1 : 0) + (seasonal() ? 1 : 0) + (damped() ? 1 : 0);
    }

    /** How many parameters are estimated for a season of so many periods: smoothing parameters, free initial states, variance. */
    int parameters(int period) {
        return smoothingParameters() + 1 + (trending() ? 1 : 0) + (seasonal() ? period - 1 : 0) + 1;
    }
}
