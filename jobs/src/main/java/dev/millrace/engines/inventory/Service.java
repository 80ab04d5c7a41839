package dev.millrace.engines.inventory;

/**
 * What a policy is expected to bring in the long run, where what is short is delivered later.
 *
 * @param fillRate the share of units that are served at once from stock
 * @param cycleServiceLevel the share of order cycles in which stock lasts until the delivery
 * @param safetyStock units expected on hand, less those owed, when a delivery arrives
 * @param meanStock units on hand, on average
 * @param shortPerPeriod units a period that are asked for and not there
 * @param ordersPerPeriod orders a period
 * @param wastePerPeriod units a period that spoil at the least, oldest sold first; 0 where nothing spoils. What is on hand and on order
 *     has been sold or has spoiled a lead time and a shelf life later: Chazan and Gal, "A Markovian model for a perishable product
 *     inventory", Management Science 23 (1977). Service is that without spoiling, which is optimistic where much spoils.
 */
public record Service(
        double fillRate,
        double cycleServiceLevel,
        double safetyStock,
        double meanStock,
        double shortPerPeriod,
        double ordersPerPeriod,
        double wastePerPeriod) {}
