package dev.millrace.bench;

import dev.millrace.fuzz.DamagedFiles;
import dev.millrace.ingest.IngestSource;
import dev.millrace.job.Delivery;
import dev.millrace.job.JobInputs;
import dev.millrace.job.RunContext;
import dev.millrace.storage.LandedFile;
import dev.millrace.storage.LandingZone;
import dev.millrace.table.DaySet;
import dev.millrace.table.SourceSpec;
import dev.millrace.table.TableSpec;
import dev.millrace.testing.Company;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;

/** The same files to Parquet by Spark's own CSV reader and by what Millrace takes in to bronze; the median of some rounds. */
final class ParserRace {

    private static final int ROUNDS = 5;

    private final SparkSession session;
    private final Company company;
    private final Path folder;

    ParserRace(SparkSession session, Company company, Path folder) {
        this.session = session;
        this.company = company;
        this.folder = folder;
    }

    /** Prints the seconds of both and their ratio. */
    void run() {
        double[] plain = new double[ROUNDS];
        double[] ours = new double[ROUNDS];
        for (int round = -1; round < ROUNDS; round++) {
            double first = seconds(plain(), "plain");
            double second = seconds(millrace(), "bronze");
            if (round >= 0) {
                plain[round] = first;
                ours[round] = second;
            }
        }
        System.out.printf("plain reader\t%.2f s%n", median(plain));
        System.out.printf("Millrace's parse\t%.2f s%n", median(ours));
        System.out.printf("parse to plain reader\t%.2f\t1.30%n", median(ours) / median(plain));
    }

    private double seconds(Dataset<Row> rows, String name) {
        long start = System.nanoTime();
        rows.write().mode(SaveMode.Overwrite).parquet(folder.resolve(name).toString());
        return (System.nanoTime() - start) / 1e9;
    }

    private static double median(double[] seconds) {
        double[] sorted = seconds.clone();
        java.util.Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private Dataset<Row> plain() {
        String schema =
                DamagedFiles.COLUMNS.stream().map(column -> column + " STRING").collect(Collectors.joining(", "));
        return session.newSession()
                .read()
                .schema(schema)
                .option("header", true)
                .csv(company.landing().toString());
    }

    private Dataset<Row> millrace() {
        SparkSession own = session.newSession();
        own.conf()
                .set(
                        "spark.sql.optimizer.excludedRules",
                        "org.apache.spark.sql.catalyst.optimizer.PushDownPredicates,"
                                + "org.apache.spark.sql.catalyst.optimizer.PushPredicateThroughNonJoin");
        SourceSpec source = company.settings().sources().get(0);
        LandingZone landing = new LandingZone(own, company.landing().toString());
        List<LandedFile> files = landing.list(source, LocalDate.MIN, LocalDate.MAX);
        Delivery delivery = new Delivery(
                DamagedFiles.COLUMNS, files.stream().map(LandedFile::path).toList(), landing.rows(source, files), 1);
        LocalDate day = files.get(0).day();
        return new IngestSource(source)
                .build(new OneDelivery(delivery), new RunContext("race", day, day))
                .outputs()
                .get(0)
                .rows();
    }

    /** What a job that takes in one delivery asks for. */
    private record OneDelivery(Delivery delivery) implements JobInputs {

        @Override
        public DaySet days() {
            return DaySet.ALL;
        }

        @Override
        public Dataset<Row> table(TableSpec table) {
            throw new UnsupportedOperationException(table.id());
        }

        @Override
        public Dataset<Row> newest(TableSpec table) {
            throw new UnsupportedOperationException(table.id());
        }

        @Override
        public DaySet changed(TableSpec table) {
            throw new UnsupportedOperationException(table.id());
        }

        @Override
        public Dataset<Row> previous(TableSpec table) {
            throw new UnsupportedOperationException(table.id());
        }

        @Override
        public List<Delivery> deliveries(SourceSpec source) {
            return List.of(delivery);
        }
    }
}
