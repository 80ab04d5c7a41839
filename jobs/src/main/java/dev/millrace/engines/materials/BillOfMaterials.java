package dev.millrace.engines.materials;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What is made from what, over all levels. A part's low-level code is the deepest level at which it is used, so that all that need it
 * are planned before it. Source: Orlicky, "Material Requirements Planning" (1975).
 */
public final class BillOfMaterials {

    private final Map<String, List<BillLine>> lines = new HashMap<>();
    private final Map<String, Integer> lowLevelCodes = new TreeMap<>();

    /**
     * Orders the parts by level. A component that is named twice under one parent is needed twice.
     *
     * @throws BillCycleException where a part goes into itself
     */
    public BillOfMaterials(List<BillLine> all) {
        Map<String, Integer> uses = new TreeMap<>();
        for (BillLine line : all) {
            lines.computeIfAbsent(line.parent(), parent -> new ArrayList<>()).add(line);
            uses.merge(line.component(), 1, Integer::sum);
            uses.merge(line.parent(), 0, Integer::sum);
        }
        level(uses);
        if (lowLevelCodes.size() < uses.size()) {
            Set<String> left = new TreeSet<>(uses.keySet());
            left.removeAll(lowLevelCodes.keySet());
            throw new BillCycleException(cycleAmong(left));
        }
    }

    /** Gives a part its level once all that use it have theirs; parts of a cycle, and below, never get one. */
    private void level(Map<String, Integer> uses) {
        Map<String, Integer> left = new HashMap<>(uses);
        Map<String, Integer> deepest = new HashMap<>();
        Deque<String> next = new ArrayDeque<>();
        uses.forEach((part, count) -> {
            if (count == 0) {
                next.add(part);
            }
        });
        while (!next.isEmpty()) {
            String part = next.poll();
            int level = deepest.getOrDefault(part, 0);
            lowLevelCodes.put(part, level);
            for (BillLine line : componentsOf(part)) {
                deepest.merge(line.component(), level + 1, Math::max);
                if (left.merge(line.component(), -1, Integer::sum) == 0) {
                    next.add(line.component());
                }
            }
        }
    }

    /** Follows users upwards, each of which is itself left over, until one comes again. */
    private List<String> cycleAmong(Set<String> left) {
        Map<String, String> user = new HashMap<>();
        for (String part : left) {
            for (BillLine line : componentsOf(part)) {
                user.putIfAbsent(line.component(), part);
            }
        }
        LinkedHashSet<String> path = new LinkedHashSet<>();
        String part = left.iterator().next();
        while (path.add(part)) {
            part = user.get(part);
        }
        List<String> cycle = new ArrayList<>(path);
        cycle = new ArrayList<>(cycle.subList(cycle.indexOf(part), cycle.size()));
        cycle.add(part);
        Collections.reverse(cycle);
        return cycle;
    }

    /** The lines of a part; none where it is bought or unknown. */
    public List<BillLine> componentsOf(String part) {
        return Collections.unmodifiableList(lines.getOrDefault(part, List.of()));
    }

    /** The deepest level at which a part is used; 0 where nothing is made from it, or where the bill does not name it. */
    public int lowLevelCode(String part) {
        return lowLevelCodes.getOrDefault(part, 0);
    }

    /** These parts and all that they are made from, parents before their components, of one level by name. */
    List<String> planningOrder(Set<String> parts) {
        Set<String> reached = new HashSet<>();
        Deque<String> next = new ArrayDeque<>(parts);
        while (!next.isEmpty()) {
            String part = next.poll();
            if (reached.add(part)) {
                componentsOf(part).forEach(line -> next.add(line.component()));
            }
        }
        return reached.stream()
                .sorted(Comparator.comparingInt(this::lowLevelCode).thenComparing(Comparator.naturalOrder()))
                .toList();
    }
}
