package dev.millrace.engines.forecast;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Series that add up: bottom series, and above them series that are sums of some. Levels may nest, as regions do in states, or
 * cross, as regions and purposes do; the latter are called grouped series (Hyndman and Athanasopoulos, "Forecasting: Principles
 * and Practice", 3rd edition, chapter 11).
 *
 * @param nodes all series: those above first, level by level, then the bottom ones in the order of their indexes
 * @param bottomSize how many bottom series there are
 */
public record Hierarchy(List<HierarchyNode> nodes, int bottomSize) {

    public Hierarchy {
        nodes = List.copyOf(nodes);
    }

    /**
     * Series that are sums by a grouping of the bottom series.
     *
     * @param name what the level is called
     * @param groups for each bottom series the name of the series that it is part of
     */
    public record Level(String name, List<String> groups) {

        public Level {
            groups = List.copyOf(groups);
        }

        /** The level of one series that is the sum of all. */
        public static Level total(int bottomSize) {
            return new Level(
                    "total",
                    IntStream.range(0, bottomSize).mapToObj(i -> "total").toList());
        }
    }

    /**
     * Builds a hierarchy.
     *
     * @param bottomLevel what the lowest level is called
     * @param bottom names of the bottom series
     * @param above the levels above, the highest first
     * @throws IllegalArgumentException without bottom series, where two of them have one name, or where a level does not say of each
     *     bottom series what it is part of
     */
    public static Hierarchy of(String bottomLevel, List<String> bottom, List<Level> above) {
        if (bottom.isEmpty() || new HashSet<>(bottom).size() < bottom.size()) {
            throw new IllegalArgumentException(
                    "A hierarchy needs bottom series, each with a name of its own: " + bottom);
        }
        List<HierarchyNode> nodes = new ArrayList<>();
        for (Level level : above) {
            if (level.groups().size() != bottom.size()) {
                throw new IllegalArgumentException("Level " + level.name() + " groups "
                        + level.groups().size() + " series, and there are " + bottom.size() + ".");
            }
            Map<String, List<Integer>> groups = new LinkedHashMap<>();
            for (int i = 0; i < bottom.size(); i++) {
                groups.computeIfAbsent(level.groups().get(i), added -> new ArrayList<>())
                        .add(i);
            }
            groups.forEach((name, parts) -> nodes.add(new HierarchyNode(level.name(), name, parts)));
        }
        for (int i = 0; i < bottom.size(); i++) {
            nodes.add(new HierarchyNode(bottomLevel, bottom.get(i), List.of(i)));
        }
        return new Hierarchy(nodes, bottom.size());
    }

    /** How many series there are in all. */
    public int size() {
        return nodes.size();
    }

    /** How many series there are above the bottom ones, whose indexes come first. */
    public int sums() {
        return size() - bottomSize;
    }

    /** The names of the levels, in the order of their series. */
    public List<String> levels() {
        return nodes.stream().map(HierarchyNode::level).distinct().toList();
    }

    /**
     * Adds bottom series up.
     *
     * @param bottom one row a bottom series, of any equal length
     * @return one row a series
     */
    public double[][] sum(double[][] bottom) {
        if (bottom.length != bottomSize) {
            throw new IllegalArgumentException(
                    "There are " + bottomSize + " bottom series, and values for " + bottom.length + ".");
        }
        double[][] all = new double[size()][bottom[0].length];
        for (int node = 0; node < all.length; node++) {
            for (int part : nodes.get(node).parts()) {
                for (int t = 0; t < all[node].length; t++) {
                    all[node][t] += bottom[part][t];
                }
            }
        }
        return all;
    }
}
