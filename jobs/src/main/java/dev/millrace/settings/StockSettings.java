package dev.millrace.settings;

import java.io.Serializable;
import java.util.Optional;

/**
 * How stock is planned.
 *
 * @param forecast name of the forecast of demand; nothing is planned without it
 * @param ifMapped whether nothing is planned while no source is mapped onto counts of stock
 * @param reviewDays days from one review to the next
 * @param leadTimeDays days from order to delivery that are assumed where nothing is known of them
 * @param lookbackDays days before the as-of date in which counts of stock and deliveries are looked for
 * @param service the service that is aimed at
 * @param costs what stock and the lack of it cost
 * @param classes how products are divided into classes
 * @param budget the most money for all orders of an as-of date, company currency; without it, orders are not bounded
 */
public record StockSettings(
        Optional<String> forecast,
        boolean ifMapped,
        int reviewDays,
        int leadTimeDays,
        int lookbackDays,
        ServiceLevels service,
        Costs costs,
        Classes classes,
        Optional<Double> budget) {

    /**
     * Shares of units that are to be served from stock.
     *
     * @param a of class A with steady demand
     * @param b of class B with steady demand
     * @param c of class C with steady demand
     * @param lessByVariability what Y has less than X, and Z less than Y
     */
    public record ServiceLevels(double a, double b, double c, double lessByVariability) implements Serializable {}

    /**
     * What stock and the lack of it cost.
     *
     * @param holdingShare cost of holding a unit for a year, as a share of its cost
     * @param order money that an order costs where its terms do not say
     * @param shortageShare money lost by a unit that is asked for and not there, as a share of its cost
     */
    public record Costs(double holdingShare, double order, double shortageShare) implements Serializable {}

    /**
     * How products are divided into classes.
     *
     * @param days ahead whose demand classes are told by
     * @param valueOfA share of all value at which class A is full
     * @param valueOfB share of all value at which A and B are full
     * @param variationOfX highest coefficient of variation of class X
     * @param variationOfY highest coefficient of variation of class Y
     */
    public record Classes(int days, double valueOfA, double valueOfB, double variationOfX, double variationOfY) {}
}
