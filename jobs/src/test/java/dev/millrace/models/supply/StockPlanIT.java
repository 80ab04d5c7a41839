package dev.millrace.models.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.table.DaySet;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.gold.PurchaseProposal;
import dev.millrace.tables.gold.StockPlan;
import dev.millrace.tables.silver.Product;
import dev.millrace.tables.silver.Shipment;
import dev.millrace.tables.silver.StockLevel;
import dev.millrace.tables.silver.SupplyTerms;
import dev.millrace.testing.InMemoryInputs;
import dev.millrace.testing.SparkExtension;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Demand is certain unless said otherwise, so that a week of 10 a day asks for 67 units where 95 % are to be served. */
@ExtendWith(SparkExtension.class)
class StockPlanIT {

    private static final LocalDate AS_OF = LocalDate.parse("2024-05-01");
    private static final RunContext RUN = new RunContext("run", AS_OF, AS_OF);
    private static final String COUNT =
            "product_id, location_id, stock_ts, stock_date, on_hand, reserved, on_order, unit_cost";
    private static final String TERMS =
            "product_id, location_id, partner_id, lead_time_days, pack, minimum_quantity, shelf_life_days, unit_cost";

    private SupplyFixture fixture;

    @BeforeEach
    void open(SparkSession session) {
        fixture = new SupplyFixture(session);
    }

    private static Map<TableSpec, Output> made(InMemoryInputs inputs, Optional<Double> budget, TableSpec... mapped) {
        return new PublishStockPlan(SupplyFixture.settings(budget), false, new HashSet<>(List.of(mapped)))
                .build(inputs, RUN).outputs().stream().collect(Collectors.toMap(Output::table, output -> output));
    }

    private static Map<String, Row> byProduct(Output output) {
        return output.rows().collectAsList().stream()
                .collect(Collectors.toMap(row -> row.getAs("product_id"), row -> row));
    }

    private static Set<String> words(Row row, String column) {
        return new TreeSet<>(row.<String>getList(row.fieldIndex(column)));
    }

    private Dataset<Row> counts(String... values) {
        return fixture.rows(StockLevel.SPEC, COUNT, String.join(", ", values));
    }

    private static String count(String product, int onHand) {
        return "('%s', 'main', TIMESTAMP'2024-05-01 00:00:00', DATE'2024-05-01', %d, 0, 0, 2.0)"
                .formatted(product, onHand);
    }

    @Test
    void eachItemHasWhatItsTermsAndItsStockAskFor() {
        InMemoryInputs inputs = fixture.inputs(
                        fixture.forecast(
                                "('instant', NULL, 10D, 0D), ('slow', NULL, 10D, 0D), ('packed', NULL, 10D, 0D),"
                                        + " ('milk', NULL, 10D, 0D), ('idle', NULL, 0D, 0D), ('far', NULL, 10D, 0D)"),
                        DaySet.ALL)
                .with(
                        StockLevel.SPEC,
                        counts(
                                count("instant", 5),
                                count("slow", 35),
                                count("packed", 0),
                                count("milk", 0),
                                count("idle", 3),
                                count("far", 0)))
                .with(
                        SupplyTerms.SPEC,
                        fixture.rows(
                                SupplyTerms.SPEC,
                                TERMS,
                                "('instant', '(any)', 'V', 0, 1, 1, NULL, 2.0), ('slow', '(any)', 'V', 7, 1, 1, NULL, 2.0),"
                                        + " ('packed', '(any)', 'V', 0, 12, 24, NULL, 2.0), ('milk', '(any)', 'V', 0, 100, 1, 3, 2.0),"
                                        + " ('idle', '(any)', 'V', 0, 1, 1, NULL, 2.0), ('far', '(any)', 'V', 30, 1, 1, NULL, 2.0)"));
        Map<TableSpec, Output> made = made(inputs, Optional.empty(), StockLevel.SPEC, SupplyTerms.SPEC);
        Map<String, Row> plans = byProduct(made.get(StockPlan.SPEC));
        Map<String, Row> proposals = byProduct(made.get(PurchaseProposal.SPEC));

        Row instant = plans.get("instant");
        assertEquals(67, instant.<Integer>getAs("order_up_to"));
        assertEquals(62, instant.<Integer>getAs("order_quantity"));
        assertEquals(0, instant.<Double>getAs("lead_time_days"));
        assertEquals("terms", instant.getAs("lead_time_source"));
        assertEquals(0.5, instant.<Double>getAs("days_of_cover"));
        assertEquals(Set.of(), words(instant, "assumed"));

        assertEquals(137, plans.get("slow").<Integer>getAs("order_up_to"), "a week more until the delivery");
        Row slow = proposals.get("slow");
        assertEquals(102, slow.<Integer>getAs("quantity"));
        assertEquals("2024-05-04", slow.getAs("runs_out_date").toString());
        assertEquals("2024-05-08", slow.getAs("expected_arrival_date").toString());
        assertEquals(true, slow.getAs("late"));
        assertEquals(3, slow.<Integer>getAs("days_sooner"));
        assertEquals(204, slow.<java.math.BigDecimal>getAs("cost").doubleValue());
        assertEquals("unbound", slow.getAs("method"));

        Row packed = proposals.get("packed");
        assertEquals(0, packed.<Integer>getAs("quantity") % 12);
        assertTrue(packed.<Integer>getAs("quantity") >= 67, packed::toString);
        assertEquals(packed.<Integer>getAs("quantity") / 12, packed.<Integer>getAs("packs"));
        assertTrue(words(plans.get("packed"), "notes").contains("minimum_delays_orders"));

        assertTrue(words(plans.get("milk"), "notes").contains("spoils_before_sold"));
        assertTrue(plans.get("milk")
                        .<java.math.BigDecimal>getAs("waste_cost_per_year")
                        .signum()
                > 0);

        assertEquals(Set.of("no_demand"), words(plans.get("idle"), "notes"));
        assertEquals(0, plans.get("idle").<Integer>getAs("order_quantity"));
        assertNull(plans.get("idle").getAs("days_of_cover"));
        assertTrue(!proposals.containsKey("idle"));

        assertEquals(Set.of("forecast_extended"), words(plans.get("far"), "assumed"));
        assertEquals(370, plans.get("far").<Double>getAs("expected_demand"), 1e-6);
    }

