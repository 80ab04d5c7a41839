package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandIT {

    @TempDir
    private Path lake;

    @BeforeEach
    void start() {
        SparkExtension.session();
    }

    @Test
    void warningsAloneEndWellAndAreTold() throws IOException {
        Files.createDirectories(lake.resolve("gold/no\u001b[31mtes"));

        Invocation doctor = Invocation.of("doctor", lake.toString());

        assertEquals(ExitCode.DONE, doctor.code(), doctor.err());
        assertTrue(doctor.out().contains("warning: gold/no·[31mtes"), doctor.out());
        assertTrue(doctor.out().contains("0 problem(s), 1 warning(s)."), doctor.out());
    }

    @Test
    void problemsEndWithThreeAndAreOneDocument() throws IOException {
        Files.createDirectories(lake.resolve("gold/kpi_day/_delta_log"));

        Invocation doctor = Invocation.of("doctor", "--lake", lake.toString(), "--json");

        assertEquals(ExitCode.DATA, doctor.code(), doctor.err());
        JsonNode finding = doctor.json().get("findings").get(0);
        assertEquals("problem", finding.get("severity").asText());
        assertEquals("gold/kpi_day", finding.get("table").asText());
        assertEquals("_delta_log holds no commit", finding.get("seen").asText());
        assertTrue(finding.get("action").asText().contains("millrace run"));
        assertEquals(1, doctor.json().get("problems").asInt());
    }

    @Test
    void aFolderThatIsNotThereIsAnErrorOfUsage() {
        Invocation doctor = Invocation.of("doctor", lake.resolve("none").toString());

        assertEquals(ExitCode.USAGE, doctor.code());
        assertTrue(doctor.err().contains("There is no lake at"), doctor.err());
    }
}
