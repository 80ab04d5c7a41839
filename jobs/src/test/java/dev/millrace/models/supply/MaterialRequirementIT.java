package dev.millrace.models.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.DataException;
import dev.millrace.job.RunContext;
import dev.millrace.table.DaySet;
import dev.millrace.tables.gold.MaterialRequirement;
import dev.millrace.tables.silver.BillComponent;
import dev.millrace.tables.silver.Shipment;
import dev.millrace.tables.silver.StockLevel;
import dev.millrace.tables.silver.SupplyTerms;
import dev.millrace.testing.InMemoryInputs;
import dev.millrace.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Bikes of four levels, 14 a week for two weeks, by hand. */
@ExtendWith(SparkExtension.class)
class MaterialRequirementIT {

    private static final LocalDate AS_OF = LocalDate.parse("2024-05-01");
    private static final RunContext RUN = new RunContext("run", AS_OF, AS_OF);
    private static final String BILL = "parent_id, component_id, bill_line, quantity, scrap, ended_on";
    private static final String BIKE =
            "('bike', 'frame', '1', 1D, NULL, NULL), ('bike', 'wheel', '1', 2D, NULL, NULL), ('wheel', 'rim', '1', 1D, 0D, NULL),"
                    + " ('wheel', 'spoke', '1', 32D, 0.2D, NULL), ('rim', 'alu', '1', 0.5D, NULL, NULL),"
                    + " ('frame', 'alu', '1', 3D, NULL, NULL), ('bike', 'horn', '1', 1D, NULL, DATE'2024-05-01')";

    private SupplyFixture fixture;

    @BeforeEach
    void open(SparkSession session) {
        fixture = new SupplyFixture(session);
    }

    private InMemoryInputs inputs(String bill) {
        return fixture.inputs(fixture.forecast("('bike', NULL, 2D, 0D), ('book', NULL, 9D, 0D)"), DaySet.ALL)
                .with(BillComponent.SPEC, fixture.rows(BillComponent.SPEC, BILL, bill))
                .with(
                        StockLevel.SPEC,
                        fixture.rows(
                                StockLevel.SPEC,
                                "product_id, location_id, stock_ts, stock_date, on_hand, on_order",
                                "('bike', 'main', TIMESTAMP'2024-05-01', DATE'2024-05-01', 4, 0),"
                                        + " ('wheel', 'main', TIMESTAMP'2024-05-01', DATE'2024-05-01', 5, 0),"
                                        + " ('alu', 'main', TIMESTAMP'2024-05-01', DATE'2024-05-01', 40, 0)"))
                .with(
                        SupplyTerms.SPEC,
                        fixture.rows(
                                SupplyTerms.SPEC,
                                "product_id, location_id, partner_id, lead_time_days, pack",
                                "('bike', '(any)', 'works', 0, 1), ('wheel', '(any)', 'works', 7, NULL),"
                                        + " ('rim', '(any)', 'V', 5, 10)"))
                .with(
                        Shipment.SPEC,
                        fixture.rows(
                                Shipment.SPEC,
                                "shipment_id, product_id, ordered_ts, delivered_ts, planned_date, quantity",
                                "('o1', 'wheel', TIMESTAMP'2024-04-20', NULL, DATE'2024-05-04', 15),"
                                        + " ('o2', 'alu', TIMESTAMP'2024-04-10', NULL, DATE'2024-04-25', 10),"
                                        + " ('o3', 'alu', TIMESTAMP'2024-04-10', TIMESTAMP'2024-04-20', DATE'2024-04-20', 99)"));
    }

    private static Dataset<Row> plan(InMemoryInputs inputs) {
        return new PublishMaterialRequirement(
                        SupplyFixture.settings(java.util.Optional.empty()),
                        Set.of(StockLevel.SPEC, SupplyTerms.SPEC, Shipment.SPEC))
                .build(inputs, RUN)
                .outputs()
                .get(0)
                .rows();
    }

