package dev.millrace.simulate;

import java.util.List;
import java.util.Locale;

/** What can be wrong with a delivered line. A line has at most one. */
enum Blemish {
    /** Ends before its last field. */
    TRUNCATED,
    /** Follows its exact double; the first of the two is clean. */
    DUPLICATED,
    /** Holds a byte of ISO 8859-1, so that it is not UTF-8. */
    BADLY_ENCODED,
    /** Arrives one to three days after its day. */
    LATE;

    static final String CLEAN = "clean";

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The blemishes that a feed can have. */
    static List<Blemish> of(Feed feed) {
        return List.of(values()).stream()
                .filter(blemish -> blemish != BADLY_ENCODED || feed.garbled().isPresent())
                .toList();
    }
}