    @Test
    void whatIsNotMappedIsAssumedAndNamed() {
        InMemoryInputs inputs =
                fixture.inputs(fixture.forecast("('bare', NULL, 10D, CAST(NULL AS DOUBLE))"), DaySet.ALL);
        Row plan = byProduct(made(inputs, Optional.empty()).get(StockPlan.SPEC)).get("bare");
        assertEquals(
                Set.of("lead_time", "no_count", "on_order", "poisson_errors", "unit_cost"), words(plan, "assumed"));
        assertEquals("assumed", plan.getAs("lead_time_source"));
        assertEquals(7, plan.<Double>getAs("lead_time_days"));
        assertEquals(140, plan.<Double>getAs("expected_demand"), 1e-6);
        assertEquals(Math.sqrt(140), plan.<Double>getAs("demand_deviation"), 1e-3);
        assertNull(plan.getAs("holding_cost_per_year"));
    }

    @Test
    void deliveriesOfTheSupplierTellTheLeadTimeBeforeTheTerms() {
        String shipments = "('s1', 'V', 'tea', TIMESTAMP'2024-04-01', TIMESTAMP'2024-04-05', DATE'2024-04-03', 20),"
                + " ('s2', 'V', 'tea', TIMESTAMP'2024-04-08', TIMESTAMP'2024-04-12', DATE'2024-04-10', 20),"
                + " ('s3', 'V', 'tea', TIMESTAMP'2024-04-29', NULL, DATE'2024-05-02', 30),"
                + " ('s4', 'V', 'tea', TIMESTAMP'2024-05-01 08:00:00', NULL, DATE'2024-05-05', 500)";
        InMemoryInputs inputs = fixture.inputs(fixture.forecast("('tea', NULL, 10D, 0D)"), DaySet.ALL)
                .with(
                        Shipment.SPEC,
                        fixture.rows(
                                Shipment.SPEC,
                                "shipment_id, partner_id, product_id, ordered_ts, delivered_ts, planned_date, quantity",
                                shipments))
                .with(
                        SupplyTerms.SPEC,
                        fixture.rows(SupplyTerms.SPEC, TERMS, "('tea', '(any)', 'V', 2, 1, 1, NULL, 2.0)"));
        Row plan = byProduct(made(inputs, Optional.empty(), Shipment.SPEC, SupplyTerms.SPEC)
                        .get(StockPlan.SPEC))
                .get("tea");
        assertEquals("shipments", plan.getAs("lead_time_source"));
        assertEquals(4, plan.<Double>getAs("lead_time_days"));
        assertEquals(2, plan.<Integer>getAs("lead_time_deliveries"));
        assertEquals(30, plan.<Double>getAs("on_order"), "what was ordered after the morning is not known yet");
    }

