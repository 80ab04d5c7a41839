package dev.millrace.models.supply;

import dev.millrace.engines.inventory.OrderTerms;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * A product in a place, with all that a plan of it needs.
 *
 * @param partner that it is ordered from; null where none is known
 * @param stockClass such as AX
 * @param expected units of each day ahead
 * @param totalDeviation of the sum up to each day; null where it is not known
 * @param onHand units counted, less those promised
 * @param onOrder units
 * @param agreedLeadTime days; null where there are no terms of it
 * @param terms that orders are bound to; whole units, parts of them taken up
 * @param unitCost money; null where it is not known
 * @param orderCost money; null where there are no terms of it
 * @param unknown names of what was not known of it
 */
record StockItem(
        String partner,
        String stockClass,
        double[] expected,
        Double[] totalDeviation,
        double onHand,
        double onOrder,
        Integer agreedLeadTime,
        OrderTerms terms,
        Double unitCost,
        Double orderCost,
        List<String> unknown) {

    /** Reads a row of {@link StockItems}, or one that a plan was added to. */
    static StockItem of(Row row) {
        List<Row> days = row.getList(row.fieldIndex("days"));
        List<String> unknown = new ArrayList<>();
        Double onHand = row.getAs("on_hand");
        Double onOrder = row.getAs("on_order");
        Double unitCost = row.getAs("unit_cost");
        name("no_count", onHand, unknown);
        name("on_order", onOrder, unknown);
        name("unit_cost", unitCost, unknown);
        return new StockItem(
                row.getAs("partner_id"),
                row.getAs("stock_class"),
                days.stream().mapToDouble(day -> Math.max(0, day.getDouble(1))).toArray(),
                days.stream().map(day -> day.<Double>getAs(2)).toArray(Double[]::new),
                onHand == null ? 0 : onHand,
                onOrder == null ? 0 : onOrder,
                row.getAs("agreed_days"),
                terms(row),
                unitCost,
                row.getAs("order_cost"),
                unknown);
    }

    double position() {
        return onHand + onOrder;
    }

    boolean perishable() {
        return terms.shelfLife() != OrderTerms.LASTING;
    }

    /** Packs in the least order. */
    int minimumPacks() {
        return (terms.minimum() + terms.pack() - 1) / terms.pack();
    }

    private static void name(String what, Double value, List<String> unknown) {
        if (value == null) {
            unknown.add(what);
        }
    }

    private static OrderTerms terms(Row row) {
        Integer shelfLife = row.getAs("shelf_life_days");
        OrderTerms terms = OrderTerms.free()
                .inPacksOf(units(row.getAs("agreed_pack")))
                .atLeast(units(row.getAs("agreed_minimum")));
        return shelfLife == null ? terms : terms.keepingFor(shelfLife);
    }

    private static int units(Double agreed) {
        return agreed == null ? 1 : (int) Math.max(1, Math.ceil(agreed));
    }
}
