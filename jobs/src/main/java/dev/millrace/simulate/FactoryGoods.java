package dev.millrace.simulate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * What a factory makes, and of what: products of assemblies, those of components, those of material. What lies on the same level is shared
 * between several things above it.
 *
 * @param items from the products down
 * @param bill what goes into what
 */
record FactoryGoods(List<Item> items, List<Line> bill) {

    private static final List<String> LEVELS = List.of("product", "assembly", "component", "material");
    private static final List<Character> LETTERS = List.of('F', 'A', 'C', 'M');
    private static final List<Integer> PARTS = List.of(3, 3, 2);
    private static final List<Double> SCRAP = List.of(0.0, 0.0, 0.02, 0.05);
    private static final List<Integer> PACKS = List.of(1, 10, 50);
    private static final int MOST_UNITS = 4;

    /** Who makes what is made here: it takes three days and is never late. */
    static final Supplier WORKS = new Supplier("WORKS", 3, 0, 1, false);

    /**
     * Something that lies in stock.
     *
     * @param level 0 for products, 3 for material
     * @param supplier who delivers it, or the works
     * @param pack units in a pack
     * @param unitCost in the company's currency
     */
    record Item(String id, int level, Supplier supplier, int pack, double unitCost) {

        String kind() {
            return LEVELS.get(level);
        }
    }

    /**
     * A line of a bill of materials.
     *
     * @param quantity units of the part in one good unit of the parent
     * @param scrap share of the part that is lost in making
     */
    record Line(String parent, String part, int quantity, double scrap) {

        /** Units of the part that are taken from stock for so many of the parent. */
        int needed(int units) {
            return (int) Math.ceil(units * quantity / (1 - scrap));
        }
    }

    static FactoryGoods of(FactoryPlan plan) {
        List<Integer> counts = List.of(plan.products(), 2 * plan.products(), 3 * plan.products(), 2 * plan.products());
        List<Line> bill = new ArrayList<>();
        for (int level = 0; level + 1 < counts.size(); level++) {
            for (int number = 0; number < counts.get(level); number++) {
                SplittableRandom chance = chance(plan, "bill", level, number);
                for (int part : parts(chance, PARTS.get(level), counts.get(level + 1))) {
                    bill.add(new Line(
                            id(level, number),
                            id(level + 1, part),
                            1 + chance.nextInt(MOST_UNITS),
                            SCRAP.get(chance.nextInt(SCRAP.size()))));
                }
            }
        }
        List<Supplier> suppliers = Supplier.of(counts.get(3) * 40L / 4);
        Map<String, Item> items = new TreeMap<>();
        for (int level = counts.size() - 1; level >= 0; level--) {
            for (int number = 0; number < counts.get(level); number++) {
                SplittableRandom chance = chance(plan, "item", level, number);
                String id = id(level, number);
                List<Line> own =
                        bill.stream().filter(line -> line.parent().equals(id)).toList();
                double parts = own.stream()
                        .mapToDouble(
                                line -> line.quantity() * items.get(line.part()).unitCost())
                        .sum();
                boolean bought = own.isEmpty();
                items.put(
                        id,
                        new Item(
                                id,
                                level,
                                bought ? suppliers.get(number % suppliers.size()) : WORKS,
                                bought ? PACKS.get(chance.nextInt(PACKS.size())) : 1,
                                Math.round(100 * (parts * 1.15 + 0.1 + chance.nextDouble())) / 100.0));
            }
        }
        return new FactoryGoods(
                items.values().stream()
                        .sorted((one, other) -> one.level() != other.level()
                                ? Integer.compare(one.level(), other.level())
                                : one.id().compareTo(other.id()))
                        .toList(),
                bill);
    }

    private static Set<Integer> parts(SplittableRandom chance, int most, int available) {
        Set<Integer> parts = new LinkedHashSet<>();
        IntStream.range(0, 1 + chance.nextInt(most)).forEach(nth -> parts.add(chance.nextInt(available)));
        return parts;
    }

    /** Draws for one thing, which depend on nothing but the plan and its name. */
    static SplittableRandom chance(FactoryPlan plan, String purpose, long... keys) {
        long mixed = plan.seed() * 0x9E3779B97F4A7C15L + purpose.hashCode();
        for (long key : keys) {
            mixed = new SplittableRandom(mixed ^ key).nextLong();
        }
        return new SplittableRandom(mixed);
    }

    private static String id(int level, int number) {
        return String.format("%s%03d", LETTERS.get(level), number + 1);
    }
}
