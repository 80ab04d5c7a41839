package dev.millrace.conform;

import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobResult;
import dev.millrace.job.Phase;
import dev.millrace.job.RunListener;
import dev.millrace.storage.CommitTag;
import dev.millrace.storage.PreCommit;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import dev.millrace.tables.silver.Customer;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was delivered of customers, late, blank, corrected and taken back, and the three tables that it adds up to. */
@ExtendWith(SparkExtension.class)
class DimensionHistoryIT {

    private static final TableSpec CHANGES = Customer.ENTITY.changes();
    private static final TableSpec VERSIONS = Customer.ENTITY.versions();
    private static final String HEADER = "customer,name,city,updated";
    private static final String VERSION =
            "customer_id, name, city, country, cast(valid_from as string), cast(valid_to as string), is_current, known_date";
    private static final String VERSION_ORDER = "struct(customer_id, valid_from)";

    @TempDir
    private static Path folder;

    private static SparkSession session;
    private static SmallShop shop;
    private static Map<String, String> clean;

    @BeforeAll
    static void runFourDaysAtOnce(SparkSession shared) {
        session = shared;
        shop = delivered(folder);
        shop.runWell("2024-01-01", "2024-01-04");
        clean = LakeState.rows(session, shop.lake());
    }

    private static SmallShop delivered(Path where) {
        return new SmallShop(session, where)
                .with("sources.customers.columns", "[customer, name, city, updated]")
                .only("ingest-orders", "ingest-customers", "conform-customer")
                .with("entities.customer.customers.columns.valid_from", "updated")
                .deliver("orders/2024-01-02.csv", SmallShop.ORDERS, "A1,tea,bob,3,2.50,2024-01-02 09:00:00,FR")
                .deliver(
                        "customers/2024-01-01.csv",
                        HEADER,
                        "ann,Ann,Bonn,2024-01-01 10:00:00",
                        "bob,Bob,Lyon,2024-01-01 11:00:00")
                .deliver(
                        "customers/2024-01-02.csv",
                        HEADER,
                        "ann,,Kiel,2024-01-02 09:00:00",
                        "bob,Bob,Lyon,2024-01-02 08:00:00")
                .deliver(
                        "customers/2024-01-03.csv",
                        HEADER,
                        "ann,Anne,Ulm,2024-01-01 20:00:00",
                        "cat,Cat,Nice,",
                        "dan,Dan,Oslo,2024-01-02 09:00:00")
                .deliver(
                        "customers/2024-01-04.csv",
                        HEADER,
                        "ann,,Rome,2024-01-02 09:00:00",
                        "bob,,Paris,2024-01-04 07:00:00",
                        "dan,Daniel,,2024-01-02 09:00:00");
    }

    /** As if the file of the third day had been delivered anew, without cat and with another ann. */
    private static void replaceAFile(SmallShop where) {
        TableSpec bronze = DeliveredRow.of(where.settings().source("customers"));
        Column replaced = DeliveredRow.FILE.col().equalTo("customers/2024-01-03.csv");
        Dataset<Row> rows = where.table(bronze)
                .filter(replaced)
                .filter("customer = 'ann'")
                .withColumn("name", lit("Anna"))
                .withColumn("updated", lit("2024-01-03 20:00:00"));
        CommitTag tag = new CommitTag("again", "ingest-customers", "", "2024-01-03", Map.of(), List.of());
        where.store().replaceWhere(bronze, rows, replaced, tag, PreCommit.NONE);
    }

    @Test
    void everyDescriptionStaysAsItWasDelivered() {
        assertEquals(
                List.of(
                        "ann|Ann|Bonn|2024-01-01 10:00:00|2024-01-01",
                        "ann|null|Kiel|2024-01-02 09:00:00|2024-01-02",
                        "ann|Anne|Ulm|2024-01-01 20:00:00|2024-01-03",
                        "ann|null|Rome|2024-01-02 09:00:00|2024-01-04"),
                shop.rows(
                                CHANGES,
                                "customer_id, name, city, cast(valid_from as string), known_date",
                                "struct(customer_id, known_date)")
                        .subList(0, 4));
        assertEquals(
                List.of("bob|2024-01-02 00:00:00|2024-01-02|orders", "cat|2024-01-03 00:00:00|2024-01-03|customers"),
                shop
                        .rows(
                                CHANGES,
                                "customer_id, cast(valid_from as string), known_date, mapping",
                                "struct(customer_id, valid_from)")
                        .stream()
                        .filter(row -> row.contains("00:00:00"))
                        .toList());
    }

    @Test
    void aVersionIsAPeriodInWhichNothingChanged() {
        assertEquals(
                List.of(
                        "ann|Ann|Bonn|null|2024-01-01 10:00:00|2024-01-01 20:00:00|false|2024-01-01",
                        "ann|Anne|Ulm|null|2024-01-01 20:00:00|2024-01-02 09:00:00|false|2024-01-03",
                        "ann|Anne|Rome|null|2024-01-02 09:00:00|null|true|2024-01-04",
                        "bob|Bob|Lyon|null|2024-01-01 11:00:00|2024-01-02 00:00:00|false|2024-01-01",
                        "bob|Bob|Lyon|FR|2024-01-02 00:00:00|2024-01-04 07:00:00|false|2024-01-02",
                        "bob|Bob|Paris|FR|2024-01-04 07:00:00|null|true|2024-01-04",
                        "cat|Cat|Nice|null|2024-01-03 00:00:00|null|true|2024-01-03",
                        "dan|Daniel|Oslo|null|2024-01-02 09:00:00|null|true|2024-01-04"),
                shop.rows(VERSIONS, VERSION, VERSION_ORDER));
    }

