package dev.millrace.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A little of each fault of the suite that {@code scripts/bench faults} inflicts at length. */
@ExtendWith(SparkExtension.class)
class FaultSuiteIT {

    private static final long SEED = 7;

    private static final Set<String> FAILURES =
            Set.of("Delta commit refused half-way", "Delta commit whose answer is lost");

    @TempDir
    private static Path folder;

    private static FaultCompany company;

    @BeforeAll
    static void prepare(SparkSession session) throws IOException {
        company = FaultCompany.prepare(session, folder.resolve("company"), SEED, "conform-customer", "publish-kpi_day");
    }

    private static void assertAllEqual(Fault fault) throws Exception {
        List<FaultResult> results = new ArrayList<>();
        fault.inflict(company, results::add);
        assertFalse(results.isEmpty());
        assertEquals(List.of(), results.stream().filter(FaultResult::isBad).toList());
    }

    @Test
    void killedAtRandomMomentsAndRunAgain() throws Exception {
        assertAllEqual(new RandomKills(JavaCommand.plain(), 1, 1, SEED));
    }

    @Test
    void storesThatFailInTheMiddleOfARun() throws Exception {
        for (Fault fault : FailingStorage.all(1, SEED)) {
            if (FAILURES.contains(fault.kind())) {
                assertAllEqual(fault);
            }
        }
    }

    @Test
    void twoRunsAtOnce() throws Exception {
        assertAllEqual(new TwoRunsAtOnce(JavaCommand.plain(), List.of("10m")));
    }

    @Test
    void aClockThatIsPutRight() throws Exception {
        assertAllEqual(new ClockTurnedBack(List.of(Duration.ofDays(1))));
    }

    @Test
    void aDatabaseWhoseReaderIsKilled() throws Exception {
        assertAllEqual(new DatabaseCut(JavaCommand.plain(), 50_000, List.of(DatabaseCut.Way.READER_KILLED)));
    }
}
