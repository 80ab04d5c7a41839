package dev.millrace.models.segment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Gives segments their names: of all names that are true of some segment, that which is truest first, each name once. A segment
 * for which none is left has a number.
 */
public final class SegmentNaming {

    private SegmentNaming() {}

    /** What a segment is called; without a name of its own where nothing told it apart. */
    public record Named(String id, String title, Optional<SegmentName> name) {

        private static Named of(SegmentName name) {
            return new Named(name.id(), name.title(), Optional.of(name));
        }

        private static Named numbered(int number) {
            return new Named("other_" + number, "Other " + number, Optional.empty());
        }
    }

    /**
     * The names, in the order of the segments; no two are the same, and each {@link SegmentName#holds}.
     *
     * @param all the figures of all customers
     */
    public static List<Named> names(List<SegmentFigures> segments, SegmentFigures all) {
        List<Named> names = new ArrayList<>(Collections.nCopies(segments.size(), null));
        Set<SegmentName> free = EnumSet.allOf(SegmentName.class);
        free.remove(SegmentName.REGULAR);
        while (nameTruest(segments, all, names, free)) {
            // One name more.
        }
        free.add(SegmentName.REGULAR);
        int number = 0;
        for (int i = 0; i < names.size(); i++) {
            if (names.get(i) == null) {
                names.set(
                        i, free.remove(SegmentName.REGULAR) ? Named.of(SegmentName.REGULAR) : Named.numbered(++number));
            }
        }
        return List.copyOf(names);
    }

    private static boolean nameTruest(
            List<SegmentFigures> segments, SegmentFigures all, List<Named> names, Set<SegmentName> free) {
        int truestAt = -1;
        SegmentName truest = SegmentName.REGULAR;
        double strength = Double.NEGATIVE_INFINITY;
        for (SegmentName name : free) {
            for (int i = 0; i < segments.size(); i++) {
                double here = names.get(i) == null ? name.strength(segments.get(i), all) : -1;
                if (here >= 0 && here > strength) {
                    truestAt = i;
                    truest = name;
                    strength = here;
                }
            }
        }
        if (truestAt < 0) {
            return false;
        }
        names.set(truestAt, Named.of(truest));
        free.remove(truest);
        return true;
    }
}