    @Test
    void theNewestStateIsTheCurrentVersion() {
        String columns = "customer_id, name, city, country";
        List<String> current = shop
                .table(VERSIONS)
                .filter("is_current")
                .orderBy("customer_id")
                .selectExpr(columns.split(", "))
                .collectAsList()
                .stream()
                .map(row -> row.mkString("|"))
                .toList();

        assertEquals(
                List.of("ann|Anne|Rome|null", "bob|Bob|Paris|FR", "cat|Cat|Nice|null", "dan|Daniel|Oslo|null"),
                current);
        assertEquals(current, shop.rows(Customer.SPEC, columns, "customer_id"));
    }

    @ParameterizedTest(name = "days in the order {0}")
    @CsvSource({"1 2 3 4", "4 3 2 1", "3 1 4 2"})
    void daysInAnyOrderGiveTheSameTables(String order) {
        SmallShop other = shop.into("order " + order);
        for (String day : List.of(order.split(" ", -1))) {
            other.runWell("2024-01-0" + day, "2024-01-0" + day);
        }

        assertEquals(clean, LakeState.rows(session, other.lake()));
    }

    @Test
    void aSecondRunChangesNoFileAndADayTouchesOnlyItsKeys() {
        SmallShop again = shop.into("again");
        again.runWell("2024-01-01", "2024-01-03");
        var before = LakeState.dataFiles(again.lake(), "silver/customer_change");
        again.runWell("2024-01-04", "2024-01-04");
        var files = LakeState.dataFiles(again.lake(), "bronze", "silver");

        assertTrue(files.entrySet().containsAll(before.entrySet()), "what was delivered before stays where it lies");
        assertTrue(again.runWell("2024-01-01", "2024-01-04").jobs().stream()
                .allMatch(job -> job.status() == JobResult.Status.UP_TO_DATE));
        assertEquals(files, LakeState.dataFiles(again.lake(), "bronze", "silver"));
    }

    @Test
    void aReplacedFileTakesItsRowsAway(@TempDir Path own) {
        SmallShop replaced = delivered(own);
        replaced.runWell("2024-01-01", "2024-01-04");
        replaceAFile(replaced);
        replaced.only("conform-customer").runWell("2024-01-01", "2024-01-04");

        assertEquals(
                List.of(
                        "ann|Ann|Bonn|null|2024-01-01 10:00:00|2024-01-02 09:00:00|false|2024-01-01",
                        "ann|Ann|Rome|null|2024-01-02 09:00:00|2024-01-03 20:00:00|false|2024-01-04",
                        "ann|Anna|Ulm|null|2024-01-03 20:00:00|null|true|2024-01-03",
                        "dan|Daniel|null|null|2024-01-02 09:00:00|null|true|2024-01-04"),
                replaced.rows(VERSIONS, VERSION, VERSION_ORDER).stream()
                        .filter(row -> !row.startsWith("bob"))
                        .toList());
        assertEquals(
                List.of("ann|Ulm", "bob|Paris", "dan|null"),
                replaced.rows(Customer.SPEC, "customer_id, city", "customer_id"));
        assertEquals(0, replaced.table(CHANGES).filter("customer_id = 'cat'").count());
    }

    /**
     * A replaced file takes away cat, whom nothing names any more, and dan's city, whose version another file brought: only the
     * old changes tell that they are touched.
     */
    @ParameterizedTest(name = "stopped after {0} of the three commits")
    @CsvSource({"1", "2"})
    void aRunThatStopsBetweenItsCommitsIsMadeGoodByTheNext(int commits, @TempDir Path own) {
        SmallShop undisturbed = delivered(own);
        SmallShop stopped = undisturbed.into("stopped");
        for (SmallShop each : List.of(undisturbed, stopped)) {
            each.runWell("2024-01-01", "2024-01-04");
            replaceAFile(each);
            each.only("conform-customer");
        }
        undisturbed.runWell("2024-01-01", "2024-01-04");

        assertTrue(stopped.run("2024-01-01", "2024-01-04", stoppingAfter(commits))
                .failure()
                .isPresent());
        stopped.runWell("2024-01-01", "2024-01-04");

        assertEquals(LakeState.rows(session, undisturbed.lake()), LakeState.rows(session, stopped.lake()));
    }

    private static RunListener stoppingAfter(int commits) {
        return new RunListener() {
            private int seen;

            @Override
            public void phase(String job, Phase reached) {
                if ("conform-customer".equals(job) && reached == Phase.COMMITTED && ++seen == commits) {
                    throw new IllegalStateException("stopped after " + commits + " commits");
                }
            }
        };
    }
}
