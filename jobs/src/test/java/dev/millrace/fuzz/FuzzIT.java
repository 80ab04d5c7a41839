package dev.millrace.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.testing.Company;
import dev.millrace.testing.SparkExtension;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Of files whose lines are damaged in every way, each line is in bronze or in quarantine, and each good one in bronze. */
@ExtendWith(SparkExtension.class)
class FuzzIT {

    private static final int FILES = 30;
    private static final int LINES = 400;

    @TempDir
    private Path folder;

    @Test
    void everyLineIsInBronzeOrInQuarantine(SparkSession session) throws IOException {
        Company company = new Company(session, folder, FuzzBalance.configuration());
        Path list = folder.resolve("delivered.tsv");
        try (DamagedFiles files = new DamagedFiles(company.landing(), list)) {
            for (int file = 0; file < FILES; file++) {
                files.write("file-%03d.csv".formatted(file), lines(new Random(file)), file);
            }
            assertTrue(files.damaged() > FILES);
        }

        company.runWell();

        assertEquals(new FuzzBalance(0, 0, 0, 0), FuzzBalance.of(session, company, list));
    }

    private static List<String> lines(Random random) {
        List<String> lines = new ArrayList<>();
        for (int line = 0; line < LINES; line++) {
            String description = random.nextInt(3) == 0 ? "\"Cup, 7\"\" of tin é\"" : "TEA LIGHT " + line;
            lines.add("%d,P%d,%s,%d,2024-01-30 08:26:00,2.55,%s,France"
                    .formatted(line, random.nextInt(50), description, random.nextInt(9), line % 4 == 0 ? "" : "17.0"));
        }
        return lines;
    }
}
