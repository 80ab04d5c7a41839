package dev.millrace.engines.materials;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Explodes the demand for products into what is needed of every part in every period, nets it and proposes orders. Capacity is not
 * looked at. Source: Orlicky, "Material Requirements Planning" (1975).
 */
public final class MaterialRequirements {

    private final BillOfMaterials bill;
    private final Map<String, PartRules> rules;
    private final Map<String, List<OpenOrder>> open = new HashMap<>();

    /**
     * Plans by a bill of materials.
     *
     * @param rules by part; what the bill names and this does not is planned as {@link MaterialPlan#withoutRules} says
     */
    public MaterialRequirements(BillOfMaterials bill, Map<String, PartRules> rules, List<OpenOrder> orders) {
        this.bill = bill;
        this.rules = Map.copyOf(rules);
        for (OpenOrder order : orders) {
            open.computeIfAbsent(order.part(), part -> new ArrayList<>()).add(order);
        }
    }

    /**
     * Plans all parts that demand, rules or open orders name, and what they are made from.
     *
     * @param demand units from outside by part, one value a period from period 0 on
     * @param periods planned, 1 or more
     * @throws IllegalArgumentException where demand is negative or does not have so many periods
     */
    public MaterialPlan plan(Map<String, double[]> demand, int periods) {
        if (periods < 1) {
            throw new IllegalArgumentException("A plan has " + periods + " periods; it needs one at least.");
        }
        Map<String, double[]> gross = new HashMap<>();
        demand.forEach((part, units) -> gross.put(part, checked(part, units, periods)));
        Set<String> parts = new TreeSet<>(demand.keySet());
        parts.addAll(rules.keySet());
        parts.addAll(open.keySet());
        Map<String, PartSchedule> schedules = new LinkedHashMap<>();
        Set<String> withoutRules = new TreeSet<>();
        for (String part : bill.planningOrder(parts)) {
            PartSchedule schedule = schedule(part, gross.getOrDefault(part, new double[periods]));
            schedules.put(part, schedule);
            explode(schedule, gross);
            if (!rules.containsKey(part)) {
                withoutRules.add(part);
            }
        }
        return new MaterialPlan(schedules, withoutRules);
    }

    private static double[] checked(String part, double[] units, int periods) {
        if (units.length != periods) {
            throw new IllegalArgumentException(
                    "The demand for " + part + " has " + units.length + " periods, the plan has " + periods + ".");
        }
        for (int t = 0; t < periods; t++) {
            if (!(units[t] >= 0) || Double.isInfinite(units[t])) {
                throw new IllegalArgumentException("The demand for " + part + " in period " + t + " is " + units[t]
                        + "; it must be a number from 0. Book returns as stock.");
            }
        }
        return units.clone();
    }

    private PartSchedule schedule(String part, double... gross) {
        boolean made = !bill.componentsOf(part).isEmpty();
        PartRules partRules = rules.getOrDefault(part, PartRules.assumed());
        return new Netting(part, made, partRules, gross, open.getOrDefault(part, List.of()))
                .schedule(bill.lowLevelCode(part));
    }

    private void explode(PartSchedule parent, Map<String, double[]> gross) {
        int periods = parent.gross().length;
        for (BillLine line : bill.componentsOf(parent.part())) {
            double[] needed = gross.computeIfAbsent(line.component(), part -> new double[periods]);
            for (int t = 0; t < periods; t++) {
                needed[t] += parent.plannedReleases()[t] * line.issued();
            }
        }
    }
}
