package dev.millrace.simulate;

import java.util.List;
import org.apache.spark.sql.Column;

/** Where customers live; a place is an INT index. */
final class Places {

    private record Place(String city, String country) {}

    private static final List<Place> ALL = List.of(
            new Place("Berlin", "DE"),
            new Place("München", "DE"),
            new Place("Köln", "DE"),
            new Place("Paris", "FR"),
            new Place("Besançon", "FR"),
            new Place("London", "GB"),
            new Place("Newcastle, Tyne and Wear", "GB"),
            new Place("Málaga", "ES"),
            new Place("København", "DK"),
            new Place("Zürich", "CH"),
            new Place("Łódź", "PL"),
            new Place("Gent", "BE"),
            new Place("Reykjavík", "IS"),
            new Place("Washington, DC", "US"),
            new Place("台北", "TW"),
            new Place("Ljubljana", "SI"));

    static final int COUNT = ALL.size();

    private Places() {}

    static Column city(Column place) {
        return Draws.at(ALL.stream().map(Place::city).toList(), place);
    }

    static Column country(Column place) {
        return Draws.at(ALL.stream().map(Place::country).toList(), place);
    }
}
