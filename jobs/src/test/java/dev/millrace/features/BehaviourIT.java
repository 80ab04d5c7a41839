package dev.millrace.features;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobResult;
import dev.millrace.testing.Company;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Sessions, funnels, paths of channels and cohorts equal what plain SQL makes of all events at once, however they were delivered. */
@ExtendWith(SparkExtension.class)
class BehaviourIT {

    private static final String CONFIGURATION =
            """
            company { name = "Behaviour", currency = "EUR" }
            sources.web { files = "web/*", columns = [id, visitor, customer, at, type, channel] }
            sources.orders { files = "orders/*", columns = [order, customer, quantity, price, at] }
            entities.web_event.web.columns {
              event_id = "id"
              visitor_id = "visitor"
              customer_id = "customer"
              event_ts = "at"
              event_type = "type"
              channel = "channel"
            }
            entities.order_line.orders.columns {
              order_id = "order"
              customer_id = "customer"
              quantity = "quantity"
              unit_price = "price"
              order_ts = "at"
            }
            """;
    private static final String SESSION_COLUMNS =
            "visitor_id, session_start, session_end, events, known_date, furthest_step,"
                    + " filled_cart, bought, channel, customer_id";

    private static final String PATH_COLUMNS = "path_date, path, conversions, non_conversions, sessions, path_days";
    private static final String PATH_ORDER = "struct(path_date, path)";

    @TempDir
    private static Path folder;

    private static SparkSession session;
    private static Company company;
    private static final Map<String, List<String>> WEB = new TreeMap<>();
    private static final Map<String, List<String>> ORDERS = new TreeMap<>();

    @BeforeAll
    static void deliverInThreeParts(SparkSession shared) {
        session = shared;
        company = new Company(shared, folder.resolve("parts"), CONFIGURATION);
        plant();
        visits();
        orders();
        for (String until : List.of("2024-01-02", "2024-01-04", "2024-12-31")) {
            deliver(company, until);
            company.runWell();
        }
    }

    /** Sessions at the edges: of midnight, of a time zone, of 30 minutes, and a visitor who never pauses. */
    private static void plant() {
        event("2024-01-01", "n1", "night", "", "2024-01-01 23:50:00", "view", "seo");
        event("2024-01-02", "n2", "night", "ann", "2024-01-02 00:10:00", "add_to_cart", "email");
        event("2024-01-02", "n3", "night", "", "2024-01-02 00:40:00", "purchase", "");
        event("2024-01-02", "e1", "edge", "ann", "2024-01-02 10:00:00", "search", "");
        event("2024-01-02", "e2", "edge", "ann", "2024-01-02 10:30:00", "add_to_cart", "");
        event("2024-01-02", "e3", "edge", "bob", "2024-01-02 11:00:01", "checkout", "");
        event("2024-01-02", "z1", "zone", "bob", "2024-01-02T00:20:00+02:00", "view", "ads");
        event("2024-01-02", "z2", "zone", "bob", "2024-01-01 22:45:00", "view", "ads");
        event("2024-01-05", "l1", "late", "bob", "2024-01-02 12:20:00", "view", "ads");
        event("2024-01-02", "l2", "late", "bob", "2024-01-02 12:00:00", "view", "seo");
        event("2024-01-02", "l3", "late", "bob", "2024-01-02 12:40:00", "add_to_cart", "seo");
        event("2024-01-03", "f1", "far", "", "2024-01-03 10:00:00", "view", "far-1");
        event("2024-02-02", "f2", "far", "", "2024-02-02 10:00:00", "purchase", "far-2");
        event("2024-02-03", "f3", "far", "", "2024-02-03 10:00:00", "view", "far-3");
        event("2024-02-03", "f4", "far", "", "2024-02-03 12:00:00", "view", "far-3");
        event("2024-02-02", "arrow1", "arrow", "", "2024-02-02 10:00:00", "view", "far-1 > far-2");
        event("2024-01-03", "g1", "gap", "", "2024-01-03 11:00:00", "view", "gap-1");
        event("2024-02-02", "g2", "gap", "", "2024-02-02 11:00:01", "view", "gap-2");
        event("2024-01-03", "c1", "", "cat", "2024-01-03 09:00:00", "view", "seo");
        event("2024-01-03", "a1", "", "", "2024-01-03 09:00:00", "view", "");
        LocalDateTime at = LocalDateTime.parse("2024-01-01T12:05:00");
        for (int i = 0; i < 170; i++) {
            event(
                    at.toLocalDate().toString(),
                    "r" + i,
                    "restless",
                    "",
                    at.toString().replace('T', ' ') + ":00",
                    "view",
                    "bot");
            at = at.plusMinutes(30);
        }
    }

    private static void event(String delivered, String... fields) {
        WEB.computeIfAbsent(delivered, day -> new ArrayList<>()).add(String.join(",", fields));
    }

