package dev.millrace.settings;

/**
 * How customers' lifetime value is estimated.
 *
 * @param horizonDays days after the as-of date that are counted
 * @param discountRate what a year takes off: money in a year is worth 1 / (1 + rate) of money now
 * @param fewestRepeatCustomers customers with a second purchase below which the baseline stands in the place of a model
 */
public record LifetimeSettings(int horizonDays, double discountRate, int fewestRepeatCustomers) {}
