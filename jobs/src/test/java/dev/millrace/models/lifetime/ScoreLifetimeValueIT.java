package dev.millrace.models.lifetime;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobOutputs;
import dev.millrace.job.RunContext;
import dev.millrace.settings.LifetimeSettings;
import dev.millrace.table.DaySet;
import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.gold.LifetimeModel;
import dev.millrace.tables.score.LifetimeValue;
import dev.millrace.testing.InMemoryInputs;
import dev.millrace.testing.SparkExtension;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class ScoreLifetimeValueIT {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final LifetimeSettings SETTINGS = new LifetimeSettings(365, 0.1, 50);

    private static SparkSession session;

    /** What the job makes of some days. */
    private record Made(Dataset<Row> models, Dataset<Row> scores, JobOutputs outputs) {

        Row model() {
            return models.first();
        }

        String method(String column) {
            return scores.select(column).distinct().first().getString(0);
        }

        double total(String column) {
            return ((Number) scores.selectExpr("CAST(sum(" + column + ") AS DOUBLE)")
                            .first()
                            .get(0))
                    .doubleValue();
        }
    }

    @BeforeAll
    static void open(SparkSession shared) {
        session = shared;
    }

    private static Made made(List<Row> days) {
        return made(days, DaySet.of(List.of(FIRST)), List.of());
    }

    private static Made made(List<Row> days, DaySet stale, List<Row> published) {
        InMemoryInputs inputs = new InMemoryInputs(stale)
                .with(CustomerDay.SPEC, session.createDataFrame(days, SimulatedCustomers.DAYS))
                .with(LifetimeModel.SPEC, session.createDataFrame(List.<Row>of(), LifetimeModel.SPEC.schema()))
                .with(LifetimeValue.SPEC, session.createDataFrame(published, LifetimeValue.SPEC.schema()));
        JobOutputs outputs = new ScoreLifetimeValue(SETTINGS, "EUR").build(inputs, new RunContext("run", FIRST, FIRST));
        outputs.shared().forEach(Dataset::persist);
        return new Made(
                outputs.outputs().get(0).rows(), outputs.outputs().get(1).rows(), outputs);
    }

    private static Row day(String customer, int day, long orders, String netSales) {
        return RowFactory.create(customer, Date.valueOf(FIRST.plusDays(day)), orders, new BigDecimal(netSales));
    }

    private static List<Row> simulated() {
        return new SimulatedCustomers(FIRST, 364, 5).days(0, 6_000);
    }

    @Test
    void plantedParametersAndValuesAreFound() {
        Made made = made(simulated());
        Row model = made.model();

        assertNear(model, "r", SimulatedCustomers.R);
        assertNear(model, "a", SimulatedCustomers.A);
        assertNear(model, "b", SimulatedCustomers.B);
        assertNear(model, "p", SimulatedCustomers.P);
        assertNear(model, "q", SimulatedCustomers.Q);
        assertNear(model, "gamma", SimulatedCustomers.GAMMA);
        assertEquals("bg_nbd", made.method("purchase_method"));
        assertEquals(6_000, made.scores().count());
        assertEquals("2024-12-30", made.scores().first().getAs("as_of_date").toString());
        assertEquals(
                DaySet.parse("2024-12-30"),
                made.outputs().outputs().get(1).days().orElseThrow());
    }

    private static void assertNear(Row model, String parameter, double planted) {
        double error = model.<Double>getAs(parameter + "_error");
        assertEquals(planted, model.<Double>getAs(parameter), 4 * error, parameter);
        assertTrue(error < planted / 2, parameter);
    }

    @Test
    void tenthsAreEqualInSizeAndOrderedByValue() {
        Made made = made(simulated());
        List<Row> tenths = made.scores()
                .groupBy("decile")
                .agg(
                        org.apache.spark.sql.functions.count(lit(1)),
                        org.apache.spark.sql.functions.min("lifetime_value"),
                        org.apache.spark.sql.functions.max("lifetime_value"))
                .orderBy("decile")
                .collectAsList();

        for (int i = 1; i < tenths.size(); i++) {
            assertTrue(tenths.get(i).getDecimal(3).compareTo(tenths.get(i - 1).getDecimal(2)) <= 0, "" + tenths);
        }
        assertEquals(600, (double) tenths.get(0).getLong(1), 60);
        assertEquals(10, tenths.get(tenths.size() - 1).getInt(0));
    }

    @Test
    void whoBoughtLatelyIsMoreAliveAndTheIntervalHoldsWhatIsExpected() {
        List<Row> days = simulated();
        for (int purchase = 0; purchase < 5; purchase++) {
            days.add(day("early", 7 * purchase, 1, "30"));
            days.add(day("late", 300 + 7 * purchase - (purchase == 0 ? 300 : 0), 1, "30"));
        }
        Dataset<Row> scores = made(days).scores();
        double early = alive(scores, "early");

        assertTrue(early < 0.2 && alive(scores, "late") > 0.6, early + " " + alive(scores, "late"));
        assertEquals(
                0,
                scores.filter("lifetime_value_low > lifetime_value OR expected_purchases_error IS NULL")
                        .count());
    }

    private static double alive(Dataset<Row> scores, String customer) {
        return scores.filter(col("customer_id").equalTo(customer)).first().<Double>getAs("probability_alive");
    }

    @Test
    void fewerThanFiftyRepeatCustomersGetTheMeanRateAndAreToldWhy() {
        List<Row> days = new ArrayList<>();
        for (int customer = 0; customer < 49; customer++) {
            days.add(day("c" + customer, 0, 1, "10"));
            days.add(day("c" + customer, 10, 1, "10"));
        }
        Made made = made(days);

        assertEquals("mean_rate", made.method("purchase_method"));
        assertEquals("mean_value", made.method("value_method"));
        assertEquals(49 * 36.5, made.total("expected_purchases"), 1e-6);
        assertEquals(
                10, made.scores().first().<BigDecimal>getAs("expected_value").doubleValue());
        assertTrue(made.model().<String>getAs("fallback_reason").contains("Only 49 customers bought a second time"));
        assertEquals(2, made.outputs().warnings().size());
        assertEquals(
                49,
                made.scores()
                        .filter("probability_alive IS NULL AND lifetime_value_high IS NULL")
                        .count());
    }

    @Test
    void whereNobodyRepeatsNothingIsExpected() {
        List<Row> days = new ArrayList<>();
        for (int customer = 0; customer < 200; customer++) {
            days.add(day("c" + customer, customer % 30, 1, "10"));
        }
        Made made = made(days);

        assertEquals("mean_rate", made.method("purchase_method"));
        assertEquals(0, made.total("lifetime_value"));
        assertEquals(200, made.scores().count());
    }

    @Test
    void customersWhoAreAllAlikeGetTheMeanRate() {
        List<Row> days = new ArrayList<>();
        for (int customer = 0; customer < 100; customer++) {
            for (int day = 0; day <= 28; day += 7) {
                days.add(day("c" + customer, day, 1, "10"));
            }
        }
        Made made = made(days);

        assertEquals("mean_rate", made.method("purchase_method"));
        assertEquals("mean_value", made.method("value_method"));
        assertEquals(2, made.outputs().warnings().size());
        assertTrue(made.total("lifetime_value") > 0);
    }

    @Test
    void whoeverGaveBackMoreThanWasKeptIsExpectedToSpendTheMean() {
        List<Row> days = simulated();
        days.add(day("back", 0, 1, "50"));
        days.add(day("back", 20, 1, "40"));
        days.add(day("back", 25, 0, "-60"));
        days.add(day("free", 0, 1, "0"));
        days.add(day("free", 9, 1, "0"));
        Dataset<Row> scores = made(days).scores().filter("customer_id IN ('back', 'free')");

        assertEquals(
                2,
                scores.filter("value_method = 'gamma_gamma_mean' AND expected_value > 0")
                        .count());
        assertEquals(
                2,
                scores.filter("purchase_method = 'bg_nbd' AND repeat_purchases = 1")
                        .count());
    }

    @Test
    void aShopThatLosesMoneyOnEveryOrderIsWorthNothing() {
        List<Row> days = new ArrayList<>();
        for (int customer = 0; customer < 60; customer++) {
            days.add(day("c" + customer, customer % 9, 1, "-5"));
            days.add(day("c" + customer, 10 + customer % 7, 1, "-5"));
        }
        Made made = made(days);

        assertEquals("mean_value", made.method("value_method"));
        assertEquals(0, made.total("lifetime_value"));
    }

    @Test
    void noOrdersMakeNoRows() {
        Made made = made(List.of());

        assertEquals(0, made.scores().count());
        assertEquals(DaySet.NONE, made.outputs().outputs().get(1).days().orElseThrow());
    }

    @Test
    void earlierScoresStayWhenEverythingIsMadeAnew() {
        List<Row> days = List.of(day("ann", 0, 1, "10"), day("ann", 5, 1, "10"));
        List<Row> before = made(List.of(day("ann", 0, 1, "10")))
                .scores()
                .selectExpr(columns())
                .collectAsList();
        List<Row> after = made(days, DaySet.ALL, before)
                .scores()
                .selectExpr(columns())
                .orderBy("as_of_date")
                .collectAsList();

        assertEquals(2, after.size());
        assertEquals(before.get(0), after.get(0));
    }

    private static String[] columns() {
        return LifetimeValue.SPEC.columnNames().toArray(String[]::new);
    }
}
