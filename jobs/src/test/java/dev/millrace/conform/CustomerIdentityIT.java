package dev.millrace.conform;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobResult;
import dev.millrace.job.RunReport;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.IdentitySettings;
import dev.millrace.settings.Settings;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.tables.ops.QualityResult;
import dev.millrace.tables.silver.CustomerIdentity;
import dev.millrace.tables.silver.CustomerIdentityHistory;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class CustomerIdentityIT {

    private static final String HEADER = "customer,name,city,email,phone";
    private static final String A = person("a");
    private static final String B = person("b");

    private static SparkSession session;

    @TempDir
    private Path folder;

    @BeforeAll
    static void share(SparkSession shared) {
        session = shared;
    }

    private static String person(String first) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(first.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private SmallShop shop() {
        return new SmallShop(session, folder)
                .with("sources.customers.columns", "[customer, name, city, email, phone]")
                .with("entities.customer.customers.columns.email", "email")
                .with("entities.customer.customers.attributes.phone", "phone")
                .with("identity.keys.email", "lower(trim(email))")
                .with("identity.keys.phone", "attributes['phone']")
                .only("ingest-customers", "conform-customer", "build-customer_identity");
    }

    /** Two, then a third that links them by a chain, then a correction that leaves the first alone again. */
    private SmallShop chain() {
        return shop().deliver("customers/2024-01-01.csv", HEADER, "a,,,a@x,1", "b,,,b@x,2", "d,,,,")
                .deliver("customers/2024-01-02.csv", HEADER, "c,,,A@x ,2")
                .deliver("customers/2024-01-03.csv", HEADER, "c,,,c@x,2");
    }

    private static List<String> identity(SmallShop shop) {
        return shop.rows(CustomerIdentity.SPEC, "customer_id, person_id, since, linked_by", "customer_id");
    }

    private static List<String> history(SmallShop shop) {
        return shop.rows(
                CustomerIdentityHistory.SPEC,
                "customer_id, person_id, valid_from, valid_to",
                "struct(customer_id, valid_from)");
    }

    private static void day(SmallShop shop, int day) {
        shop.runWell("2024-01-0" + day, "2024-01-0" + day);
    }

    @Test
    void personsMergeAndSplitAndTheLongerKnownNameStays() {
        SmallShop shop = chain();
        day(shop, 1);
        assertEquals(
                List.of(
                        "a|" + A + "|2024-01-01|null",
                        "b|" + B + "|2024-01-01|null",
                        "d|" + person("d") + "|2024-01-01|null"),
                identity(shop));

        day(shop, 2);
        assertEquals(
                List.of(
                        "a|" + A + "|2024-01-01|email",
                        "b|" + A + "|2024-01-02|phone",
                        "c|" + A + "|2024-01-02|email, phone"),
                identity(shop).subList(0, 3));

        day(shop, 3);
        List<String> split =
                List.of("a|" + A + "|2024-01-01|null", "b|" + B + "|2024-01-03|phone", "c|" + B + "|2024-01-03|phone");
        assertEquals(split, identity(shop).subList(0, 3));
        List<String> all = List.of(
                "a|" + A + "|2024-01-01|null",
                "b|" + B + "|2024-01-01|2024-01-02",
                "b|" + A + "|2024-01-02|2024-01-03",
                "b|" + B + "|2024-01-03|null",
                "c|" + A + "|2024-01-02|2024-01-03",
                "c|" + B + "|2024-01-03|null",
                "d|" + person("d") + "|2024-01-01|null");
        assertEquals(all, history(shop));

        assertARerunChangesNothing(shop);
        shop.with("identity.max-shared", "5").runWell("2024-01-01", "2024-01-03");
        assertEquals(all, history(shop), "new settings do not unmake what was written down");
        assertEquals(split, identity(shop).subList(0, 3));
    }

    private static void assertARerunChangesNothing(SmallShop shop) {
        var files = LakeState.dataFiles(shop.lake(), "silver");
        RunReport again = shop.runWell("2024-01-01", "2024-01-03");
        assertTrue(again.jobs().stream().allMatch(job -> job.status() == JobResult.Status.UP_TO_DATE));
        assertEquals(files, LakeState.dataFiles(shop.lake(), "silver"));
    }

    @Test
    void whoIsWhoDependsNeitherOnTheOrderNorOnTheNumberOfRuns() {
        SmallShop atOnce = chain();
        atOnce.runWell("2024-01-01", "2024-01-03");
        SmallShop backwards = atOnce.into("backwards");
        List.of(3, 2, 1).forEach(day -> day(backwards, day));

        String columns = "customer_id, person_id, linked_by";
        List<String> expected =
                List.of("a|" + A + "|null", "b|" + B + "|phone", "c|" + B + "|phone", "d|" + person("d") + "|null");
        assertEquals(expected, atOnce.rows(CustomerIdentity.SPEC, columns, "customer_id"));
        assertEquals(expected, backwards.rows(CustomerIdentity.SPEC, columns, "customer_id"));
        assertEquals(
                "c|" + B + "|2024-01-03|null",
                history(atOnce).get(2),
                "a link is not dated back to before it may have been known");
    }

    @Test
    void aValueThatTooManyShareLinksNobodyAndIsToldOf() {
        SmallShop shop = shop().with("identity.max-shared", "2")
                .deliver("customers/2024-01-01.csv", HEADER, "a,,,shop@x,1", "b,,,shop@x,1", "c,,,shop@x,3");
        day(shop, 1);

        assertEquals(
                List.of(
                        "a|" + A + "|2024-01-01|phone",
                        "b|" + A + "|2024-01-01|phone",
                        "c|" + person("c") + "|2024-01-01|null"),
                identity(shop));
        assertEquals(
                List.of("identity_key_shared_email|3"),
                shop.rows(QualityResult.SPEC, "rule, rows_failed, outcome", "rule").stream()
                        .filter(row -> row.endsWith("warned"))
                        .map(row -> row.substring(0, row.lastIndexOf('|')))
                        .toList());
    }

    @Test
    void theLongerKnownNumberGivesTheNameWhateverItIs() {
        SmallShop shop = shop().deliver("customers/2024-01-01.csv", HEADER, "z,,,z@x,")
                .deliver("customers/2024-01-02.csv", HEADER, "m,,,z@x,")
                .deliver("customers/2024-01-03.csv", HEADER, "a,,,z@x,");
        List.of(1, 2, 3).forEach(day -> day(shop, day));

        assertEquals(
                List.of("a|" + person("z"), "m|" + person("z"), "z|" + person("z")),
                shop.rows(CustomerIdentity.SPEC, "customer_id, person_id", "customer_id"));
    }

    @Test
    void anAssignmentEndsWithItsNumberAndOneThatLastedNoDayIsNotKept() {
        Dataset<Row> before = session.sql("SELECT * FROM VALUES ('gone', 'p', DATE'2024-01-01', CAST(null AS DATE)),"
                + " ('today', 'p', DATE'2024-01-05', null), ('back', 'p', DATE'2024-01-01', DATE'2024-01-03'),"
                + " ('same', 'p', DATE'2024-01-02', null) AS h(customer_id, person_id, valid_from, valid_to)");
        Dataset<Row> now = session.sql("SELECT *, CAST(null AS STRING) AS linked_by, DATE'2024-01-01' AS begins FROM"
                + " VALUES ('today', 'q'), ('back', 'p'), ('same', 'p'), ('new', 'n') AS c(customer_id, person_id)");
        Dataset<Row> emptyKeys = before.selectExpr("*", "CAST(null AS STRING) AS linked_by");

        Dataset<Row> once = new IdentityHistory(emptyKeys, LocalDate.parse("2024-01-05")).with(now);
        Dataset<Row> twice = new IdentityHistory(once, LocalDate.parse("2024-01-05")).with(now);

        List<String> expected = List.of(
                "back|p|2024-01-01|2024-01-03",
                "back|p|2024-01-05|null",
                "gone|p|2024-01-01|2024-01-05",
                "new|n|2024-01-01|null",
                "same|p|2024-01-02|null",
                "today|q|2024-01-05|null");
        for (Dataset<Row> history : List.of(once, twice)) {
            assertEquals(
                    expected,
                    history.select("customer_id", "person_id", "valid_from", "valid_to").collectAsList().stream()
                            .map(row -> row.mkString("|"))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void chainsStarsAndRingsHangTogether() {
        // 1-2-…-30 in a mixed order of numbers, a ring of four, a star, and a pair.
        Stream<String> chain =
                Stream.iterate(0, i -> i + 1).limit(29).map(i -> link("c" + i * 7 % 30, "c" + (i + 1) * 7 % 30));
        Stream<String> others = Stream.of(
                link("r1", "r2"),
                link("r2", "r3"),
                link("r3", "r4"),
                link("r4", "r1"),
                link("s9", "s1"),
                link("s9", "s2"),
                link("s9", "s3"),
                link("x", "y"),
                link("y", "x"),
                link("z", "z"));
        Dataset<Row> links = session.sql("SELECT * FROM VALUES "
                + String.join(", ", Stream.concat(chain, others).toList()) + " AS l(one, other)");

        Map<String, Long> members =
                ConnectedCustomers.of(links, links.col("one"), links.col("other")).collectAsList().stream()
                        .collect(java.util.stream.Collectors.groupingBy(
                                row -> row.getString(1), java.util.stream.Collectors.counting()));

        assertEquals(Map.of("c0", 29L, "r1", 3L, "s1", 3L, "x", 1L), members);
    }

    private static String link(String one, String other) {
        return "('" + one + "', '" + other + "')";
    }

    @Test
    void aKeyThatCannotBeReadIsToldByItsSetting() throws IOException {
        Dataset<Row> customers = session.sql("SELECT 'a' AS customer_id, 'a@x' AS email");

        ConfigurationException unknown = assertThrows(
                ConfigurationException.class,
                () -> new IdentityLinks(new IdentitySettings(Map.of("mail", "lower(mail)"), 20), customers));
        assertTrue(unknown.getMessage().contains("identity.keys.mail"), unknown.getMessage());

        Path nobody = Files.writeString(folder.resolve("nobody.conf"), "identity.keys.email = email");
        Settings unmapped = SettingsLoader.load(nobody.toString(), Map.of());
        ConfigurationException noCustomers =
                assertThrows(ConfigurationException.class, () -> JobCatalog.graph(unmapped));
        assertTrue(noCustomers.getMessage().contains("identity.keys"), noCustomers.getMessage());
    }
}
