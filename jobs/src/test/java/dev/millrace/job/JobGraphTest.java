package dev.millrace.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.table.Asset;
import dev.millrace.table.Reach;
import dev.millrace.table.TableSpec;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JobGraphTest {

    private static final TableSpec RAW = TableSpec.silver("raw");
    private static final TableSpec DAY = TableSpec.feature("day");
    private static final TableSpec KPI = TableSpec.gold("kpi");
    private static final TableSpec ALONE = TableSpec.silver("alone");

    private record Step(String name, Set<Input> inputs, Set<Asset> outputs) implements Job {

        @Override
        public JobOutputs build(JobInputs in, RunContext run) {
            throw new UnsupportedOperationException();
        }
    }

    private static Step step(String name, Set<Input> inputs, TableSpec output) {
        return new Step(name, inputs, Set.of(output));
    }

    private static Input reads(TableSpec table) {
        return new Input(table, Reach.SAME_DAY);
    }

    /** Which of the named jobs could start, if all others had ended. */
    private static List<String> ready(JobGraph graph, String... waiting) {
        return graph.ready(graph.select(List.of(waiting)), Set.of(waiting)).stream()
                .map(Job::name)
                .toList();
    }

    private static String refusal(Job... jobs) {
        return assertThrows(ConfigurationException.class, () -> JobGraph.of(List.of(jobs)))
                .getMessage();
    }

    @Test
    void eachJobComesAfterThoseItReads() {
        JobGraph graph = JobGraph.of(List.of(
                step("publish", Set.of(reads(DAY)), KPI),
                step("build", Set.of(reads(RAW)), DAY),
                step("conform", Set.of(new Input(RAW, Reach.PREVIOUS)), RAW)));

        assertEquals(
                List.of("conform", "build", "publish"),
                graph.jobs().stream().map(Job::name).toList());
    }

    @Test
    void theJobWithTheLongestChainBehindItStartsFirst() {
        JobGraph graph = JobGraph.of(List.of(
                step("alone", Set.of(), ALONE),
                step("conform", Set.of(), RAW),
                step("build", Set.of(reads(RAW)), DAY),
                step("publish", Set.of(reads(DAY), reads(RAW)), KPI)));

        assertEquals(List.of("conform", "alone"), ready(graph, "alone", "conform", "build", "publish"));
        assertEquals(List.of("build", "alone"), ready(graph, "alone", "build", "publish"));
    }

    @Test
    void aJobWaitsForOneThatRuns() {
        JobGraph graph = JobGraph.of(List.of(step("conform", Set.of(), RAW), step("build", Set.of(reads(RAW)), DAY)));

        List<Job> waiting = graph.select(List.of("build"));

        assertEquals(List.of(), graph.ready(waiting, Set.of("conform", "build")));
        assertEquals(waiting, graph.ready(waiting, Set.of("build")));
    }

    @Test
    void aTableHasOneWriterAndSomeWriter() {
        String message =
                refusal(step("one", Set.of(), RAW), step("two", Set.of(), RAW), step("three", Set.of(reads(DAY)), KPI));

        assertTrue(message.contains("Both 'one' and 'two' write silver/raw"), message);
        assertTrue(message.contains("'three' reads feature/day, which no job writes"), message);
    }

    @Test
    void aCircleIsRefused() {
        String message = refusal(step("a", Set.of(reads(DAY)), RAW), step("b", Set.of(reads(RAW)), DAY));

        assertTrue(message.contains("read each other in a circle: a, b"), message);
    }

    @Test
    void ownOutputIsReadAsPreviousAlone() {
        assertTrue(refusal(step("a", Set.of(reads(RAW)), RAW)).contains("reads its own output as PREVIOUS"));
    }

    @Test
    void aMistypedJobNameIsAnsweredWithTheNearest() {
        JobGraph graph = JobGraph.of(List.of(step("conform-order_line", Set.of(), RAW)));

        String message = assertThrows(ConfigurationException.class, () -> graph.select(List.of("conform-orderline")))
                .getMessage();
        assertTrue(message.contains("Did you mean 'conform-order_line'?"), message);
    }
}
