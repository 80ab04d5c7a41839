package dev.millrace.ingest;

import static dev.millrace.testing.SmallShop.ORDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.DataException;
import dev.millrace.job.RunReport;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.storage.LandingException;
import dev.millrace.tables.bronze.DeliveredRow;
import dev.millrace.tables.ops.DeliveredFile;
import dev.millrace.tables.ops.QualityResult;
import dev.millrace.tables.ops.QuarantinedRow;
import dev.millrace.tables.silver.OrderLine;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class BadInputIT {

    private static final String GOOD = "A1,tea,ann,3,2.50,2024-01-30 09:00:00,DE";
    private static final String DAY = "2024-01-30";

    @TempDir
    private Path folder;

    private SmallShop shop;

    @BeforeEach
    void open(SparkSession session) {
        shop = new SmallShop(session, folder).upTo("conform-order_line", "conform-customer", "conform-product");
    }

    private List<String> quarantine() {
        return shop.rows(QuarantinedRow.SPEC, "file, ordinal, rule, raw", "struct(file, ordinal, job)");
    }

    @Test
    void everyBadLineIsInQuarantineWithItsRuleFileLineAndText() throws IOException {
        byte[] badBytes = "A4,tea,ann,3,2.50,2024-01-30 09:00:00,M\u00e9xico\n".getBytes(StandardCharsets.ISO_8859_1);
        shop.with("quality.max-rejected-share", "1")
                .deliver(
                        "orders/a-2024-01-30.csv",
                        ORDERS,
                        GOOD,
                        "A2,tea,ann",
                        "A3,tea,ann,3,2.50,2024-01-30 09:00:00,DE,more",
                        "",
                        "A5,\"tea,ann,3,2.50,2024-01-30 09:00:00,DE",
                        "A6,tea,ann,three,2.50,2024-01-30 09:00:00,DE",
                        "A7,tea,ann,3,\"2,50\",2024-01-30 09:00:00,DE",
                        "A8,tea,ann,3,2.50,2024-02-30 09:00:00,DE",
                        ",tea,ann,3,2.50,2024-01-30 09:00:00,DE",
                        "A9,tea,ann,0,2.50,2024-01-30 09:00:00,DE")
                .deliver("orders/b-2024-01-30.csv", concat(bytes(ORDERS + "\n"), badBytes))
                .runWell(DAY, DAY);

        assertEquals(
                List.of(
                        "orders/a-2024-01-30.csv|3|wrong_number_of_fields|A2,tea,ann",
                        "orders/a-2024-01-30.csv|4|wrong_number_of_fields|A3,tea,ann,3,2.50,2024-01-30 09:00:00,DE,more",
                        "orders/a-2024-01-30.csv|6|open_quote|A5,\"tea,ann,3,2.50,2024-01-30 09:00:00,DE",
                        "orders/a-2024-01-30.csv|7|quantity_mistyped|A6,tea,ann,three,2.50,2024-01-30 09:00:00,DE",
                        "orders/a-2024-01-30.csv|8|unit_price_mistyped|A7,tea,ann,3,\"2,50\",2024-01-30 09:00:00,DE",
                        "orders/a-2024-01-30.csv|8|list_price_mistyped|A7,tea,ann,3,\"2,50\",2024-01-30 09:00:00,DE",
                        "orders/a-2024-01-30.csv|9|order_ts_mistyped|A8,tea,ann,3,2.50,2024-02-30 09:00:00,DE",
                        "orders/a-2024-01-30.csv|10|order_id_missing|,tea,ann,3,2.50,2024-01-30 09:00:00,DE",
                        "orders/a-2024-01-30.csv|11|sale_has_units|A9,tea,ann,0,2.50,2024-01-30 09:00:00,DE",
                        "orders/b-2024-01-30.csv|2|bad_encoding|A4,tea,ann,3,2.50,2024-01-30 09:00:00,M\uFFFDxico"),
                quarantine());
        assertEquals(List.of("A1"), shop.rows(OrderLine.SPEC, "order_id", "order_id"));
        assertEquals(
                List.of("orders/a-2024-01-30.csv|9|6|3", "orders/b-2024-01-30.csv|1|0|1"),
                shop.rows(DeliveredFile.SPEC, "file, rows_delivered, rows_bronze, rows_quarantined", "file"));
        byte[] kept = (byte[]) shop.table(QuarantinedRow.SPEC)
                .filter("rule = 'bad_encoding'")
                .select("raw_bytes")
                .first()
                .get(0);
        assertEquals(
                new String(badBytes, StandardCharsets.ISO_8859_1).strip(),
                new String(kept, StandardCharsets.ISO_8859_1));
    }

    @Test
    void headersAreReadByNameAndWrongOnesRejected() {
        shop.with("quality.max-rejected-share", "1")
                .deliver("orders/a-2024-01-30.csv", "\uFEFF" + ORDERS, GOOD)
                .deliver(
                        "orders/b-2024-01-30.csv",
                        "country,at,price,quantity,customer,product,order",
                        "DE,2024-01-30 09:00:00,2.50,3,ann,tea,B1")
                .deliver(
                        "orders/c-2024-01-30.csv",
                        "order,product,customer,quantity,cost,at,country",
                        "C1,tea,ann,3,2.50,2024-01-30 09:00:00,DE")
                .deliver("orders/d-2024-01-30.csv", ORDERS + ",gift", "D1,tea,ann,3,2.50,2024-01-30 09:00:00,DE,yes")
                .deliver("orders/e-2024-01-30.csv", new byte[0])
                .deliver("orders/f-2024-01-30.csv", ORDERS + "\r", GOOD.replace("A1", "F1") + "\r")
                .runWell(DAY, DAY);

        assertEquals(
                List.of("orders/c-2024-01-30.csv|2|wrong_header|C1,tea,ann,3,2.50,2024-01-30 09:00:00,DE"),
                quarantine());
        assertEquals(
                List.of("A1|7.5000|DE", "B1|7.5000|DE", "D1|7.5000|DE", "F1|7.5000|DE"),
                shop.rows(OrderLine.SPEC, "order_id, amount, country", "order_id"));
        assertEquals(
                List.of("null", "null", "yes", "null"),
                shop.rows(DeliveredRow.of(shop.settings().source("orders")), "_extra['gift']", "_file"));
        assertEquals(
                List.of("new_column_gift|1"),
                shop
                        .table(QualityResult.SPEC)
                        .filter("outcome = 'warned' AND job = 'ingest-orders'")
                        .selectExpr("rule", "rows_failed")
                        .collectAsList()
                        .stream()
                        .map(row -> row.mkString("|"))
                        .toList());
        assertEquals(
                5,
                shop.table(DeliveredFile.SPEC)
                        .filter("file <> 'orders/c-2024-01-30.csv'")
                        .count());
    }

    @Test
    void aBrokenGzipIsSetAsideWholeAndTakenInOnceMended() throws IOException {
        byte[] whole = gzip(ORDERS + "\n" + GOOD + "\n");
        shop.with("quality.max-rejected-share", "1")
                .deliver("orders/a-2024-01-30.csv", ORDERS, GOOD.replace("A1", "A2"))
                .deliver("orders/b-2024-01-30.csv.gz", Arrays.copyOf(whole, whole.length - 12))
                .runWell(DAY, DAY);

        assertEquals(List.of("orders/b-2024-01-30.csv.gz|0|unreadable_file|null"), quarantine());
        assertEquals(List.of("A2"), shop.rows(OrderLine.SPEC, "order_id", "order_id"));

        shop.deliver("orders/b-2024-01-30.csv.gz", whole).runWell(DAY, DAY);

        assertEquals(List.of("A1", "A2"), shop.rows(OrderLine.SPEC, "order_id", "order_id"));
    }

    @Test
    void tooManyBadLinesStopTheRunAndLeaveNothingBehind() {
        shop.with("quality.max-rejected-share", "0.4")
                .deliver("orders/2024-01-30.csv", ORDERS, GOOD, "A2,tea,ann", "A3,tea;ann");

        RunReport report = shop.run(DAY, DAY);

        Throwable failure = report.failure().orElseThrow();
        assertInstanceOf(DataException.class, failure);
        assertTrue(failure.getMessage().contains("2 of 3 rows"), failure.getMessage());
        assertTrue(failure.getMessage().contains("orders/2024-01-30.csv line 3: wrong_number_of_fields"));
        assertTrue(shop.store().version(OrderLine.SPEC).isEmpty());
        assertTrue(shop.store().version(QuarantinedRow.SPEC).isEmpty());
        assertFalse(Files.exists(shop.lake().resolve("bronze/orders/_delta_log")));
        assertFalse(Files.exists(shop.lake().resolve("_lease")));
    }

    @Test
    void aFileThatChangedAfterItWasTakenInStopsItsSource() {
        shop.deliver("orders/2024-01-30.csv", ORDERS, GOOD).runWell(DAY, DAY);
        shop.deliver("orders/2024-01-30.csv", ORDERS, GOOD, GOOD.replace("A1", "A2"));

        Throwable failure = shop.run(DAY, DAY).failure().orElseThrow();

        assertInstanceOf(DataException.class, failure);
        assertTrue(failure.getMessage().contains("Changed after they were taken in: orders/2024-01-30.csv"));
        assertEquals(1, shop.table(OrderLine.SPEC).count());
    }

    @Test
    void aMissingLandingFolderIsToldByName() {
        shop.with("landing", folder.resolve("nowhere").toString());

        LandingException failure = assertThrows(LandingException.class, () -> shop.run(DAY, DAY));

        assertTrue(failure.getMessage().contains("nowhere"), failure.getMessage());
    }

    @Test
    void aPathWithoutADayAndTwoSourcesForOneFileAreRefused() {
        shop.deliver("orders/january.csv", ORDERS, GOOD);
        assertTrue(assertThrows(LandingException.class, () -> shop.run(DAY, DAY))
                .getMessage()
                .contains("orders/january.csv"));

        shop.deliver("customers/2024-01-30.csv", SmallShop.CUSTOMERS, "ann,Ann,Bonn")
                .with("sources.orders.files", "customers/*");
        assertTrue(assertThrows(ConfigurationException.class, () -> shop.run(DAY, DAY))
                .getMessage()
                .contains("customers/2024-01-30.csv"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(bytes(text));
        }
        return bytes.toByteArray();
    }
}
