package dev.millrace.models.supply;

import dev.millrace.engines.materials.LeadTimeEstimate;
import dev.millrace.engines.materials.SupplierDays;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How long a supplier's deliveries take.
 *
 * @param deliveries of its own
 * @param mean days
 * @param cases whole days, each as likely as another: the middles of fifths of what is to be expected
 * @param longest days that 9 of 10 deliveries do not exceed
 */
record SupplierLeadTime(int deliveries, double mean, int[] cases, int longest) implements Serializable {

    private static final double[] PROBABILITIES = {0.1, 0.3, 0.5, 0.7, 0.9};

    /** What is to be expected of each supplier that has delivered, and under null of one that has not; empty without deliveries. */
    static Map<String, SupplierLeadTime> of(Map<String, double[]> days) {
        Map<String, SupplierLeadTime> bySupplier = new HashMap<>();
        if (!days.isEmpty()) {
            SupplierDays all = new SupplierDays(days);
            days.keySet().forEach(supplier -> bySupplier.put(supplier, of(all.of(supplier, PROBABILITIES))));
            bySupplier.put(null, of(all.of("", PROBABILITIES)));
        }
        return bySupplier;
    }

    /** A lead time that is always kept. */
    static SupplierLeadTime certain(int days) {
        return new SupplierLeadTime(0, days, new int[] {days}, days);
    }

    private static SupplierLeadTime of(LeadTimeEstimate estimate) {
        int[] cases = Arrays.stream(estimate.quantiles())
                .mapToInt(days -> (int) Math.max(0, Math.rint(days)))
                .toArray();
        int longest = (int) Math.max(0, Math.ceil(estimate.quantiles()[PROBABILITIES.length - 1] - 1e-9));
        boolean same = Arrays.stream(cases).distinct().count() == 1;
        return new SupplierLeadTime(
                estimate.deliveries(), Math.max(0, estimate.mean()), same ? new int[] {cases[0]} : cases, longest);
    }
}
