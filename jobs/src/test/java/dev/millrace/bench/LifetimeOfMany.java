package dev.millrace.bench;

import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.job.SparkSessions;
import dev.millrace.models.lifetime.ScoreLifetimeValue;
import dev.millrace.models.lifetime.SimulatedCustomers;
import dev.millrace.settings.LifetimeSettings;
import dev.millrace.table.DaySet;
import dev.millrace.tables.feature.CustomerDay;
import dev.millrace.tables.gold.LifetimeModel;
import dev.millrace.tables.score.LifetimeValue;
import dev.millrace.testing.InMemoryInputs;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;

/** Fits and scores the lifetime value of many simulated customers over two years: {@code FOLDER CUSTOMERS}. */
public final class LifetimeOfMany {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final int SPAN = 730;
    private static final int BLOCK = 10_000;
    private static final LifetimeSettings SETTINGS = new LifetimeSettings(365, 0.1, 50);

    private LifetimeOfMany() {}

    public static void main(String[] arguments) {
        String folder = arguments[0];
        int customers = Integer.parseInt(arguments[1]);
        try (SparkSession session = SparkSessions.open("lifetime of many")) {
            simulate(session, folder + "/customer_day", customers);
            score(session, folder);
        }
    }

    private static void simulate(SparkSession session, String path, int customers) {
        List<Integer> blocks =
                IntStream.range(0, (customers + BLOCK - 1) / BLOCK).boxed().toList();
        FlatMapFunction<Integer, Row> days = block -> new SimulatedCustomers(FIRST, SPAN, block)
                .days(block * BLOCK, Math.min(BLOCK, customers - block * BLOCK))
                .iterator();
        session.createDataset(blocks, Encoders.INT())
                .repartition(8)
                .flatMap(days, Encoders.row(SimulatedCustomers.DAYS))
                .write()
                .parquet(path);
    }

    private static void score(SparkSession session, String folder) {
        Dataset<Row> days = session.read().parquet(folder + "/customer_day");
        System.out.printf(
                "customers, their days\t%d, %d%n",
                days.select("customer_id").distinct().count(), days.count());
        InMemoryInputs inputs = new InMemoryInputs(DaySet.of(List.of(FIRST)))
                .with(CustomerDay.SPEC, days)
                .with(LifetimeModel.SPEC, session.createDataFrame(List.<Row>of(), LifetimeModel.SPEC.schema()))
                .with(LifetimeValue.SPEC, session.createDataFrame(List.<Row>of(), LifetimeValue.SPEC.schema()));
        long began = System.nanoTime();
        JobOutputs outputs =
                new ScoreLifetimeValue(SETTINGS, "EUR").build(inputs, new RunContext("bench", FIRST, FIRST));
        double fitted = (System.nanoTime() - began) / 1e9;
        outputs.shared().forEach(rows -> rows.persist(StorageLevel.MEMORY_AND_DISK()));
        for (Output output : outputs.outputs()) {
            output.rows()
                    .write()
                    .format("delta")
                    .save(folder + "/" + output.table().name());
        }
        System.out.printf("summed and fitted\t%.1f s%n", fitted);
        System.out.printf("fitted, scored and written\t%.1f s\t180 s%n", (System.nanoTime() - began) / 1e9);
        tell(session.read().format("delta").load(folder + "/lifetime_model").first());
    }

    private static void tell(Row model) {
        double[] planted = {SimulatedCustomers.R, SimulatedCustomers.ALPHA, SimulatedCustomers.A, SimulatedCustomers.B};
        List<String> names = List.of("r", "alpha", "a", "b");
        for (int i = 0; i < planted.length; i++) {
            System.out.printf(
                    "%s, planted %.3f\t%.3f\t± %.3f%n",
                    names.get(i),
                    planted[i],
                    model.<Double>getAs(names.get(i)),
                    1.96 * model.<Double>getAs(names.get(i) + "_error"));
        }
    }
}
