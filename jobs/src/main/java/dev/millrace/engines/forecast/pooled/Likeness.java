package dev.millrace.engines.forecast.pooled;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How alike two series are: for each attribute, the share of words that both have among those that either has (Jaccard), summed. Of an
 * attribute that is one word, such as a place or a category, that is 1 where it is the same and else 0; of a name, it tells a red mug
 * from a blue one by less than from a lamp.
 *
 * @param words of each attribute of a series
 */
record Likeness(List<Set<String>> words) {

    static Likeness of(PanelSeries series) {
        return new Likeness(series.attributes().stream().map(Likeness::words).toList());
    }

    private static Set<String> words(String attribute) {
        Set<String> words =
                new HashSet<>(Arrays.asList(attribute.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{N}]+", -1)));
        words.remove("");
        return words;
    }

    double to(Likeness other) {
        double sum = 0;
        for (int i = 0; i < words.size(); i++) {
            sum += shared(words.get(i), other.words.get(i));
        }
        return sum;
    }

    private static double shared(Set<String> one, Set<String> other) {
        long both = one.stream().filter(other::contains).count();
        long either = one.size() + other.size() - both;
        return either == 0 ? 0 : (double) both / either;
    }
}