    private static List<String> told(Dataset<Row> plan, String... columns) {
        return plan.orderBy("low_level_code", "product_id", "week").selectExpr(columns).collectAsList().stream()
                .map(row -> row.mkString(" "))
                .toList();
    }

    @Test
    void fourLevelsAreExplodedNettedAndOrderedAsByHand() {
        assertEquals(
                List.of(
                        "bike 0 0 14.0 0.0 10.0 10.0 0.0",
                        "bike 0 1 14.0 0.0 14.0 14.0 0.0",
                        "frame 1 0 10.0 0.0 10.0 10.0 0.0",
                        "frame 1 1 14.0 0.0 14.0 14.0 0.0",
                        "wheel 1 0 20.0 15.0 0.0 28.0 0.0",
                        "wheel 1 1 28.0 0.0 28.0 0.0 0.0",
                        "rim 2 0 28.0 0.0 30.0 30.0 2.0",
                        "rim 2 1 0.0 0.0 0.0 0.0 2.0",
                        "spoke 2 0 1120.0 0.0 1120.0 1120.0 0.0",
                        "spoke 2 1 0.0 0.0 0.0 0.0 0.0",
                        "alu 3 0 45.0 10.0 0.0 0.0 5.0",
                        "alu 3 1 42.0 0.0 37.0 37.0 0.0"),
                told(
                        plan(inputs(BIKE)),
                        "product_id",
                        "low_level_code",
                        "week",
                        "gross_requirement",
                        "scheduled_receipt",
                        "planned_receipt",
                        "planned_release",
                        "projected_stock"));
    }

    @Test
    void whatIsLateAndWhatWasAssumedIsSaid() {
        Dataset<Row> plan = plan(inputs(BIKE));
        assertEquals(
                List.of("rim 0 within_lead_time 30.0 ", "alu 0 overdue 10.0 o2"),
                told(
                        plan.filter("expedite"),
                        "product_id",
                        "week",
                        "expedite_reason",
                        "expedite_quantity",
                        "array_join(expedite_orders, ' ')"));
        assertEquals(
                List.of(
                        "bike ",
                        "frame stock lead_time lot_size",
                        "wheel lot_size",
                        "rim stock",
                        "spoke stock lead_time lot_size",
                        "alu lead_time lot_size"),
                told(plan.filter("week = 0"), "product_id", "array_join(assumed, ' ')"));
        assertEquals(
                List.of("bike true", "frame true", "wheel true", "rim true", "spoke false", "alu false"),
                told(plan.filter("week = 0"), "product_id", "made"));
    }

    @Test
    void aBillThatGoesRoundStopsAndNamesTheCircle() {
        DataException circle =
                assertThrows(DataException.class, () -> plan(inputs(BIKE + ", ('alu', 'wheel', '1', 1D, NULL, NULL)")));
        assertTrue(
                circle.getMessage().contains("wheel > rim > alu > wheel")
                        || circle.getMessage().contains("rim > alu > wheel > rim")
                        || circle.getMessage().contains("alu > wheel > rim > alu"),
                circle::getMessage);
    }

    @Test
    void earlierDatesStayAndARerunMakesTheSameRows() {
        Dataset<Row> first = plan(inputs(BIKE)).localCheckpoint();
        Dataset<Row> again = plan(inputs(BIKE).with(MaterialRequirement.SPEC, first));
        assertEquals(12, again.count());
        assertEquals(0, first.exceptAll(again).count());
        Dataset<Row> earlier =
                first.withColumn("as_of_date", org.apache.spark.sql.functions.expr("date_sub(as_of_date, 1)"));
        Dataset<Row> anew = plan(inputs(BIKE).with(MaterialRequirement.SPEC, earlier));
        assertEquals(24, anew.count());
        assertEquals(0, earlier.exceptAll(anew).count());
    }
}
