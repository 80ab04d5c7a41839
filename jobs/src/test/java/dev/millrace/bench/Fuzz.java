package dev.millrace.bench;

import dev.millrace.fuzz.DamagedFiles;
import dev.millrace.fuzz.FuzzBalance;
import dev.millrace.job.SparkSessions;
import dev.millrace.testing.Company;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.spark.sql.SparkSession;

/**
 * Damages one line in a hundred of a real shop's invoices, in many files, takes them in and holds the lake against what was
 * delivered; then measures the parser against Spark's own. {@code FOLDER BY_DAY FILES}.
 */
public final class Fuzz {

    private Fuzz() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]).toAbsolutePath();
        Files.createDirectories(folder);
        boolean holds;
        try (SparkSession session = SparkSessions.open("fuzz")) {
            Company company = new Company(session, folder, FuzzBalance.configuration());
            Path list = folder.resolve("delivered.tsv");
            deliver(company, list, Path.of(arguments[1]), Integer.parseInt(arguments[2]));
            long start = System.nanoTime();
            company.runWell();
            System.out.printf("taken in\t%.1f s%n", (System.nanoTime() - start) / 1e9);
            FuzzBalance balance = FuzzBalance.of(session, company, list);
            System.out.printf("balance\t%s%n", balance.holds() ? "holds" : balance.toString());
            holds = balance.holds();
            new ParserRace(session, company, folder).run();
        }
        System.exit(holds ? 0 : 1);
    }

    private static void deliver(Company company, Path list, Path byDay, int count) throws IOException {
        List<Path> days;
        try (Stream<Path> found = Files.list(byDay)) {
            days = found.filter(file -> file.toString().endsWith(".csv.gz"))
                    .sorted()
                    .toList();
        }
        try (DamagedFiles files = new DamagedFiles(company.landing(), list)) {
            for (int i = 0; i < count; i++) {
                files.write("file-%04d.csv".formatted(i), lines(days.get(i % days.size())), i);
            }
            System.out.printf("files\t%d%nlines\t%d%ndamaged\t%d%n", count, files.lines(), files.damaged());
        }
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).filter(line -> !line.isBlank()).toList();
        }
    }
}
