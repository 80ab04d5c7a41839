package dev.millrace.simulate;

import java.util.Arrays;
import java.util.List;

/** The planted categories: how dear their products are, and how strongly demand answers price. */
@SuppressWarnings("ImmutableEnumChecker") // every list is a List.of
enum Category {
    TEA_AND_COFFEE("Tea & coffee", -1.2, 9, List.of("Café crème", "Oolong", "Espresso", "Chai, loose", "Maté")),
    KITCHEN("Kitchen", -1.6, 24, List.of("Crêpe pan", "Whisk", "Jar, 1 l", "Wok", "Knife")),
    GARDEN("Garden", -1.8, 19, List.of("Spade", "Hose, 20 m", "Jardinière", "Trowel", "Lantern")),
    BOOKS("Books", -0.9, 14, List.of("Atlas", "Récits", "Cookbook", "Thriller", "Diary, A5")),
    TOYS("Toys", -2.1, 17, List.of("Puzzle", "Kite", "Bär", "Train, wooden", "Yo-yo")),
    BEDDING("Bedding", -1.4, 42, List.of("Duvet", "Pillow, down", "Überwurf", "Sheet", "Blanket")),
    LAMPS("Lamps", -1.5, 35, List.of("Lamp \"Åre\"", "Bulb, E27", "Spot", "Chandelier", "Torch")),
    SPORT("Sport", -2.4, 29, List.of("Ball", "Mat, 180 cm", "Racket", "Žogica", "Rope"));

    private final String label;
    private final double elasticity;
    private final double typicalPrice;
    private final List<String> nouns;

    Category(String label, double elasticity, double typicalPrice, List<String> nouns) {
        this.label = label;
        this.elasticity = elasticity;
        this.typicalPrice = typicalPrice;
        this.nouns = nouns;
    }

    String label() {
        return label;
    }

    /** Own-price elasticity of demand: percent more units for one percent more price. */
    double elasticity() {
        return elasticity;
    }

    /** Median list price. */
    double typicalPrice() {
        return typicalPrice;
    }

    /** What its products are called. */
    List<String> nouns() {
        return nouns;
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(Category::label).toList();
    }
}
