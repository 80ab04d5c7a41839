package dev.millrace.bench;

import dev.millrace.job.JobCatalog;
import dev.millrace.job.JobGraph;
import dev.millrace.job.JobRunner;
import dev.millrace.job.RunContext;
import dev.millrace.job.RunListener;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.Settings;
import dev.millrace.testing.Company;
import dev.millrace.testing.Upstream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.apache.spark.sql.SparkSession;

/** Many small files a day, a run a day: does a day's cost follow the day, or the days before it? {@code FOLDER DAYS FILES}. */
public final class SmallFiles {

    private static final int SPAN = 10;
    private static final int LINES = 3;
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    private static final String CONFIGURATION =
            """
            sources.orders { files = "orders/*/*.csv", columns = [order, line, at, product, quantity, price] }
            entities.order_line.orders.columns {
              order_id = "order", line_number = "line", order_ts = "at", product_id = "product"
              quantity = "quantity", unit_price = "price", kind = "'sale'"
            }
            """;

    private final SparkSession session;
    private final Company company;
    private final int files;

    private SmallFiles(SparkSession session, Company company, int files) {
        this.session = session;
        this.company = company;
        this.files = files;
    }

    public static void main(String[] arguments) throws IOException {
        try (SparkSession session = SparkSessions.open("small files")) {
            Path folder =
                    java.nio.file.Files.createDirectories(Path.of(arguments[0]).toAbsolutePath());
            Company company = new Company(session, folder, CONFIGURATION);
            new SmallFiles(session, company, Integer.parseInt(arguments[2])).run(Integer.parseInt(arguments[1]));
        }
    }

    /** Takes in day by day, as far as the conformed table; then all tables of all days, and the runs that find nothing. */
    private void run(int days) {
        double span = 0;
        for (int day = 0; day < days; day++) {
            deliver(FIRST.plusDays(day));
            span += seconds(FIRST.plusDays(day), FIRST.plusDays(day), "conform-order_line");
            if ((day + 1) % SPAN == 0) {
                System.out.printf("days %d to %d, %d files each\t%.1f s%n", day + 2 - SPAN, day + 1, files, span);
                span = 0;
            }
        }
        long rows = company.table("bronze/orders").count();
        System.out.printf("rows delivered, in bronze\t%d, %d%n", (long) days * files * LINES, rows);
        LocalDate last = FIRST.plusDays(days - 1);
        System.out.printf("all other tables of all days\t%.1f s%n", seconds(FIRST, last));
        System.out.printf("a run of all tables that finds nothing new\t%.1f s\t15 s%n", seconds(last, last));
        System.out.printf("the same over all days\t%.1f s\t15 s%n", seconds(FIRST, last));
    }

    private void deliver(LocalDate day) {
        for (int file = 0; file < files; file++) {
            StringBuilder text = new StringBuilder("order,line,at,product,quantity,price\n");
            for (int line = 1; line <= LINES; line++) {
                text.append("%s-%d,%d,%s 09:00:00,p%d,1,2.50%n".formatted(day, file, line, day, file % 50));
            }
            company.deliver("orders/" + day + "/part-%04d.csv".formatted(file), text.toString());
        }
    }

    private double seconds(LocalDate from, LocalDate to, String... last) {
        Settings settings = company.settings();
        JobGraph graph = JobCatalog.graph(settings);
        long start = System.nanoTime();
        new JobRunner(session, settings, graph, RunListener.SILENT)
                .run(new RunContext("small-files-" + start, from, to), Upstream.of(graph, List.of(last)))
                .failure()
                .ifPresent(failure -> {
                    throw new IllegalStateException(failure);
                });
        return (System.nanoTime() - start) / 1e9;
    }
}
