package dev.millrace.engines.lifetime;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sufficient statistics of BG/NBD: each distinct history of purchases, and how many customers have it.
 *
 * @param x purchases after the first
 * @param recency time from the first to the last
 * @param age time from the first to the end of what was observed
 * @param customers how many have this history
 */
public record PurchaseHistories(double[] x, double[] recency, double[] age, double[] customers) {

    int size() {
        return x.length;
    }

    double totalCustomers() {
        return Arrays.stream(customers).sum();
    }

    double meanAge() {
        double sum = 0;
        for (int i = 0; i < size(); i++) {
            sum += customers[i] * age[i];
        }
        return sum / totalCustomers();
    }

    /** Few histories in the place of many: those with equal x and nearly equal times, at their mean times. */
    PurchaseHistories coarsened(int atMost) {
        PurchaseHistories coarse = this;
        for (double width = meanAge() / 256; coarse.size() > atMost; width *= 2) {
            coarse = inCellsOf(width);
            if (width > 4 * meanAge()) {
                return coarse;
            }
        }
        return coarse;
    }

    private PurchaseHistories inCellsOf(double width) {
        Map<List<Double>, double[]> cells = new LinkedHashMap<>();
        for (int i = 0; i < size(); i++) {
            double[] cell = cells.computeIfAbsent(
                    List.of(x[i], Math.floor(recency[i] / width), Math.floor(age[i] / width)), key -> new double[3]);
            cell[0] += customers[i];
            cell[1] += customers[i] * recency[i];
            cell[2] += customers[i] * age[i];
        }
        int size = cells.size();
        PurchaseHistories coarse =
                new PurchaseHistories(new double[size], new double[size], new double[size], new double[size]);
        int at = 0;
        for (Map.Entry<List<Double>, double[]> cell : cells.entrySet()) {
            double[] sums = cell.getValue();
            coarse.x[at] = cell.getKey().get(0);
            coarse.customers[at] = sums[0];
            coarse.recency[at] = sums[1] / sums[0];
            coarse.age[at] = sums[2] / sums[0];
            at++;
        }
        return coarse;
    }
}
