package dev.millrace.engines.inventory;

import java.util.HashMap;
import java.util.Map;

/**
 * The service that each class of items is to have.
 *
 * @param measure of service
 * @param levels of all nine classes, above 0 and below 1
 */
public record ServiceByClass(ServiceTarget.Measure measure, Map<StockClass, Double> levels) {

    /** Keeps a copy, and refuses levels that no stock reaches and classes without a level, by an IllegalArgumentException. */
    public ServiceByClass {
        levels = Map.copyOf(levels);
        for (ValueClass value : ValueClass.values()) {
            for (VariabilityClass variability : VariabilityClass.values()) {
                StockClass stockClass = new StockClass(value, variability);
                Double level = levels.get(stockClass);
                if (level == null) {
                    throw new IllegalArgumentException(
                            "Class " + stockClass + " has no service level; give each of the nine one.");
                }
                ServiceTarget.requireLevel(level);
            }
        }
    }

    /**
     * Levels from those of the value classes, less something for each class of higher variability: erratic demand costs the most stock
     * for a point of service.
     *
     * @param ofA service of AX; ofB of BX, ofC of CX
     * @param lessByVariability what Y has less than X, and Z less than Y
     */
    public static ServiceByClass of(
            ServiceTarget.Measure measure, double ofA, double ofB, double ofC, double lessByVariability) {
        Map<ValueClass, Double> ofSteady = Map.of(ValueClass.A, ofA, ValueClass.B, ofB, ValueClass.C, ofC);
        Map<VariabilityClass, Integer> steps =
                Map.of(VariabilityClass.X, 0, VariabilityClass.Y, 1, VariabilityClass.Z, 2);
        Map<StockClass, Double> levels = new HashMap<>();
        ofSteady.forEach((value, level) -> steps.forEach((variability, step) ->
                levels.put(new StockClass(value, variability), level - step * lessByVariability)));
        return new ServiceByClass(measure, levels);
    }

    /** The target of an item of a class. */
    public ServiceTarget target(StockClass stockClass) {
        return new ServiceTarget(measure, levels.get(stockClass));
    }
}
