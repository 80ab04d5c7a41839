package dev.millrace.engines.forecast;

/**
 * The equations of one kind of season, through a whole series and back. Without a trend, beta and slope are 0; without damping, phi
 * is 1. Level and slope are written as what is kept of them and what is taken from a value, not by the error: each step then waits
 * for two operations of the one before, and not for five, which halves the time of a run.
 *
 * <p>Additive and multiplicative seasons are kept apart: they share the lines for level and slope alone, while the season's own and its
 * derivatives are other formulas, between which one loop for both would have to choose at each step.
 */
interface EtsRecursion {

    /** Runs through the series: from the states before the first period to those after the last, writing all on the way. */
    void forward(EtsPath path);

    /**
     * Runs back and leaves the derivatives by parameters and initial states, given those by the forecasts: reverse accumulation
     * (Griewank and Walther, "Evaluating Derivatives", 2008, chapter 3).
     */
    void backward(EtsPath path);

    /** The equations of a form. */
    static EtsRecursion of(EtsForm form) {
        return switch (form.season()) {
            case NONE -> new SeasonlessRecursion();
            case ADDITIVE -> new AdditiveSeasonRecursion();
            case MULTIPLICATIVE -> new MultiplicativeSeasonRecursion();
        };
    }
}