    @Test
    void theNewestCountUpToTheMorningTells() {
        InMemoryInputs inputs = fixture.inputs(fixture.forecast("('tea', NULL, 10D, 0D)"), DaySet.ALL)
                .with(
                        StockLevel.SPEC,
                        counts(
                                "('tea', 'main', TIMESTAMP'2024-04-30 00:00:00', DATE'2024-04-30', 7, 0, 0, 2.0)",
                                "('tea', 'main', TIMESTAMP'2024-05-01 00:00:00', DATE'2024-05-01', 50, 4, 6, 2.0)",
                                "('tea', 'main', TIMESTAMP'2024-05-01 00:00:01', DATE'2024-05-01', 900, 0, 0, 2.0)",
                                "('tea', 'shop', TIMESTAMP'2024-04-20 00:00:00', DATE'2024-04-20', 3, 0, 1, 2.0)"));
        Row plan = byProduct(made(inputs, Optional.empty(), StockLevel.SPEC).get(StockPlan.SPEC))
                .get("tea");
        assertEquals(49, plan.<Double>getAs("on_hand"));
        assertEquals(56, plan.<Double>getAs("position"));
    }

    @Test
    void aBudgetThatBindsIsKept() {
        InMemoryInputs inputs = fixture.inputs(
                        fixture.forecast("('tea', NULL, 10D, 1D), ('gin', NULL, 10D, 1D)"), DaySet.ALL)
                .with(StockLevel.SPEC, counts(count("tea", 0), count("gin", 0)))
                .with(Product.SPEC, fixture.rows(Product.SPEC, "product_id, unit_cost", "('tea', 2.0), ('gin', 2.0)"));
        Map<String, Row> proposals = byProduct(
                made(inputs, Optional.of(200.0), StockLevel.SPEC, Product.SPEC).get(PurchaseProposal.SPEC));
        double cost = proposals.values().stream()
                .mapToDouble(row -> row.<java.math.BigDecimal>getAs("cost").doubleValue())
                .sum();
        assertTrue(cost <= 200 && cost > 190, () -> "costs " + cost);
        for (Row row : proposals.values()) {
            assertTrue(row.<Integer>getAs("quantity") < row.<Integer>getAs("wanted_quantity"), row::toString);
            assertTrue(row.<String>getAs("why").contains("the budget leaves"), row::toString);
            assertTrue(Set.of("optimal", "marginal").contains(row.<String>getAs("method")), row::toString);
        }
    }

    @Test
    void earlierDatesStayAndARerunMakesTheSameRows() {
        InMemoryInputs inputs = fixture.inputs(fixture.forecast("('tea', NULL, 10D, 2D)"), DaySet.ALL);
        Dataset<Row> first =
                made(inputs, Optional.empty()).get(StockPlan.SPEC).rows().localCheckpoint();
        Dataset<Row> again = made(inputs.with(StockPlan.SPEC, first), Optional.empty())
                .get(StockPlan.SPEC)
                .rows();
        assertEquals(1, again.count());
        assertEquals(0, first.exceptAll(again).count());
        Dataset<Row> earlier =
                first.withColumn("as_of_date", org.apache.spark.sql.functions.lit(java.sql.Date.valueOf("2024-04-30")));
        Dataset<Row> anew = made(inputs.with(StockPlan.SPEC, earlier), Optional.empty())
                .get(StockPlan.SPEC)
                .rows();
        assertEquals(2, anew.count());
        assertEquals(0, earlier.exceptAll(anew).count());
        InMemoryInputs nextDay =
                fixture.inputs(fixture.forecast("('tea', NULL, 10D, 2D)"), DaySet.of(List.of(AS_OF.minusDays(3))));
        assertEquals(
                Optional.of(DaySet.of(List.of(AS_OF))),
                made(nextDay, Optional.empty()).get(StockPlan.SPEC).days());
    }

    @Test
    void withoutAForecastNothingIsPlanned() {
        InMemoryInputs inputs =
                fixture.inputs(fixture.forecast("('tea', NULL, 10D, 2D)").limit(0), DaySet.ALL);
        assertEquals(
                0, made(inputs, Optional.empty()).get(StockPlan.SPEC).rows().count());
    }
}
