package dev.millrace.simulate;

import static org.apache.spark.sql.functions.col;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * Simulates a shop's deliveries: {@code <feed>/<yyyy-MM-dd>/<feed>-0000.csv} under the landing, what was planted in {@code _truth/}.
 * Everything is made beside the landing and moved in at the end, so that a killed simulation delivers nothing.
 */
public final class ShopSimulator {

    private static final String SHUFFLE_PARTITIONS = "spark.sql.shuffle.partitions";

    private final SparkSession spark;

    /** Works in a session of its own, in UTC: of the caller's settings it takes over the number of shuffle partitions alone. */
    public ShopSimulator(SparkSession spark) {
        this.spark = spark.newSession();
        this.spark.conf().set(SHUFFLE_PARTITIONS, spark.conf().get(SHUFFLE_PARTITIONS));
        this.spark.conf().set("spark.sql.session.timeZone", "UTC");
        this.spark.conf().set("spark.sql.files.maxRecordsPerFile", "0");
    }

    /** Delivers all feeds. */
    public SimulationReport simulate(ShopPlan plan) {
        return simulate(plan, plan.feeds());
    }

    /**
     * Delivers some of the feeds, each the same as if all were delivered.
     *
     * @throws LandingNotEmptyException if the landing holds anything
     */
    public SimulationReport simulate(ShopPlan plan, Set<Feed> feeds) {
        Folder landing = new Folder(plan.to(), spark.sparkContext().hadoopConfiguration());
        if (!landing.isEmpty()) {
            throw new LandingNotEmptyException(plan.to());
        }
        Folder workshop = landing.workshop();
        workshop.delete();
        try {
            List<DeliveredFile> files = make(plan, feeds, workshop);
            workshop.in("landing").become(landing);
            return new SimulationReport(plan.to(), files);
        } finally {
            workshop.delete();
        }
    }

    private static Optional<Supply> supply(
            ShopPlan plan, Dataset<Row> population, Dataset<Row> products, Dataset<Row> weekly) {
        return plan.supply() ? Optional.of(Supply.of(plan, population, products, weekly)) : Optional.empty();
    }

    private List<DeliveredFile> make(ShopPlan plan, Set<Feed> feeds, Folder workshop) {
        Folder work = workshop.in("work");
        Folder landing = workshop.in("landing");
        Dataset<Row> population = new Customers(plan).population(spark);
        Dataset<Row> products = new Assortment(plan).products(spark);
        Dataset<Row> weekly = new Prices(plan).weekly(products).persist();
        try {
            Optional<Supply> supply = supply(plan, population, products, weekly);
            try {
                return deliver(new Shop(plan, population, products, weekly, supply), feeds, work, landing);
            } finally {
                supply.ifPresent(Supply::close);
            }
        } finally {
            weekly.unpersist();
        }
    }

    private List<DeliveredFile> deliver(Shop shop, Set<Feed> feeds, Folder work, Folder landing) {
        FeedDelivery delivery = new FeedDelivery(shop.plan(), work, landing);
        DirtyLines lines = new DirtyLines(shop.plan());
        List<DeliveredFile> files = Stream.of(Feed.values())
                .filter(feeds::contains)
                .flatMap(feed -> delivery.deliver(feed, lines.of(feed, shop.rows(feed))).stream())
                .toList();
        new TruthFolder(spark, shop.plan(), work, landing)
                .write(shop.population().withColumn("favourite_category", col("favourite")), shop, files);
        return files;
    }
}
