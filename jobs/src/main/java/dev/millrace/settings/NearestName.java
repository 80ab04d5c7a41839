package dev.millrace.settings;

import static java.util.Comparator.comparingInt;

import java.util.Collection;
import java.util.Optional;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what a mistyped name was meant to be. */
public final class NearestName {

    private static final LevenshteinDistance DISTANCE = LevenshteinDistance.getDefaultInstance();

    private NearestName() {}

    /** The known name that the fewest edits turn the given one into, if those are at most half its letters. */
    public static Optional<String> of(String name, Collection<String> known) {
        return known.stream()
                .filter(candidate -> DISTANCE.apply(name, candidate) <= Math.max(2, name.length() / 2))
                .min(comparingInt((String candidate) -> DISTANCE.apply(name, candidate))
                        .thenComparing(candidate -> candidate));
    }

    /** A sentence that offers the nearest name, or else lists what there is. */
    public static String hint(String name, Collection<String> known) {
        return of(name, known)
                .map(nearest -> "Did you mean '" + nearest + "'?")
                .orElseGet(() -> known.isEmpty()
                        ? "None is known here."
                        : "Known here: "
                                + String.join(", ", known.stream().sorted().toList()) + ".");
    }
}
