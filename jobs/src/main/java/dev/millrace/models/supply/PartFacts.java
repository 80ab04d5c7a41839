package dev.millrace.models.supply;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;

/**
 * What is known of a part beside its bill; null where it is not.
 *
 * @param part its number
 * @param onHand units counted, less those promised
 * @param onOrder units, as counts have them
 * @param agreedDays days from order to delivery
 * @param pack units in a pack
 * @param minimum least units in an order
 */
record PartFacts(String part, Double onHand, Double onOrder, Integer agreedDays, Double pack, Double minimum) {

    private static final int WEEK = 7;

    static PartFacts of(Row row) {
        return new PartFacts(
                row.getAs("product_id"),
                row.getAs("on_hand"),
                row.getAs("counted_on_order"),
                row.getAs("agreed_days"),
                row.getAs("agreed_pack"),
                row.getAs("agreed_minimum"));
    }

    /** Weeks from order to delivery; a part of one counts as a whole, for what comes in a week cannot be used before. */
    int leadWeeks() {
        return agreedDays == null ? 0 : (agreedDays + WEEK - 1) / WEEK;
    }

    /** The names of what was not known. */
    List<String> assumed() {
        List<String> names = new ArrayList<>();
        if (onHand == null) {
            names.add("stock");
        }
        if (agreedDays == null) {
            names.add("lead_time");
        }
        if (pack == null && minimum == null) {
            names.add("lot_size");
        }
        return names;
    }
}
