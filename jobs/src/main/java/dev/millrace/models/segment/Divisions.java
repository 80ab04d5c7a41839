package dev.millrace.models.segment;

import static java.util.Comparator.comparing;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;

/** Which division stands on which date. */
final class Divisions {

    private Divisions() {}

    /** The newest that was trained by a date. */
    static Optional<Segmentation> inForce(Collection<Segmentation> divisions, LocalDate date) {
        return divisions.stream()
                .filter(division -> !division.asOf().isAfter(date))
                .max(comparing(Segmentation::asOf));
    }
}
