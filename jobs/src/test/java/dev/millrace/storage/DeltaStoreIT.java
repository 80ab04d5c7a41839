package dev.millrace.storage;

import static dev.millrace.table.Field.optional;
import static dev.millrace.table.Field.required;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.quality.ContractChecker;
import dev.millrace.quality.ContractException;
import dev.millrace.table.ColumnTypes;
import dev.millrace.table.DaySet;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.table.WriteMode;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class DeltaStoreIT {

    private static final Field ID = required("id", ColumnTypes.STRING, "Number");
    private static final Field DAY = optional("day", ColumnTypes.DATE, "Day");
    private static final Field VALUE = optional("value", ColumnTypes.INT, "Value");
    private static final TableSpec TABLE = TableSpec.gold("thing")
            .grain("one row per thing")
            .fields(ID, DAY, VALUE)
            .key(ID)
            .day(DAY)
            .check("value_not_negative", "value IS NULL OR value >= 0");
    private static final CommitTag TAG = new CommitTag("run", "job", "", "", Map.of(), List.of());

    @TempDir
    private Path lake;

    private SparkSession session;
    private DeltaStore store;

    @BeforeEach
    void open(SparkSession shared) {
        session = shared;
        store = new DeltaStore(shared, lake.toString());
    }

    private Dataset<Row> rows(String values) {
        return session.sql("SELECT i AS id, CAST(d AS DATE) AS day, CAST(v AS INT) AS value FROM VALUES " + values
                + " AS x(i, d, v)");
    }

    private List<String> content() {
        return store.read(TABLE).orderBy("id", "day").collectAsList().stream()
                .map(row -> row.mkString("|"))
                .toList();
    }

    private Receipt replace(String days, String values) {
        return store.replace(TABLE, rows(values), DaySet.parse(days), TAG, this::uniqueKey);
    }

    private CommitTag uniqueKey(StagedRows staged, CommitTag tag) {
        ContractChecker.requireUniqueKey(TABLE, staged, session);
        return tag;
    }

    @Test
    void replacingADayLeavesTheOthersAndTellsItsDays() {
        replace("all", "('a', '2024-01-01', 1), ('b', '2024-01-02', 2), ('c', '2024-01-03', 3)");
        replace("2024-01-02", "('d', '2024-01-02', 4), ('e', '2024-01-02', 5)");

        assertEquals(List.of("a|2024-01-01|1", "c|2024-01-03|3", "d|2024-01-02|4", "e|2024-01-02|5"), content());
        List<TaggedCommit> after = store.commitsAfter(TABLE, 0).orElseThrow();
        assertEquals("2024-01-02", after.get(0).tag().days());
    }

    @Test
    void aBrokenContractLeavesTheTableAsItWas() {
        replace("all", "('a', '2024-01-01', 1)");
        var files = LakeState.dataFiles(lake, "gold");

        assertThrows(
                ContractException.class, () -> replace("2024-01-02", "('b', '2024-01-02', 1), ('b', '2024-01-02', 2)"));
        assertEquals(files, LakeState.dataFiles(lake, "gold"));
        assertThrows(Exception.class, () -> replace("2024-01-02", "('c', '2024-01-02', -1)"));
        assertThrows(Exception.class, () -> replace("2024-01-02", "(CAST(null AS STRING), '2024-01-02', 1)"));

        assertEquals(0L, store.version(TABLE).orElseThrow());
        assertEquals(List.of("a|2024-01-01|1"), content());
    }

    @Test
    void aMergeTouchesOnlyWhatDiffersAndTellsOldAndNewDays() {
        TableSpec merged = TABLE.write(WriteMode.MERGE_ON_KEY);
        store.merge(merged, rows("('a', '2024-01-05', 1), ('b', '2024-01-06', 2)"), TAG, this::uniqueKey);
        var files = LakeState.dataFiles(lake, "gold");

        Receipt same = store.merge(merged, rows("('a', '2024-01-05', 1)"), TAG, this::uniqueKey);
        assertEquals(0, same.rows());
        assertEquals(files, LakeState.dataFiles(lake, "gold"));

        Receipt moved = store.merge(merged, rows("('a', '2024-01-02', 1), ('c', null, 3)"), TAG, this::uniqueKey);
        assertEquals(2, moved.rows());
        assertEquals("2024-01-02,2024-01-05", moved.days().toString());
        assertEquals(List.of("a|2024-01-02|1", "b|2024-01-06|2", "c|null|3"), content());
    }

    @Test
    void replacedKeysLoseTheRowsThatAreNotMentionedAndKeepTheirNeighbours() {
        TableSpec replaced = TABLE.key(ID, DAY).write(WriteMode.REPLACE_KEYS);
        store.replaceKeys(
                replaced,
                rows("('a', '2024-01-01', 1), ('a', '2024-01-02', 2), ('b', '2024-01-03', 3)"),
                keys("a", "b"),
                TAG,
                PreCommit.NONE);
        var files = LakeState.dataFiles(lake, "gold");

        Receipt same = store.replaceKeys(
                replaced,
                rows("('a', '2024-01-01', 1), ('a', '2024-01-02', 2)"),
                keys("a", "unknown"),
                TAG,
                PreCommit.NONE);
        assertEquals(0, same.rows());
        assertEquals(files, LakeState.dataFiles(lake, "gold"));

        Receipt fewer = store.replaceKeys(
                replaced, rows("('a', '2024-01-02', 9), ('a', '2024-01-04', 4)"), keys("a"), TAG, PreCommit.NONE);
        assertEquals(2, fewer.rows());
        assertEquals("2024-01-01..2024-01-02,2024-01-04", fewer.days().toString());
        assertEquals(List.of("a|2024-01-02|9", "a|2024-01-04|4", "b|2024-01-03|3"), content());

        Receipt gone = store.replaceKeys(
                replaced, rows("('x', '2024-01-02', 9)").filter("false"), keys("a"), TAG, PreCommit.NONE);
        assertEquals("2024-01-02,2024-01-04", gone.days().toString());
        assertEquals(List.of("b|2024-01-03|3"), content());
    }

    private Dataset<Row> keys(String... ids) {
        return session.createDataset(List.of(ids), org.apache.spark.sql.Encoders.STRING())
                .toDF("id");
    }

    @Test
    void aMergeWithARepeatedKeyIsRefused() {
        TableSpec merged = TABLE.write(WriteMode.MERGE_ON_KEY);

        assertThrows(
                ContractException.class,
                () -> store.merge(merged, rows("('a', null, 1), ('a', null, 2)"), TAG, this::uniqueKey));
        assertTrue(store.version(merged).isEmpty());
    }

    @Test
    void manySmallFilesAreFoldedByTheWriteThatComesBy() {
        for (int day = 1; day <= 34; day++) {
            store.append(TABLE, rows("('" + day + "', '2024-01-01', " + day + ")"), TAG, PreCommit.NONE);
        }

        assertEquals(34, store.read(TABLE).count());
        assertTrue(session.read().format("delta").load(store.path(TABLE)).inputFiles().length < 10);
    }

    @Test
    void tablesStayReadableByEveryone() {
        replace("all", "('a', '2024-01-01', 1)");

        Row detail = session.sql("DESCRIBE DETAIL delta.`" + store.path(TABLE) + "`")
                .select("minReaderVersion", "minWriterVersion")
                .first();
        assertEquals(1, detail.getInt(0));
        assertTrue(detail.getInt(1) <= 4);
    }

    @Test
    void aTableWithColumnsThatNobodyDeclaredIsLeftAlone() {
        replace("all", "('a', '2024-01-01', 1)");
        TableSpec narrower = TableSpec.gold("thing").fields(ID, DAY).key(ID).day(DAY);

        assertThrows(
                ForeignSchemaException.class,
                () -> store.replace(
                        narrower, rows("('b', '2024-01-01', 1)").drop("value"), DaySet.ALL, TAG, PreCommit.NONE));
        assertEquals(List.of("a|2024-01-01|1"), content());
    }
}
