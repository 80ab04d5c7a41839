package dev.millrace.tables.silver;

import static dev.millrace.table.ColumnTypes.DATE;
import static dev.millrace.table.ColumnTypes.DOUBLE;
import static dev.millrace.table.ColumnTypes.STRING;
import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;

import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;

/**
 * One row per product that is made, component and place in its bill of materials, as the sources last described it. A product that is
 * its own component is quarantined; one that goes into itself by way of others is found when requirements are planned, which then stops
 * and names the circle.
 */
public final class BillComponent {

    public static final Field PARENT_ID = required("parent_id", STRING, "Product that is made");
    public static final Field COMPONENT_ID = required("component_id", STRING, "Product that goes into it");
    public static final Field BILL_LINE =
            required("bill_line", STRING, "Line of the bill, where a component stands in it more than once; else 1");
    public static final Field QUANTITY_NEEDED =
            required("quantity", DOUBLE, "Units of the component in one good unit of the product");
    public static final Field SCRAP =
            optional("scrap", DOUBLE, "Share of the component that is lost in making; 5 % is 0.05; none when null");
    public static final Field ENDED_ON =
            optional("ended_on", DATE, "First day on which it no longer goes into it; null while it does");

    public static final TableSpec SPEC = TableSpec.silver("bill_component")
            .grain("one row per product that is made, component and line of its bill of materials")
            .fields(Provenance.ofNewest(PARENT_ID, COMPONENT_ID, BILL_LINE, QUANTITY_NEEDED, SCRAP, ENDED_ON))
            .key(PARENT_ID, COMPONENT_ID, BILL_LINE)
            .check("not_its_own_component", "parent_id <> component_id")
            .check("quantity_above_zero", "quantity > 0")
            .check("scrap_leaves_something", "scrap IS NULL OR (scrap >= 0 AND scrap < 1)")
            .write(WriteMode.REPLACE_KEYS);

    public static final EntitySpec ENTITY = EntitySpec.dimension(SPEC)
            .needing(PARENT_ID, COMPONENT_ID, QUANTITY_NEEDED)
            .deriving(BILL_LINE, "'1'");

    private BillComponent() {}
}
