package dev.millrace.settings;

import java.util.Optional;

/** Reads how stock is planned. */
record StockReader(ConfigBlock block) {

    private static final int LONGEST = 3_660;
    private static final double MOST = 1e12;

    StockSettings read() {
        return new StockSettings(
                block.optional("forecast"),
                block.flag("if-mapped"),
                block.wholeNumber("review-days", 1, 366),
                block.wholeNumber("lead-time-days", 0, LONGEST),
                block.wholeNumber("lookback-days", 1, LONGEST),
                service(block.block("service")),
                new StockSettings.Costs(
                        number(block.block("costs"), "holding-share-per-year", 100),
                        number(block.block("costs"), "order", MOST),
                        number(block.block("costs"), "shortage-share", 1_000)),
                classes(block.block("classes")),
                block.config().hasPath("budget") ? Optional.of(number(block, "budget", MOST)) : Optional.empty());
    }

    private static StockSettings.ServiceLevels service(ConfigBlock block) {
        StockSettings.ServiceLevels levels = new StockSettings.ServiceLevels(
                level(block, "a"), level(block, "b"), level(block, "c"), block.share("less-by-variability"));
        double least = Math.min(levels.a(), Math.min(levels.b(), levels.c())) - 2 * levels.lessByVariability();
        if (block.problems().isEmpty() && least <= 0) {
            block.problem(
                    "less-by-variability",
                    "is " + levels.lessByVariability() + ": class Z would be left with a service of " + least
                            + ". Take off less, so that something remains.");
        }
        return levels;
    }

    private static double level(ConfigBlock block, String key) {
        double level = block.value(key, () -> block.config().getDouble(key), 0.5);
        if (!(level > 0 && level < 1)) {
            block.problem(
                    key,
                    "is " + level
                            + ": no stock serves everything for certain, and none is needed to serve nothing; give a"
                            + " share between 0 and 1, such as 0.98.");
        }
        return level;
    }

    private static StockSettings.Classes classes(ConfigBlock block) {
        StockSettings.Classes classes = new StockSettings.Classes(
                block.wholeNumber("days", 1, 730),
                block.share("value-of-a"),
                block.share("value-of-b"),
                number(block, "variation-of-x", 1_000),
                number(block, "variation-of-y", 1_000));
        if (!(0 < classes.valueOfA() && classes.valueOfA() <= classes.valueOfB())) {
            block.problem(
                    "value-of-b",
                    "and 'value-of-a' are " + classes.valueOfB() + " and " + classes.valueOfA()
                            + ": class A ends above 0, and B no sooner than A.");
        }
        if (classes.variationOfY() < classes.variationOfX()) {
            block.problem("variation-of-y", "is less than 'variation-of-x': class Y would be empty for ever.");
        }
        return classes;
    }

    private static double number(ConfigBlock block, String key, double most) {
        double number = block.value(key, () -> block.config().getDouble(key), 0.0);
        if (!(number >= 0 && number <= most)) {
            block.problem(key, "is " + number + ": it must lie between 0 and " + most + ".");
        }
        return number;
    }
}
