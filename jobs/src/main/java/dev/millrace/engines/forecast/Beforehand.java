package dev.millrace.engines.forecast;

import java.io.Serializable;
import java.util.List;
import java.util.Map;

/**
 * What was found out of all series together before each is forecast by itself.
 *
 * @param methods what pooled methods said, by series
 * @param likes what is expected of series that are too short to try methods on, by series
 * @param fallback why a series that is forecast in the usual way is not forecast as it should be; {@link Fallback#NONE} where it is
 */
public record Beforehand(Map<String, List<Foretold>> methods, Map<String, LikeForecast> likes, Fallback fallback)
        implements Serializable {

    /** Nothing. */
    public static final Beforehand NOTHING = new Beforehand(Map.of(), Map.of(), Fallback.NONE);
}
