package dev.millrace.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobResult;
import dev.millrace.testing.Company;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A snapshot sees what had happened and was known before its date, and nothing else. */
@ExtendWith(SparkExtension.class)
class CustomerSnapshotIT {

    private static final String CONFIGURATION =
            """
            company { name = "As of", currency = "EUR" }
            sources.orders { files = "orders/*", columns = [order, line, customer, quantity, price, at, country] }
            sources.complaints { files = "complaints/*", columns = [id, customer, at] }
            entities.order_line.orders.columns {
              order_id = "order"
              line_number = "line"
              customer_id = "customer"
              quantity = "quantity"
              unit_price = "price"
              order_ts = "at"
              country = "country"
            }
            sources.web { files = "web/*", columns = [id, visitor, customer, at, type] }
            entities.web_event.web.columns {
              event_id = "id"
              visitor_id = "visitor"
              customer_id = "customer"
              event_ts = "at"
              event_type = "type"
            }
            entities.complaint.complaints.columns { complaint_id = "id", customer_id = "customer", complaint_ts = "at" }
            """;
    private static final String HEADER = "order,line,customer,quantity,price,at,country\n";
    private static final String COUNTS = "orders, complaints_365, sessions_90, carts_left_90";
    private static final String SNAPSHOT = "feature/customer_snapshot";

    @TempDir
    private Path folder;

    private SparkSession session;
    private Company company;

    @BeforeEach
    void found(SparkSession shared) {
        session = shared;
        company = new Company(shared, folder, CONFIGURATION)
                .upTo(
                        "build-customer_snapshot",
                        "build-customer_first_order",
                        "build-customer_web_day",
                        "build-session");
    }

    private void orders(String day, String... lines) {
        company.deliver("orders/" + day + ".csv", HEADER + String.join("\n", lines) + "\n");
    }

    private void visits(String day, String... lines) {
        company.deliver("web/" + day + ".csv", "id,visitor,customer,at,type\n" + String.join("\n", lines) + "\n");
    }

    private List<String> snapshot(String date, String columns) {
        return company.rows(SNAPSHOT, "as_of_date, " + columns, "customer_id").stream()
                .filter(row -> row.startsWith(date))
                .map(row -> row.substring(date.length() + 1))
                .toList();
    }

    private void twoMonths() {
        orders("2024-01-10", "A1,1,ann,2,5.00,2024-01-10 09:00:00,DE", "B1,1,bob,1,3.00,2024-01-10 09:00:00,FR");
        orders("2024-02-20", "A2,1,ann,1,5.00,2024-02-20 09:00:00,DE");
        visits("2024-01-20", "w1,v,ann,2024-01-20 10:00:00,add_to_cart");
        company.deliver("complaints/2024-01-15.csv", "id,customer,at\nC1,ann,2024-01-15 10:00:00\n");
    }

    @Test
    void aFactBeforeMidnightCountsAndOneAfterItOrKnownADayLateChangesNoFeature() {
        twoMonths();
        company.runWell();
        Map<String, String> before = asOf("2024-02-01");
        assertEquals("1|1|1|1", snapshot("2024-02-01", COUNTS).get(0));

        visits("2024-02-01", "w2,v,ann,2024-02-01 00:00:01,view", "w3,v,ann,2024-01-31 23:00:00,view");
        orders("2024-02-01", "A3,1,ann,7,9.00,2024-02-01 00:00:01,DE", "A4,1,ann,7,9.00,2024-01-31 23:59:59,DE");
        company.deliver(
                "complaints/2024-02-01.csv",
                "id,customer,at\nC2,ann,2024-01-31 23:59:59\nC3,ann,2024-02-01 00:00:01\n");
        company.runWell();

        assertEquals(before, asOf("2024-02-01"));
        assertEquals("4|3|3|1", snapshot("2024-02-21", COUNTS).get(0));

        visits("2024-01-31", "w4,v,ann,2024-01-31 12:00:00,view");
        orders("2024-01-31", "A5,1,ann,7,9.00,2024-01-31 23:59:59,DE");
        company.runWell();

        assertNotEquals(before, asOf("2024-02-01"));
        assertEquals("2|1|2|1", snapshot("2024-02-01", COUNTS).get(0));
        assertEquals("2024-01-31", snapshot("2024-02-01", "last_order_date").get(0));
    }

    /** The rows of a date of every feature table that is told as of a date. */
    private Map<String, String> asOf(String date) {
        Map<String, String> rows = new TreeMap<>();
        for (Path table : LakeState.tablesOf(company.lake(), "feature")) {
            var frame = company.table("feature/" + table.getFileName());
            if (List.of(frame.columns()).contains("as_of_date")) {
                frame.filter("as_of_date = DATE'" + date + "'")
                        .orderBy("customer_id")
                        .collectAsList()
                        .forEach(row -> rows.merge(table.getFileName().toString(), row.toString(), String::concat));
            }
        }
        assertTrue(rows.containsKey("customer_snapshot"));
        return rows;
    }

