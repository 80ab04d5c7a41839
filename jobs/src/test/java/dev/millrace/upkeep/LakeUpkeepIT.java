package dev.millrace.upkeep;

import static dev.millrace.testing.SmallShop.CUSTOMERS;
import static dev.millrace.testing.SmallShop.ORDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobResult;
import dev.millrace.job.RunReport;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.storage.LakeInspection;
import dev.millrace.storage.LakeLease;
import dev.millrace.storage.LeaseHeldException;
import dev.millrace.tables.ops.DeliveredFile;
import dev.millrace.tables.ops.JobRun;
import dev.millrace.tables.ops.Publication;
import dev.millrace.tables.ops.QualityResult;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import dev.millrace.upkeep.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Upkeep of a lake of a few small files a table. */
@ExtendWith(SparkExtension.class)
class LakeUpkeepIT {

    private static final String LINES = "silver/order_line";
    private static final AtomicInteger UPKEEPS = new AtomicInteger();

    @TempDir
    private static Path folder;

    private static SparkSession session;
    private static SmallShop untouched;

    private SmallShop shop;

    @BeforeAll
    static void runTwoDays(SparkSession shared) {
        session = shared;
        untouched = new SmallShop(shared, folder)
                .upTo("conform-customer", "publish-kpi_day")
                .with("upkeep.fold-from", "2")
                .deliver("orders/2024-01-30.csv", ORDERS, "A1,tea,ann,3,2.50,2024-01-30 09:00:00,DE", "A1,tea")
                .deliver("customers/2024-01-30.csv", CUSTOMERS, "ann,Ann,Bonn");
        untouched.runWell("2024-01-30", "2024-01-30");
        untouched.deliver("orders/2024-01-31.csv", ORDERS, "A2,tea,bob,3,2.50,2024-01-31 09:00:00,DE");
        untouched.runWell("2024-01-31", "2024-01-31");
    }

