package dev.millrace.engines.materials;

/**
 * What is to be expected of a supplier's deliveries, in days; its own as far as they are enough, those of all suppliers for the rest.
 *
 * @param deliveries its own
 * @param weight of its own deliveries, from 0 (all is taken from the others) to 1
 * @param mean expected
 * @param deviation standard deviation
 * @param quantiles of the probabilities that were asked for
 */
public record LeadTimeEstimate(int deliveries, double weight, double mean, double deviation, double[] quantiles) {}
