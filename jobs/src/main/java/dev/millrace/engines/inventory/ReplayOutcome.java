package dev.millrace.engines.inventory;

/**
 * What became of one item in a replay.
 *
 * @param days replayed
 * @param demanded units asked for
 * @param served units served on the day they were asked for
 * @param wasted units that spoiled
 * @param orders placed
 * @param stockDays units on hand at days' ends, added up
 * @param owedDays units that were asked for and not yet delivered at days' ends, added up: by how many days all of them waited
 * @param costs in money, by kind
 */
public record ReplayOutcome(
        int days,
        double demanded,
        double served,
        double wasted,
        int orders,
        double stockDays,
        double owedDays,
        CostByKind costs) {

    /**
     * Costs in money.
     *
     * @param holding of what was on hand
     * @param ordering of orders
     * @param shortage of what was asked for and not there
     * @param waste of what spoiled
     */
    public record CostByKind(double holding, double ordering, double shortage, double waste) {

        /** All kinds together. */
        public double total() {
            return holding + ordering + shortage + waste;
        }
    }

    /** The share of units that were served on the day; 1 where none was asked for. */
    public double fillRate() {
        return demanded > 0 ? served / demanded : 1;
    }
}