    private static void visits() {
        Random random = new Random(5);
        List<String> types = List.of("view", "view", "search", "add_to_cart", "checkout", "purchase");
        List<String> channels = List.of("seo", "email", "ads", "");
        for (int i = 0; i < 400; i++) {
            LocalDateTime at = LocalDate.parse("2024-01-01").atStartOfDay().plusMinutes(random.nextInt(5 * 24 * 60));
            LocalDate delivered = at.toLocalDate().plusDays(random.nextInt(6) == 0 ? 1 + random.nextInt(3) : 0);
            event(
                    delivered.toString(),
                    "v" + i,
                    "v" + random.nextInt(6),
                    random.nextBoolean() ? "c" + random.nextInt(4) : "",
                    at.toString().replace('T', ' ') + ":00",
                    types.get(random.nextInt(types.size())),
                    channels.get(random.nextInt(channels.size())));
        }
    }

    private static void orders() {
        Random random = new Random(6);
        for (int i = 0; i < 60; i++) {
            LocalDate day = LocalDate.parse("2023-10-01").plusDays(random.nextInt(95));
            String delivered = random.nextInt(4) == 0 ? "2024-01-04" : day.toString();
            ORDERS.computeIfAbsent(delivered, key -> new ArrayList<>())
                    .add("O%d,c%d,%d,5.00,%s 10:00:00"
                            .formatted(i, random.nextInt(12), random.nextInt(6) == 0 ? -1 : 2, day));
        }
    }

    private static void deliver(Company to, String until) {
        WEB.forEach((day, lines) -> {
            if (day.compareTo(until) <= 0) {
                to.deliver(
                        "web/" + day + ".csv",
                        "id,visitor,customer,at,type,channel\n" + String.join("\n", lines) + "\n");
            }
        });
        ORDERS.forEach((day, lines) -> {
            if (day.compareTo(until) <= 0) {
                to.deliver(
                        "orders/" + day + ".csv",
                        "order,customer,quantity,price,at\n" + String.join("\n", lines) + "\n");
            }
        });
    }

    @Test
    void sessionsAndTheirFunnelEqualPlainSqlToTheRow() {
        List<String> made = company.rows("feature/session", SESSION_COLUMNS, "struct(visitor_id, session_start)");
        assertEquals(BehaviourOracle.sessions(session, company), made);
        assertEquals(
                BehaviourOracle.funnel(session),
                company.rows(
                        "gold/funnel_day",
                        "session_date, channel, sessions, product_views, carts, checkouts, purchases, view_drop_off,"
                                + " carts_left",
                        "struct(session_date, channel)"));
        assertEquals(BehaviourOracle.paths(session), company.rows("gold/channel_path_day", PATH_COLUMNS, PATH_ORDER));
    }

    @Test
    void aPathGoesBackThirtyDaysAndNotBehindAPurchaseAndAChannelCalledLikeItJoinsIt() {
        assertEquals(
                List.of(
                        "2024-01-03|gap-1|0|1|1|0",
                        "2024-02-02|far-1 > far-2|1|1|3|30",
                        "2024-02-02|gap-2|0|1|1|0",
                        "2024-02-03|far-3|0|1|2|0"),
                company.rows("gold/channel_path_day", PATH_COLUMNS, PATH_ORDER).stream()
                        .filter(row -> row.matches(".*[|](gap|far).*"))
                        .toList());
    }

    @Test
    void aSessionEndsAfterMoreThanThirtyMinutesAndGoesOnPastMidnight() {
        assertEquals(
                List.of(
                        "edge|2024-01-02 10:00:00.0|2|add_to_cart",
                        "edge|2024-01-02 11:00:01.0|1|checkout",
                        "late|2024-01-02 12:00:00.0|3|add_to_cart",
                        "night|2024-01-01 23:50:00.0|3|purchase",
                        "restless|2024-01-01 12:05:00.0|72|view",
                        "restless|2024-01-03 00:05:00.0|48|view",
                        "restless|2024-01-04 00:05:00.0|48|view",
                        "restless|2024-01-05 00:05:00.0|2|view",
                        "zone|2024-01-01 22:20:00.0|2|view"),
                company
                        .rows(
                                "feature/session",
                                "visitor_id, session_start, events, furthest_step",
                                "struct(visitor_id, session_start)")
                        .stream()
                        .filter(row -> row.matches("(edge|late|night|restless|zone).*"))
                        .toList());
    }

    @Test
    void cohortsEqualPlainSqlToTheRow() {
        assertEquals(
                BehaviourOracle.cohorts(session, company),
                company.rows(
                        "gold/cohort_retention",
                        "cohort_month, month, customers, active, share, net_sales",
                        "struct(cohort_month, month)"));
    }

    @Test
    void partsEqualTheWholeAndARerunMakesNothing() {
        Company whole = new Company(session, folder.resolve("whole"), CONFIGURATION);
        deliver(whole, "2024-12-31");
        whole.runWell();

        assertEquals(data(whole), data(company));
        assertTrue(whole.runWell().jobs().stream().allMatch(job -> job.status() == JobResult.Status.UP_TO_DATE));
    }

    /** What the lake holds without the register of files, which tells when each was written. */
    private static Map<String, String> data(Company of) {
        Map<String, String> rows = LakeState.rowsOfDays(session, of.lake());
        rows.keySet().removeIf(table -> table.startsWith("ops/"));
        return rows;
    }
}
