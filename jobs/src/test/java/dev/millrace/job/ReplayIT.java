package dev.millrace.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.testing.Company;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What was rejected is tried again and arrives once; a file in a newer version takes the place of the older. */
@ExtendWith(SparkExtension.class)
class ReplayIT {

    private static final String HEADER = "order,line,at,product,quantity,price\n";
    private static final String MAPPING =
            """
            quality.max-rejected-share = 1
            sources.orders {
              files = "orders/*", columns = [order, line, at, product, quantity, price], separator = "%s"
              changed-files = %s
            }
            sources.products { files = "products/*", columns = [product, name] }
            entities.order_line.orders {
              lookups.products { source = products, key = product, required = true }
              columns {
                order_id = order, line_number = line, order_ts = at, product_id = product, quantity = quantity
                unit_price = price
              }
              attributes { name = products.name }
            }
            """;

    @TempDir
    private Path folder;

    private SparkSession session;
    private Company company;

    @BeforeEach
    void open(SparkSession shared) {
        session = shared;
        company = new Company(session, folder, MAPPING.formatted(",", "refuse"))
                .upTo("publish-kpi_day")
                .deliver("products/2024-01-30.csv", "product,name\ntea,Tea\n");
    }

    private List<String> lines() {
        return company.rows(
                "silver/order_line",
                "order_id, line_number, order_date, product_id, quantity",
                "struct(order_id, line_number)");
    }

    private List<String> quarantine() {
        return company.rows("ops/quarantine", "job, ordinal, rule", "struct(job, file, ordinal)");
    }

    private static Replay everything() {
        return new Replay(Optional.empty(), Optional.empty());
    }

    @Test
    void aRowThatWaitedForAnotherSourceArrivesOnceWhenItHasCaughtUp() {
        company.deliver(
                        "orders/2024-01-30.csv",
                        HEADER + "A1,1,2024-01-30 09:00:00,tea,1,2.50\nA2,1,2024-01-30 09:00:00,cup,2,5\n")
                .runWell();
        assertEquals(List.of("conform-order_line|3|lookup_products_missing"), quarantine());
        company.deliver("products/2024-01-31.csv", "product,name\ncup,Cup\n").runWell();
        assertEquals(List.of("A1|1|2024-01-30|tea|1.000"), lines());

        company.replay(everything());
        company.replay(everything());

        assertEquals(List.of("A1|1|2024-01-30|tea|1.000", "A2|1|2024-01-30|cup|2.000"), lines());
        assertEquals(List.of(), quarantine());
        assertEquals(List.of("2024-01-30|2"), company.rows("gold/kpi_day", "order_date, orders", "order_date"));
    }

    @Test
    void linesOfAnotherSeparatorAreTakenInOnceTheMappingIsMended() {
        company.deliver(
                        "orders/2024-01-30.csv",
                        HEADER.replace(',', ';') + "A1;1;2024-01-30 09:00:00;tea;1;2.50\nA2;1;x;tea;2;5\n")
                .runWell();
        assertEquals(List.of("ingest-orders|2|wrong_header", "ingest-orders|3|wrong_header"), quarantine());

        company.configure(MAPPING.formatted(";", "refuse")).replay(everything());

        assertEquals(List.of("A1|1|2024-01-30|tea|1.000"), lines());
        assertEquals(List.of("conform-order_line|3|order_ts_mistyped"), quarantine());
        Map<String, String> once = LakeState.rows(session, company.lake());
        company.replay(everything());
        assertEquals(List.of("A1|1|2024-01-30|tea|1.000"), lines());
        assertEquals(
                once.get("silver/order_line"),
                LakeState.rows(session, company.lake()).get("silver/order_line"));
    }

    @Test
    void aReplayOfAFileThatIsGoneIsRefusedAndLosesNothing() throws Exception {
        company.deliver("orders/2024-01-30.csv", HEADER + "A1,1,2024-01-30 09:00:00,tea\n")
                .runWell();
        Files.delete(company.landing().resolve("orders/2024-01-30.csv"));

        RunReport report = company.replay(everything());

        assertTrue(report.failure().orElseThrow().getMessage().contains("No longer in the landing folder"));
        assertEquals(List.of("ingest-orders|2|wrong_number_of_fields"), quarantine());
    }

    @Test
    void aFileInANewerVersionTakesThePlaceOfTheOlderAndItsDaysAreMadeAnew() {
        company.configure(MAPPING.formatted(",", "replace"))
                .deliver(
                        "orders/2024-01-30.csv",
                        HEADER + "A1,1,2024-01-30 09:00:00,tea,1,2.50\nA2,1,2024-01-29 09:00:00,tea,2,5\nbad\n")
                .runWell();

        company.deliver("orders/2024-01-30.csv", HEADER + "A1,1,2024-01-30 09:00:00,tea,7,2.50\n")
                .runWell();

        assertEquals(List.of("A1|1|2024-01-30|tea|7.000"), lines());
        assertEquals(List.of(), quarantine());
        assertEquals(List.of("1"), company.rows("bronze/orders", "count(*)", "1"));
        assertFalse(company.rows("gold/kpi_day", "order_date", "order_date").contains("2024-01-29"));
    }

    @Test
    void aCorrectionThatMovesALineToAnotherDayLeavesNoneBehindAndKeepsTheOlderVersion() {
        company.deliver("orders/2024-01-30.csv", HEADER + "A1,1,2024-01-30 09:00:00,tea,1,2.50\n")
                .runWell();

        company.deliver("orders/2024-02-02.csv", HEADER + "A1,1,2024-01-28 09:00:00,tea,3,2.50\n")
                .runWell();

        assertEquals(List.of("A1|1|2024-01-28|tea|3.000"), lines());
        assertEquals(
                List.of("A1|2024-01-30|1.000|2024-01-30|2024-02-02"),
                company.rows(
                        "silver/order_line_superseded",
                        "order_id, order_date, quantity, known_date, superseded_date",
                        "order_id"));
    }
}
