package dev.millrace.engines.forecast.pooled;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The holidays of a calendar, of which each is told apart by its name: what one of them makes of a day says nothing of another.
 *
 * @param kinds number of the holiday's name, from 1, by days since 1970-01-01
 */
public record Holidays(TreeMap<Long, Integer> kinds) implements Serializable {

    /** No calendar. */
    public static final Holidays NONE = new Holidays(new TreeMap<>());

    private static final int FAR = 15;

    /**
     * The holidays of some days.
     *
     * @param names of the holidays, by day
     */
    public static Holidays of(Map<LocalDate, String> names) {
        List<String> all = new ArrayList<>(new TreeSet<>(names.values()));
        TreeMap<Long, Integer> kinds = new TreeMap<>();
        names.forEach((day, name) -> kinds.put(day.toEpochDay(), 1 + all.indexOf(name)));
        return new Holidays(kinds);
    }

    boolean isEmpty() {
        return kinds.isEmpty();
    }

    /** How many names there are. */
    int names() {
        return kinds.values().stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** The number of a day's holiday; 0 where it is none. */
    int kind(long day) {
        return kinds.getOrDefault(day, 0);
    }

    /** Days until the next holiday, and since the last; a holiday itself is 0 days away, and none is farther than fifteen. */
    double[] around(long day) {
        Long next = kinds.ceilingKey(day);
        Long last = kinds.floorKey(day);
        return new double[] {
            next == null ? FAR : Math.min(FAR, next - day), last == null ? FAR : Math.min(FAR, day - last)
        };
    }
}