    @Test
    void aVersionCountsUntilANewerOneIsKnown() {
        twoMonths();
        orders("2024-02-05", "A1,1,ann,3,5.00,2024-01-10 09:00:00,AT");
        company.runWell();

        assertEquals(List.of("10.0000|DE|1", "3.0000|FR|1"), snapshot("2024-02-01", "gross_sales, country, orders"));
        assertEquals(List.of("20.0000|AT|2", "3.0000|FR|1"), snapshot("2024-02-21", "gross_sales, country, orders"));
    }

    @Test
    void whatAnInitialLoadDeliveredCountsAsKnownWhenItHappened() {
        orders("2024-02-25", "A1,1,ann,2,5.00,2024-01-10 09:00:00,DE", "A2,1,ann,1,5.00,2024-02-20 09:00:00,DE");
        company.runWell();
        assertEquals(List.of(), snapshot("2024-02-01", "orders"));

        company.configure(CONFIGURATION + "snapshots.initial-load-until = \"2024-02-25\"\n");
        company.runWell();

        assertEquals(List.of("1|10.0000"), snapshot("2024-02-01", "orders, gross_sales"));
        assertEquals(List.of("2|15.0000"), snapshot("2024-02-21", "orders, gross_sales"));
    }

    @Test
    void aRandomShopEqualsPlainSqlHoweverItIsDelivered() {
        company.configure(CONFIGURATION + "snapshots.every = week\n");
        Map<String, StringBuilder> days = randomDays();
        days.forEach((day, lines) -> {
            if (day.compareTo("2024-04-20") < 0) {
                orders(day, lines.toString().strip());
            }
        });
        company.runWell();
        days.forEach((day, lines) -> orders(day, lines.toString().strip()));
        company.runWell();

        List<String> made = company.rows(SNAPSHOT, SnapshotOracle.COLUMNS, "struct(as_of_date, customer_id)");
        assertTrue(made.size() > 100, "the test needs rows");
        assertEquals(SnapshotOracle.rows(session, company), made);
        assertEquals(
                20,
                company.table(SNAPSHOT).select("as_of_date").distinct().count(),
                "Mondays with data before them, and the day after the newest");
        assertTrue(company.runWell().jobs().stream().allMatch(job -> job.status() == JobResult.Status.UP_TO_DATE));
    }

    /** Orders of five months with several lines, of which some are late, and some delivered again otherwise. */
    private static Map<String, StringBuilder> randomDays() {
        Random random = new Random(11);
        Map<String, StringBuilder> days = new TreeMap<>();
        LocalDate first = LocalDate.parse("2024-01-03");
        for (int order = 0; order < 160; order++) {
            LocalDate day = first.plusDays(random.nextInt(130));
            String customer = "c" + random.nextInt(7);
            for (int line = 1; line <= 1 + random.nextInt(3); line++) {
                LocalDate known = day.plusDays(random.nextInt(3) == 0 ? random.nextInt(25) : 0);
                for (int version = 0; version <= random.nextInt(2); version++) {
                    int quantity = random.nextInt(8) == 0 ? -1 : 1 + random.nextInt(4);
                    LocalDate moved = random.nextInt(10) == 0 ? day.plusDays(1) : day;
                    days.computeIfAbsent(known.toString(), key -> new StringBuilder())
                            .append("O%d,%d,%s,%d,%d.50,%s %02d:00:00,%s%n"
                                    .formatted(
                                            order,
                                            line,
                                            random.nextInt(12) == 0 ? "" : customer,
                                            quantity,
                                            1 + random.nextInt(9),
                                            moved,
                                            random.nextInt(24),
                                            random.nextBoolean() ? "DE" : "FR"));
                    known = known.plusDays(1 + random.nextInt(20));
                }
            }
        }
        days.remove("2024-05-20");
        days.keySet().removeIf(day -> day.compareTo("2024-05-19") > 0);
        return days;
    }

    @Test
    void aLateDeliveryRestatesTheSnapshotsAfterItAlone() {
        twoMonths();
        company.runWell();

        orders("2024-02-21", "B2,1,bob,1,4.00,2024-02-19 09:00:00,FR");
        var report = company.runWell();

        assertEquals(
                List.of("2024-02-21..2024-02-22"),
                report.jobs().stream()
                        .filter(job -> job.job().equals("build-customer_snapshot"))
                        .map(JobResult::days)
                        .toList());
        assertEquals(
                List.of("2024-02-01", "2024-02-22"),
                company
                        .table(SNAPSHOT)
                        .selectExpr("CAST(as_of_date AS STRING)")
                        .distinct()
                        .orderBy("as_of_date")
                        .collectAsList()
                        .stream()
                        .map(row -> row.getString(0))
                        .toList());
        assertEquals(
                List.of("3.0000", "7.0000"),
                List.of(
                        snapshot("2024-02-01", "gross_sales").get(1),
                        snapshot("2024-02-22", "gross_sales").get(1)));
    }
}
