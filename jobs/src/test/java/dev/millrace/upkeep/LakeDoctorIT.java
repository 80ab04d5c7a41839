package dev.millrace.upkeep;

import static dev.millrace.testing.SmallShop.CUSTOMERS;
import static dev.millrace.testing.SmallShop.ORDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.storage.LakeInspection;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import dev.millrace.upkeep.Finding.Severity;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.delta.DeltaLog;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import scala.Option;

/** A lake that a run left is damaged in one way, and the doctor names it. */
@ExtendWith(SparkExtension.class)
class LakeDoctorIT {

    private static final String LINES = "silver/order_line";

    @TempDir
    private static Path folder;

    private static SparkSession session;
    private static SmallShop shop;

    private Path lake;

    @BeforeAll
    static void runTwice(SparkSession shared) {
        session = shared;
        shop = new SmallShop(shared, folder)
                .upTo("conform-customer", "publish-kpi_day")
                .deliver("orders/2024-01-30.csv", ORDERS, "A1,tea,ann,3,2.50,2024-01-30 09:00:00,DE", "A1,tea")
                .deliver("customers/2024-01-30.csv", CUSTOMERS, "ann,Ann,Bonn");
        shop.runWell("2024-01-30", "2024-01-30");
        shop.deliver("orders/2024-01-31.csv", ORDERS, "A2,tea,bob,3,2.50,2024-01-31 09:00:00,DE");
        shop.runWell("2024-01-31", "2024-01-31");
    }

