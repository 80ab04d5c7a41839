package dev.millrace.faults;

import dev.millrace.testing.StoreServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.sql.SparkSession;

/** Landing and lake on S3; the server is killed in the middle of a run and started again. */
public final class ObjectStoreCut implements Fault {

    private static final String BUCKET = "company";

    private final String serverClassPath;
    private final int times;
    private final Random random;

    /** Without a class path for the server, there is none. */
    public ObjectStoreCut(String serverClassPath, int times, long seed) {
        this.serverClassPath = serverClassPath;
        this.times = times;
        this.random = new Random(seed);
    }

    @Override
    public String kind() {
        return "S3 cut in the middle";
    }

    @Override
    public void inflict(FaultCompany company, Consumer<FaultResult> results) throws Exception {
        if (serverClassPath.isEmpty()) {
            results.accept(FaultResult.notPossible(kind(), "server", "no class path for an S3 server was given"));
            return;
        }
        try (StoreServer server =
                StoreServer.s3(serverClassPath, company.folder().resolve("s3"))) {
            connect(company.session(), server);
            Path bucket = Files.createDirectories(server.data().resolve(BUCKET));
            company.copyInto(company.landing(), bucket.resolve("landing"));
            double usual = undisturbed(company, bucket);
            for (int i = 0; i < times; i++) {
                results.accept(cut(company, server, bucket, i, random.nextDouble() * usual));
            }
        }
    }

    private static void connect(SparkSession session, StoreServer server) {
        Configuration hadoop = session.sparkContext().hadoopConfiguration();
        server.clientSettings().forEach(hadoop::set);
    }

    private double undisturbed(FaultCompany company, Path bucket) throws IOException {
        company.copyInto(company.prepared(), bucket.resolve("clean"));
        long start = System.nanoTime();
        run(company, "clean").ifPresent(failure -> {
            throw new IllegalStateException("A run on S3 that nobody disturbed failed.", failure);
        });
        return (System.nanoTime() - start) / 1e9;
    }

    private static Optional<Throwable> run(FaultCompany company, String lake) {
        try {
            return company.run(address(lake), Map.of("landing", address("landing")))
                    .failure();
        } catch (Exception e) {
            return Optional.of(e);
        }
    }

    private static String address(String name) {
        return "s3a://" + BUCKET + "/" + name;
    }

    private FaultResult cut(FaultCompany company, StoreServer server, Path bucket, int number, double after)
            throws IOException, InterruptedException {
        String lake = "cut-" + number;
        company.copyInto(company.prepared(), bucket.resolve(lake));
        ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> killed = clock.schedule(() -> killNow(server), (long) (after * 1000), TimeUnit.MILLISECONDS);
        String note = run(company, lake).map(failure -> "The run failed.").orElse("The run ended first.");
        killed.cancel(false);
        clock.shutdown();
        server.kill();
        server.start();
        long start = System.nanoTime();
        Optional<Throwable> failure = run(company, lake);
        double seconds = Math.round((System.nanoTime() - start) / 1e8) / 10.0;
        LakeDifference difference = company.compare(bucket.resolve(lake));
        boolean equal = failure.isEmpty() && difference.isNone();
        return new FaultResult(
                kind(),
                "killed after %.3f s".formatted(after),
                equal ? FaultResult.Outcome.EQUAL : FaultResult.Outcome.DIFFERENT,
                difference.lost(),
                difference.doubled(),
                seconds,
                note
                        + failure.map(why -> " The run after it failed: " + why).orElse("")
                        + (difference.isNone() ? "" : " Differing: " + difference.tables()));
    }

    private static void killNow(StoreServer server) {
        try {
            server.kill();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