    @BeforeEach
    void copy() throws IOException {
        shop = untouched.into("lake-" + UPKEEPS.incrementAndGet());
        try (Stream<Path> files = Files.walk(untouched.lake())) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.copy(
                        file,
                        shop.lake().resolve(untouched.lake().relativize(file).toString()));
            }
        }
    }

    private LakeUpkeep upkeep() {
        return new LakeUpkeep(session, shop.settings(), "upkeep-" + UPKEEPS.incrementAndGet());
    }

    private TableCare tend(String table) {
        return upkeep().only(List.of(table)).tend(() -> {}).get(0);
    }

    private TableCare tendAll(String table) {
        return of(table, upkeep().tend(() -> {}));
    }

    private static TableCare of(String table, List<TableCare> cares) {
        return cares.stream()
                .filter(care -> care.table().equals(table))
                .findFirst()
                .orElseThrow();
    }

    private Path log(String table) {
        return shop.lake().resolve(table).resolve("_delta_log");
    }

    private Path orphan(Duration age) throws IOException {
        Path file = Files.writeString(
                shop.lake().resolve(LINES).resolve("part-" + age.toHours() + ".parquet"), "left by a killed run");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now().minus(age)));
        return file;
    }

    /** Younger commits stay younger, or Delta does not know which are old enough. */
    private static void age(Path logFolder, Duration age) throws IOException {
        Instant time = Instant.now().minus(age);
        try (Stream<Path> files = Files.list(logFolder)) {
            for (Path file : files.sorted().toList()) {
                time = time.plusSeconds(1);
                Files.setLastModifiedTime(file, FileTime.from(time));
            }
        }
    }

    private Map<String, Instant> everyFile() throws IOException {
        Map<String, Instant> found = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(shop.lake())) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                found.put(file.toString(), Files.getLastModifiedTime(file).toInstant());
            }
        }
        return found;
    }

    private void assertNothingIsStale() {
        RunReport report = shop.runWell("2024-01-31", "2024-01-31");
        report.jobs().forEach(job -> assertEquals(JobResult.Status.UP_TO_DATE, job.status(), job.toString()));
    }

    private Map<String, Long> published() {
        return new TreeMap<>(shop.table(Publication.SPEC)
                .selectExpr("max_by(versions, published_at)")
                .first()
                .getJavaMap(0));
    }

    @Test
    void foldedFilesHoldTheSameRowsAndMakeNothingStale() {
        Map<String, String> rows = LakeState.rows(session, shop.lake());

        TableCare care = tendAll(LINES);

        assertEquals(2, care.filesBefore());
        assertEquals(1, care.filesAfter());
        assertEquals(rows, LakeState.rows(session, shop.lake()));
        assertNothingIsStale();
        assertEquals(rows, LakeState.rows(session, shop.lake()));
    }

    @Test
    void whatIsPublishedAfterUpkeepAreTheVersionsThatItMade() {
        Map<String, Long> before = published();

        tendAll(LINES);

        assertTrue(published().get(LINES) > before.get(LINES));
        published()
                .forEach((table, version) -> assertEquals(
                        version,
                        new LakeInspection(session, shop.lake().toString())
                                .log(table)
                                .version()
                                .orElseThrow(),
                        table));
        assertEquals(
                List.of(),
                LakeDoctor.examine(session, shop.lake().toString(), Duration.ofMinutes(5)).stream()
                        .filter(finding -> finding.severity() == Severity.PROBLEM)
                        .toList());
    }

    @Test
    void nothingIsStaleWhenTheLogHasForgottenTheCommitsBeforeUpkeep() throws IOException {
        shop.with("upkeep.log-kept", "8d");
        tendAll(LINES);
        for (String table : List.of("bronze/orders", LINES, "silver/customer", "gold/kpi_day")) {
            age(log(table), Duration.ofDays(20));
        }
        DeltaLog.clearCache();

        tendAll(LINES);

        assertFalse(Files.exists(log(LINES).resolve("00000000000000000000.json")));
        assertFalse(Files.exists(log("bronze/orders").resolve("00000000000000000000.json")));
        assertNothingIsStale();
        shop.deliver("orders/2024-02-01.csv", ORDERS, "A3,tea,bob,3,2.50,2024-02-01 09:00:00,DE");
        RunReport report = shop.runWell("2024-02-01", "2024-02-01");
        report.jobs().stream()
                .filter(job -> job.job().equals("conform-order_line"))
                .forEach(job -> assertEquals("2024-02-01", job.days()));
    }

    @Test
    void filesThatNoVersionNeedsGoWhenTheyAreOldAndNotBefore() throws IOException {
        Path old = orphan(Duration.ofDays(8));
        Path young = orphan(Duration.ofDays(6));

        TableCare care = tend(LINES);

        assertEquals(1, care.filesDeleted());
        assertEquals(20, care.bytesFreed());
        assertFalse(Files.exists(old));
        assertTrue(Files.exists(young));
    }

    @Test
    void aRetentionOfLessThanADayNeedsToBeToldThatNobodyReads() throws IOException {
        shop.with("upkeep.vacuum-after", "2h");
        Path old = orphan(Duration.ofHours(3));

        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> upkeep().requireSafe(false));

        assertTrue(refused.getMessage().contains("--nobody-reads"), refused.getMessage());
        upkeep().requireSafe(true);
        tend(LINES);
        assertFalse(Files.exists(old));
        assertNothingIsStale();
    }

    @Test
    void aDryRunTellsTheSameAndWritesNothing() throws IOException {
        orphan(Duration.ofDays(8));
        Map<String, Instant> before = everyFile();

        TableCare preview = upkeep().only(List.of(LINES)).preview().get(0);

        assertEquals(before, everyFile());
        assertEquals(preview, tend(LINES));
    }

    @Test
    void twiceIsOnce() {
        tend(LINES);
        Map<String, Long> published = published();

        tend(LINES);

        assertEquals(published, published());
    }

    @Test
    void whatIsNotPublishedYetIsLeftAlone() {
        shop.deliver("orders/2024-02-02.csv", ORDERS, "A3,tea,bob,x,2.50,2024-02-02 09:00:00,DE");
        shop.with("quality.max-rejected-share", "0");
        assertTrue(shop.run("2024-02-02", "2024-02-02").failure().isPresent());

        assertEquals(
                "left alone: its newest rows are not published; finish the run first",
                tend("bronze/orders").note());
        shop.with("quality.max-rejected-share", "1").runWell("2024-02-02", "2024-02-02");
        assertEquals("", tend("bronze/orders").note());
    }

    @Test
    void aDamagedLogIsLeftAlone() throws IOException {
        Files.writeString(log(LINES).resolve("_last_checkpoint"), "{\"version\":1,\"size\":3}");

        assertTrue(tend(LINES).note().contains("'millrace doctor'"));
    }

    @Test
    void recordsOfRunsGoWhenTheyAreOldButTheNewestPublicationAndTheFilesStay() {
        shop.with("upkeep.keep-days.ops", "30");
        tendAll(LINES);
        long runs = shop.table(JobRun.SPEC).count();
        String oldest =
                shop.table(JobRun.SPEC).selectExpr("min(run_id)").first().getString(0);
        session.sql("UPDATE delta.`" + shop.store().path(JobRun.SPEC)
                + "` SET started_at = TIMESTAMP'2024-01-01 00:00:00' WHERE run_id = '" + oldest + "'");

        assertEquals(runs / 2, tendAll(JobRun.SPEC.id()).rowsDeleted());

        assertEquals(runs / 2, shop.table(JobRun.SPEC).count());
        assertEquals(
                1, shop.table(QualityResult.SPEC).select("run_id").distinct().count());
        assertEquals(3, shop.table(DeliveredFile.SPEC).count());
        assertFalse(published().isEmpty());
        assertNothingIsStale();
    }

    @Test
    void aTableThatIsNotThereIsToldWithTheNearest() {
        ConfigurationException refused = assertThrows(ConfigurationException.class, () -> tend("silver/order_lines"));

        assertTrue(refused.getMessage().contains("silver/order_line"), refused.getMessage());
    }

    @Test
    void tablesThatWereNotAskedForAreNotTouched() throws IOException {
        Path other = log("gold/kpi_day");
        long commits;
        try (Stream<Path> files = Files.list(other)) {
            commits = files.count();
        }

        assertEquals(1, upkeep().only(List.of(LINES)).tend(() -> {}).size());

        try (Stream<Path> files = Files.list(other)) {
            assertEquals(commits, files.count());
        }
    }

    @Test
    void aLakeThatARunHoldsIsLeftAlone() {
        try (LakeLease lease = LakeLease.take(
                shop.lake().toString(),
                "a run",
                Duration.ZERO,
                Duration.ofMinutes(5),
                session.sessionState().newHadoopConf())) {
            assertThrows(LeaseHeldException.class, () -> tend(LINES));
        }
    }
}