    @BeforeEach
    void copy() throws IOException {
        lake = Files.createTempDirectory(folder, "lake");
        copy(shop.lake(), lake);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private List<Finding> examine() {
        return LakeDoctor.examine(session, lake.toString(), Duration.ofMinutes(5));
    }

    private List<Finding> ailing() {
        return examine().stream()
                .filter(finding -> finding.severity() != Severity.OK)
                .toList();
    }

    /** The only finding there must be. */
    private Finding only() {
        List<Finding> ailing = ailing();
        assertEquals(1, ailing.size(), ailing.toString());
        assertFalse(ailing.get(0).why().isBlank());
        assertFalse(ailing.get(0).action().isBlank());
        return ailing.get(0);
    }

    private void assertOnly(Severity severity, String table, String seen) {
        Finding finding = only();
        assertEquals(severity, finding.severity(), finding.toString());
        assertEquals(table, finding.table(), finding.toString());
        assertTrue(finding.seen().contains(seen), finding.toString());
    }

    private Path log(String table, String name) {
        return lake.resolve(table).resolve("_delta_log").resolve(name);
    }

    private Set<String> active(String table) {
        return new LakeInspection(session, lake.toString()).log(table).active().keySet();
    }

    private Path dataFile(String table) {
        return lake.resolve(table).resolve(active(table).iterator().next());
    }

    private Map<String, Instant> everyFile() throws IOException {
        Map<String, Instant> files = new TreeMap<>();
        try (Stream<Path> walk = Files.walk(lake)) {
            for (Path file : (Iterable<Path>) walk::iterator) {
                files.put(file.toString(), Files.getLastModifiedTime(file).toInstant());
            }
        }
        return files;
    }

    @Test
    void aSoundLakeHasOneGoodFindingATableAndIsLeftAsItWas() throws IOException {
        Map<String, Instant> before = everyFile();

        List<Finding> findings = examine();

        assertEquals(List.of(), ailing());
        assertTrue(findings.stream().anyMatch(finding -> finding.table().equals(LINES)));
        assertEquals(before, everyFile());
    }

    @Test
    void theLeaseOfADeadRunIsAProblemAndThatOfALiveOneIsNot() throws IOException {
        String host = InetAddress.getLocalHost().getHostName();
        Path lease = lake.resolve("_lease");
        String text = "{\"run\":\"r1\",\"host\":\"%s\",\"pid\":%d,\"since\":\"2024-01-01T00:00:00Z\"}";
        Files.writeString(lease, text.formatted(host, ProcessHandle.current().pid()));
        assertEquals(List.of(), ailing());

        Files.writeString(lease, text.formatted(host, 99999999));
        assertOnly(Severity.PROBLEM, "_lease", "run r1");

        Files.writeString(lease, text.formatted("elsewhere", 1));
        Files.setLastModifiedTime(lease, FileTime.from(Instant.now().minusSeconds(600)));
        assertOnly(Severity.PROBLEM, "_lease", "run r1");

        Files.writeString(lease, "");
        Files.setLastModifiedTime(lease, FileTime.from(Instant.now().minusSeconds(600)));
        assertOnly(Severity.PROBLEM, "_lease", "cannot be read");
    }

    @Test
    void whatWasTakenInAndNotRecordedIsAProblem() throws IOException {
        deleteTree(lake.resolve("ops/file"));

        List<Finding> ailing = ailing();

        assertEquals(2, ailing.size(), ailing.toString());
        assertTrue(ailing.get(0).seen().contains("that ops/file does not record"), ailing.toString());
        assertEquals(Severity.PROBLEM, ailing.get(0).severity());
    }

    @Test
    void tablesThatAreNewerThanThePublicationAreAProblem() throws IOException {
        Set<String> files = new HashSet<>(active("ops/publication"));
        Files.delete(log("ops/publication", "00000000000000000001.json"));
        files.removeAll(active("ops/publication"));
        Files.delete(lake.resolve("ops/publication").resolve(files.iterator().next()));

        assertOnly(Severity.PROBLEM, "ops/publication", "silver/order_line");
    }

    @Test
    void aTableWhoseLogLostItsEndIsAProblem() throws IOException {
        Files.delete(log(LINES, "00000000000000000001.json"));

        assertTrue(
                ailing().stream()
                        .anyMatch(finding -> finding.table().equals(LINES)
                                && finding.severity() == Severity.PROBLEM
                                && finding.seen().contains("ops/publication names version 1")),
                ailing().toString());
    }

    @Test
    void filesThatNoVersionNamesAreAWarning() throws IOException {
        Files.copy(dataFile(LINES), lake.resolve(LINES).resolve("part-left-behind.parquet"));

        assertOnly(Severity.WARNING, LINES, "part-left-behind.parquet");
    }

    @Test
    void aMissingCommitATornOneAndAnEmptyOneAreProblems() throws IOException {
        Files.delete(log(LINES, "00000000000000000000.json"));
        assertTrue(only().seen().contains("begins with commit 1"), only().toString());

        Files.writeString(log(LINES, "00000000000000000000.json"), "{\"commitInfo\":{\"timest");
        assertTrue(only().seen().contains("commit 0 cannot be read"), only().toString());

        Files.writeString(log(LINES, "00000000000000000000.json"), "");
        assertTrue(only().seen().contains("commit 0 is empty"), only().toString());
    }

    @Test
    void aGapInTheLogIsAProblem() throws IOException {
        Files.move(log(LINES, "00000000000000000001.json"), log(LINES, "00000000000000000002.json"));

        assertOnly(Severity.PROBLEM, LINES, "lacks commit [1]");
    }

    @Test
    void aCheckpointThatIsPointedAtAndMissingIsAProblem() throws IOException {
        Files.writeString(log(LINES, "_last_checkpoint"), "{\"version\":1,\"size\":3}");
        assertOnly(Severity.PROBLEM, LINES, "checkpoint of version 1, which is missing");

        Files.writeString(log(LINES, "00000000000000000001.checkpoint.parquet"), "no parquet");
        assertOnly(Severity.PROBLEM, LINES, "checkpoint of version 1 cannot be read");
    }

    @Test
    void aLogThatBeginsWithACheckpointIsSound() throws IOException {
        var log = DeltaLog.forTable(session, lake.resolve(LINES).toString());
        log.checkpoint(log.update(false, Option.empty(), Option.empty()), Option.empty());
        Files.delete(log(LINES, "00000000000000000000.json"));
        assertEquals(List.of(), ailing());

        Files.delete(dataFile(LINES));
        assertOnly(Severity.PROBLEM, LINES, "missing or have another size");
    }

    @Test
    void aDataFileThatIsMissingOrCutIsAProblem() throws IOException {
        Files.write(dataFile(LINES), new byte[] {1}, StandardOpenOption.APPEND);
        assertOnly(Severity.PROBLEM, LINES, "1 data file(s) of the newest version are missing or have another size");

        Files.delete(dataFile("silver/customer"));
        assertEquals(2, ailing().size());
    }

    @Test
    void anotherProgramsCommitIsTold() {
        write("INSERT INTO delta.`%s` SELECT * FROM delta.`%s` WHERE order_date IS NOT NULL", "gold/kpi_day");
        List<Finding> ailing = ailing();
        assertEquals("gold/kpi_day", ailing.get(0).table());
        assertEquals(Severity.WARNING, ailing.get(0).severity());
        assertTrue(ailing.get(0).seen().contains("no run of Millrace made"), ailing.toString());

        write("DELETE FROM delta.`%s`", "bronze/orders");
        assertTrue(ailing().stream()
                .anyMatch(
                        finding -> finding.table().equals("bronze/orders") && finding.severity() == Severity.PROBLEM));
    }

    @Test
    void compactionByAnotherProgramIsNone() {
        write("OPTIMIZE delta.`%s`", "bronze/orders");

        assertEquals(List.of(), ailing());
    }

    @Test
    void columnsThatNobodyDeclaredAndTablesThatNotEveryoneCanReadAreProblems() {
        write("ALTER TABLE delta.`%s` ADD COLUMN strange STRING", LINES);
        assertTrue(ailing().stream()
                .anyMatch(finding ->
                        finding.table().equals(LINES) && finding.seen().contains("strange is not declared")));

        write("ALTER TABLE delta.`%s` SET TBLPROPERTIES ('delta.enableDeletionVectors' = 'true')", "gold/kpi_day");
        assertTrue(ailing().stream()
                .anyMatch(finding -> finding.table().equals("gold/kpi_day")
                        && finding.seen().contains("reader version 3")
                        && finding.seen().contains("deletion vectors")));
    }

    @Test
    void foldersThatAreNoTablesAreWarnings() throws IOException {
        Files.createDirectories(lake.resolve("gold/notes"));
        Files.createDirectories(lake.resolve("export"));
        Files.writeString(lake.resolve("silver/readme.txt"), "hello");
        session.range(1).write().format("delta").save(lake.resolve("gold/mine").toString());

        List<Finding> ailing = ailing();

        assertEquals(
                List.of("export", "gold/mine", "gold/mine", "gold/notes", "silver/readme.txt"),
                ailing.stream().map(Finding::table).sorted().toList(),
                ailing.toString());
    }

    private void write(String sql, String table) {
        session.sql(sql.replace("%s", lake.resolve(table).toString()));
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> walk = Files.walk(tree)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
