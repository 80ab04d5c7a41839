package dev.millrace.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.job.JobInputs;
import dev.millrace.job.RunContext;
import dev.millrace.table.DaySet;
import dev.millrace.tables.silver.OrderLine;
import dev.millrace.testing.InMemoryInputs;
import dev.millrace.testing.SparkExtension;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SparkExtension.class)
class PairReturnsIT {

    private static final LocalDate DAY = LocalDate.parse("2024-01-30");
    private static final RunContext RUN = new RunContext("run", DAY, DAY);

    private SparkSession session;

    @BeforeEach
    void open(SparkSession shared) {
        session = shared;
    }

    /** Lines as VALUES rows: order, line, moment, kind, product, customer, quantity, price, named order, named line. */
    private List<String> pairs(DaySet days, String values) {
        Dataset<Row> lines = session.sql(
                """
                SELECT o AS order_id, l AS line_number, CAST(CAST(t AS TIMESTAMP) AS DATE) AS order_date,
                       CAST(t AS TIMESTAMP) AS order_ts, k AS kind, p AS product_id, c AS customer_id,
                       CAST(q AS DECIMAL(18, 3)) AS quantity, CAST(u AS DECIMAL(18, 4)) AS unit_price,
                       CAST(q * u AS DECIMAL(18, 4)) AS amount, CAST(n AS STRING) AS original_order_id,
                       CAST(m AS INT) AS original_line_number
                FROM VALUES %s AS x(o, l, t, k, p, c, q, u, n, m)"""
                        .formatted(values));
        JobInputs inputs = new InMemoryInputs(days).with(OrderLine.SPEC, lines);
        return new PairReturns(90)
                        .build(inputs, RUN)
                        .outputs()
                        .get(0)
                        .rows()
                        .orderBy("order_id")
                        .selectExpr("order_id", "pairing", "sale_order_id", "sale_line_number", "days_held")
                        .collectAsList()
                        .stream()
                        .map(row -> row.mkString("|"))
                        .toList();
    }

    @Test
    void aSaleGivesBackNoMoreThanItSold() {
        assertEquals(
                List.of("R1|match|A1|1|0", "R2|unpaired|null|null|null"),
                pairs(
                        DaySet.ALL,
                        """
                        ('A1', 1, '2024-01-30 09:00:00', 'sale', 'tea', 'ann', 2, 2.5, null, null),
                        ('R1', 1, '2024-01-30 10:00:00', 'return', 'tea', 'ann', -2, 2.5, null, null),
                        ('R2', 1, '2024-01-30 11:00:00', 'return', 'tea', 'ann', -1, 2.5, null, null)"""));
    }

    @Test
    void theSaleThatTheSourceNamesGoesBeforeANewerOne() {
        assertEquals(
                List.of("R1|reference|A1|2|29"),
                pairs(
                        DaySet.ALL,
                        """
                        ('A1', 2, '2024-01-01 09:00:00', 'sale', 'tea', 'ann', 2, 2.5, null, null),
                        ('A2', 1, '2024-01-20 09:00:00', 'sale', 'tea', 'ann', 2, 2.5, null, null),
                        ('R1', 1, '2024-01-30 10:00:00', 'return', 'tea', 'ann', -1, 2.4, 'A1', 2)"""));
    }

    @Test
    void anotherPriceAnotherCustomerALaterOrAnOldSaleIsNoMatch() {
        assertEquals(
                List.of("R1|unpaired|null|null|null"),
                pairs(
                        DaySet.ALL,
                        """
                        ('A1', 1, '2024-01-29 09:00:00', 'sale', 'tea', 'ann', 2, 2.4, null, null),
                        ('A2', 1, '2024-01-29 09:00:00', 'sale', 'tea', 'bob', 2, 2.5, null, null),
                        ('A3', 1, '2024-01-30 10:00:01', 'sale', 'tea', 'ann', 2, 2.5, null, null),
                        ('A4', 1, '2023-10-31 10:00:00', 'sale', 'tea', 'ann', 2, 2.5, null, null),
                        ('R1', 1, '2024-01-30 10:00:00', 'return', 'tea', 'ann', -1, 2.5, null, null)"""));
    }

    @Test
    void onlyTheDaysAskedForAreMade() {
        assertEquals(
                List.of("R2|match|A1|1|2"),
                pairs(
                        DaySet.parse("2024-01-30"),
                        """
                        ('A1', 1, '2024-01-28 09:00:00', 'sale', 'tea', 'ann', 2, 2.5, null, null),
                        ('R1', 1, '2024-01-29 10:00:00', 'return', 'tea', 'ann', -1, 2.5, null, null),
                        ('R2', 1, '2024-01-30 10:00:00', 'return', 'tea', 'ann', -1, 2.5, null, null)"""));
    }
}
