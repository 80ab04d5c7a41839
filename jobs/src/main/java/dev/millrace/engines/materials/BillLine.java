package dev.millrace.engines.materials;

/**
 * What one unit of a part is made from.
 *
 * @param parent the part that is made
 * @param component the part that goes into it
 * @param quantity units of the component in one unit of the parent
 * @param scrap the share of the component that is lost in making; 0 or more and below 1
 */
public record BillLine(String parent, String component, double quantity, double scrap) {

    /** Refuses quantities that are not above 0 and scrap that leaves nothing, by an IllegalArgumentException. */
    public BillLine {
        if (!(quantity > 0) || Double.isInfinite(quantity)) {
            throw new IllegalArgumentException(
                    component + " goes into " + parent + " " + quantity + " times; it must be a number above 0.");
        }
        if (!(scrap >= 0 && scrap < 1)) {
            throw new IllegalArgumentException(component + " in " + parent + " has a scrap of " + scrap
                    + "; it is a share from 0 to below 1 (5 % is 0.05), since at 1 nothing would be left.");
        }
    }

    /** Units of the component that have to be issued for one good unit of the parent. */
    public double issued() {
        return quantity / (1 - scrap);
    }
}
