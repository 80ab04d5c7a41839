package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.millrace.testing.Launcher;
import dev.millrace.testing.PublicDataset;
import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckCommandIT {

    @TempDir
    private Path folder;

    private SmallCompany company;

    @BeforeEach
    void found() throws IOException {
        SparkExtension.session();
        company = SmallCompany.in(folder);
    }

    @Test
    void aSoundConfigurationPassesAndNothingIsWritten() throws IOException {
        Invocation check = Invocation.of("check", company.configuration(), "--json");
        assertEquals(ExitCode.DONE, check.code(), check.err());
        JsonNode found = check.json();
        assertTrue(found.get("ok").asBoolean());
        assertEquals(2, found.get("jobs").size());
        assertFalse(Files.exists(company.lake()));
    }

    @Test
    void everyMappingOfThePublicDataSetsIsSound() {
        for (String name : PublicDataset.names()) {
            Path mapping = Launcher.root().resolve("conf/sources/" + name + ".conf");

            Invocation check = Invocation.of("check", mapping.toString());

            assertEquals(ExitCode.DONE, check.code(), check.err());
        }
    }

    @Test
    void everyMappingOfAMissingColumnIsToldByItsSetting() throws IOException {
        company.configure("wrong.conf", "cuontry");
        Invocation check = Invocation.of(
                "check",
                folder.resolve("wrong.conf").toString(),
                "--set",
                "entities.customer.people.attributes={first: \"nmae\"}",
                "--set",
                "entities.customer.people.where=upper(");
        assertEquals(ExitCode.USAGE, check.code());
        assertEquals(
                3,
                check.err().lines().filter(line -> line.startsWith("error: ")).count(),
                check.err());
        assertTrue(check.err().contains("entities.customer.people.columns.country"), check.err());
        assertTrue(check.err().contains("entities.customer.people.attributes.first"), check.err());
        assertTrue(check.err().contains("entities.customer.people.where"), check.err());
        assertTrue(check.err().contains("id, name, country"), check.err());
    }

    @Test
    void whatReachesBeyondTheRowIsRefusedByCheckPlanAndRun() {
        for (String verb : List.of("check", "plan", "run")) {
            List<String> line = new ArrayList<>(List.of(verb, company.configuration()));
            if (!verb.equals("check")) {
                line.addAll(List.of("--from", "2024-01-01", "--to", "2024-01-01"));
            }
            line.addAll(List.of(
                    "--set",
                    "entities.customer.people.where=id > rand()",
                    "--set",
                    "entities.customer.people.attributes={at: \"current_timestamp()\"}"));
            Invocation refused = Invocation.of(line.toArray(new String[0]));
            assertEquals(ExitCode.USAGE, refused.code());
            assertEquals(2, refused.err().lines().count(), refused.err());
            assertTrue(refused.err().contains("entities.customer.people.where"), refused.err());
            assertTrue(refused.err().contains("entities.customer.people.attributes.at"), refused.err());
        }
        assertFalse(Files.exists(company.lake()));
    }

    @Test
    void problemsAreInTheDocumentWhereJsonIsWanted() throws IOException {
        Invocation check = Invocation.of(
                "check", company.configuration(), "--json", "--set", "entities.customer.people.columns.nme=name");
        assertEquals(ExitCode.USAGE, check.code());
        assertFalse(check.json().get("ok").asBoolean());
        assertEquals(1, check.json().get("problems").size(), check.out());
    }
}
