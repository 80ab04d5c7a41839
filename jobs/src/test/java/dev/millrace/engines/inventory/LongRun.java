package dev.millrace.engines.inventory;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.function.DoubleSupplier;

/** A policy run for many periods with drawn demand: what its expected service has to agree with. */
final class LongRun {

    private static final int PERIODS = 200_000;

    private double demanded;
    private double served;
    private double stock;
    private double wasted;
    private double safety;
    private int orders;
    private int cycles;
    private int cyclesWithout;

    private LongRun() {}

    /** Runs with back orders; units spoil so many periods after delivery, oldest sold first. */
    static LongRun of(StockPolicy policy, int review, int leadTime, int shelfLife, DoubleSupplier demand) {
        LongRun run = new LongRun();
        Deque<double[]> batches = new ArrayDeque<>();
        Deque<double[]> underway = new ArrayDeque<>();
        double owed = 0;
        for (int t = 0; t < PERIODS; t++) {
            if (t % review == 0) {
                double position = -owed;
                for (double[] batch : batches) {
                    position += batch[1];
                }
                for (double[] order : underway) {
                    position += order[1];
                }
                double quantity = policy.order(position);
                if (quantity > 0) {
                    underway.add(new double[] {t + leadTime, quantity});
                    run.orders++;
                }
            }
            double onHand = batches.stream().mapToDouble(batch -> batch[1]).sum();
            while (!underway.isEmpty() && underway.peek()[0] <= t) {
                double[] order = underway.poll();
                run.cycles++;
                run.safety += onHand - owed;
                run.cyclesWithout += onHand - owed >= 0 ? 1 : 0;
                double filled = Math.min(owed, order[1]);
                owed -= filled;
                batches.add(new double[] {t, order[1] - filled});
            }
            double wanted = demand.getAsDouble();
            run.demanded += wanted;
            double now = take(batches, wanted);
            run.served += now;
            owed += wanted - now;
            for (Iterator<double[]> each = batches.iterator(); each.hasNext(); ) {
                double[] batch = each.next();
                if (t - batch[0] + 1 >= shelfLife) {
                    run.wasted += batch[1];
                    each.remove();
                }
            }
            run.stock += batches.stream().mapToDouble(batch -> batch[1]).sum();
        }
        return run;
    }

    private static double take(Deque<double[]> batches, double wanted) {
        double taken = 0;
        while (taken < wanted && !batches.isEmpty()) {
            double[] oldest = batches.peek();
            double now = Math.min(oldest[1], wanted - taken);
            taken += now;
            oldest[1] -= now;
            if (oldest[1] <= 0) {
                batches.poll();
            }
        }
        return taken;
    }

    double fillRate() {
        return served / demanded;
    }

    double cycleServiceLevel() {
        return (double) cyclesWithout / cycles;
    }

    double safetyStock() {
        return safety / cycles;
    }

    /** At the ends of periods. */
    double meanStock() {
        return stock / PERIODS;
    }

    double ordersPerPeriod() {
        return (double) orders / PERIODS;
    }

    double wastePerPeriod() {
        return wasted / PERIODS;
    }
}
