package dev.millrace.engines.forecast;

import java.util.List;

/**
 * One series of a {@link Hierarchy}.
 *
 * @param level the level that it belongs to, such as {@code state}
 * @param name its name within the level
 * @param parts indexes of the bottom series that add up to it; its own alone for a bottom series
 */
public record HierarchyNode(String level, String name, List<Integer> parts) {

    public HierarchyNode {
        parts = List.copyOf(parts);
    }

    @Override
    public String toString() {
        return level + " " + name;
    }
}
