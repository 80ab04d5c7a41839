package dev.millrace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.job.JobCatalog;
import dev.millrace.settings.SettingsLoader;
import dev.millrace.testing.Launcher;
import dev.millrace.testing.OnPublicDatasets;
import dev.millrace.testing.PublicDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every public data set, run once by its mapping: no row is lost on the way to bronze, and bronze, silver and quarantine hold as
 * many rows as were counted without Millrace. What is wrong with the sets has tests of its own in the classes beside this.
 */
@OnPublicDatasets
class PublicDatasetsIT {

    /** Its history is held against plain totals in OnlineRetailIT. */
    private static final String ONLINE_RETAIL = "online-retail";

    /**
     * Data set: rows of each table of bronze, then of silver. Of what lasts, a change is a row that was delivered of it; one
     * delivery makes one version.
     */
    private static final Map<String, String> ROWS =
            """
            ai4i2020: pieces=10000 -> machine=1 machine_change=10000 machine_reading=10000 machine_version=1
            asap-sample: reviews=100 -> review=100 review_aspect=597
            australia-tourism: trips=24320 -> series_observation=24320
            azure-pdm: errors=3919 failures=761 machines=100 maintenance=3286 -> machine=100 \
                machine_change=100 machine_event=7966 machine_version=100
            banking77: intents=77 questions=13083 -> code_label=77 code_label_change=77 \
                code_label_version=77 complaint=13083
            cdnow: purchases=6919 -> customer=2357 customer_change=6919 customer_version=2357 \
                order_line=6919
            cfpb-complaints: complaints=6623 -> complaint=6623 partner=710 partner_change=6623 \
                partner_version=710
            channel-attribution: paths=10000 -> channel_path=10000
            chinese-reviews: hotel_reviews=7766 takeaway_reviews=11987 -> review=19752
            cmapss: readings=33727 remaining_life=100 -> machine=200 machine_change=33827 \
                machine_reading=33727 machine_version=200
            complete-journey: campaign_descriptions=27 campaigns=6589 coupon_redemptions=2102 coupons=116204 \
                demographics=801 products=92331 promotions=360535 transactions=75000 -> campaign=27 \
                campaign_change=27 campaign_contact=8691 campaign_offer=471867 campaign_version=27 customer=2377 \
                customer_change=75801 customer_version=2377 order_line=75000 product=92331 product_change=92331 \
                product_version=92331
            fb-ads-kag: report=1143 -> ad_spend=1143
            german-credit: applications=1000 coded_applications=1000 -> application=1000
            hillstrom: campaign=64000 -> campaign_contact=64000
            intermittent-demand: demand=17544 -> series_observation=17544
            ipinyou: bids=4570 -> ad_event=4570
            m4: test=414 train=414 -> series_observation=373372
            mmm-robyn: weeks=208 -> marketing_spend=1040 series_observation=624
            movielens-100k: counts=3 films=1682 genres=19 occupations=21 people=943 ratings=100000 -> \
                code_label=40 code_label_change=40 code_label_version=40 customer=943 customer_change=943 \
                customer_version=943 product=1682 product_change=1682 product_version=1682 rating=100000
            nab-tweets: mentions=158631 -> series_observation=158631
            olist: category_names=71 deals=842 leads=8000 order_customers=8000 order_items=9116 \
                order_payments=8349 orders=8000 products=32951 sellers=3095 -> code_label=71 \
                code_label_change=71 code_label_version=71 customer=7969 customer_change=8000 \
                customer_version=7969 deal=842 lead=8000 order_line=18200 partner=3557 partner_change=3937 \
                partner_version=3557 payment=8349 product=32951 product_change=32951 product_version=32951 \
                shipment=8000
            open-bandit: items=92 recommendations=20000 -> ad_event=20000 product=46 product_change=46 \
                product_version=46
            scms-delivery: deliveries=10324 -> partner=73 partner_change=10324 partner_version=73 \
                product=184 product_change=10324 product_version=184 shipment=10324
            semeval-2014: laptops=3045 restaurants=3041 -> review=6086 review_aspect=9764
            store-item-demand: sales=913000 -> series_observation=913000
            telco-churn: contracts=7043 -> account=7043 account_change=7043 account_version=7043 \
                customer=7043 customer_change=7043 customer_version=7043
            """
                    .lines()
                    .collect(Collectors.toMap(
                            line -> line.substring(0, line.indexOf(':')),
                            line -> line.substring(line.indexOf(':') + 2).replaceAll(" +", " ")));

    /** Data set: rows that were rejected, by job and rule; none of the others. */
    private static final Map<String, String> REJECTED =
            Map.of("chinese-reviews", "conform-review|review_text_missing|1");

    static List<String> names() {
        return PublicDataset.names().stream()
                .filter(name -> !name.equals(ONLINE_RETAIL))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void holdsAsManyRowsAsWereCountedWithoutMillrace(String name) {
        PublicDataset data = PublicDataset.of(name);

        assertEquals(ROWS.get(name), data.counts("bronze") + " -> " + data.counts("silver"));
        assertEquals(REJECTED.getOrDefault(name, ""), data.rejected());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyRowOfEverySourceIsInBronzeOrQuarantine(String name) {
        PublicDataset data = PublicDataset.of(name);

        for (String source : data.rows(
                "SELECT source, sum(rows_delivered), sum(rows_bronze) + sum(rows_quarantined), min(status) FROM ops.file"
                        + " GROUP BY 1")) {
            String[] counts = source.split("\\|", -1);
            assertEquals(counts[1], counts[2], source);
            assertEquals("taken_in", counts[3], source);
            assertEquals(data.one("SELECT count(*) FROM bronze." + counts[0]), counts[1], source);
        }
    }

    @Test
    void everyFolderHasAMapping() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of(System.getenv("MILLRACE_DATASETS")))) {
            assertEquals(
                    folders.filter(Files::isDirectory)
                            .map(folder -> folder.getFileName().toString())
                            .sorted()
                            .toList(),
                    PublicDataset.names());
        }
    }

    @Test
    void everyDataFileBelongsToASource() throws IOException {
        for (String name : names()) {
            assertEquals(PublicDataset.dataFiles(name), PublicDataset.of(name).takenIn(), name);
        }
    }

    @Test
    void onlineRetailIsTheExampleBesideIt() {
        String example = Launcher.root().resolve("conf/online-retail.conf").toString();
        String mapping =
                Launcher.root().resolve("conf/sources/online-retail.conf").toString();

        assertEquals(
                SettingsLoader.load(example, Map.of()).mappings(),
                SettingsLoader.load(mapping, Map.of()).mappings());
        assertEquals(
                JobCatalog.graph(SettingsLoader.load(example, Map.of())).jobs().size(),
                JobCatalog.graph(SettingsLoader.load(mapping, Map.of())).jobs().size());
    }
}
