package dev.millrace.engines.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Divides an assortment by value and by variability (ABC-XYZ). Source: Silver, Pyke and Thomas (2017), chapter 2; Scholz-Reiter et al.,
 * "Integration of demand forecasts in ABC-XYZ analysis", International Journal of Productivity and Performance Management 61 (2012).
 *
 * @param valueOfA the share of all value at which class A is full, such as 0.8; the item that fills it belongs to it
 * @param valueOfB the share of all value at which A and B are full, such as 0.95
 * @param variationOfX the highest coefficient of variation of class X, such as 0.5
 * @param variationOfY the highest coefficient of variation of class Y, such as 1
 */
public record StockClasses(double valueOfA, double valueOfB, double variationOfX, double variationOfY) {

    /** Refuses bounds that do not rise, by an IllegalArgumentException. */
    public StockClasses {
        if (!(0 < valueOfA && valueOfA <= valueOfB && valueOfB <= 1)) {
            throw new IllegalArgumentException("Classes A and B end at shares of value of " + valueOfA + " and "
                    + valueOfB + "; shares must rise from above 0 to at most 1.");
        }
        if (!(0 <= variationOfX && variationOfX <= variationOfY)) {
            throw new IllegalArgumentException("Classes X and Y end at coefficients of variation of " + variationOfX
                    + " and " + variationOfY + "; they must rise from 0.");
        }
    }

    /** The bounds that are usual: 80 % and 95 % of value, coefficients of variation of 0.5 and 1. */
    public static StockClasses usual() {
        return new StockClasses(0.8, 0.95, 0.5, 1);
    }

    /**
     * The class of each item. Of equal values the earlier item comes first. An item without value is in C; one without a coefficient of
     * variation, since nothing was demanded of it, is in Z.
     *
     * @param value of each item's demand, in money, 0 or more
     * @param variation the coefficient of variation of each item's demand; NaN where it has none
     * @throws IllegalArgumentException where the two differ in length, or a value is negative
     */
    public List<StockClass> of(double[] value, double[] variation) {
        if (value.length != variation.length) {
            throw new IllegalArgumentException(
                    "There are " + value.length + " values and " + variation.length + " coefficients of variation.");
        }
        ValueClass[] values = byValue(value);
        List<StockClass> classes = new ArrayList<>();
        for (int i = 0; i < value.length; i++) {
            classes.add(new StockClass(values[i], variability(variation[i])));
        }
        return classes;
    }

    private ValueClass[] byValue(double[] value) {
        Integer[] order = new Integer[value.length];
        double all = 0;
        for (int i = 0; i < value.length; i++) {
            Quantities.requireQuantity("The value of item " + i, value[i]);
            order[i] = i;
            all += value[i];
        }
        Arrays.sort(order, Comparator.comparingDouble(i -> -value[i]));
        ValueClass[] classes = new ValueClass[value.length];
        double before = 0;
        for (int i : order) {
            classes[i] = value[i] == 0 || before >= valueOfB * all
                    ? ValueClass.C
                    : before >= valueOfA * all ? ValueClass.B : ValueClass.A;
            before += value[i];
        }
        return classes;
    }

    private VariabilityClass variability(double variation) {
        if (variation <= variationOfX) {
            return VariabilityClass.X;
        }
        return variation <= variationOfY ? VariabilityClass.Y : VariabilityClass.Z;
    }
}
