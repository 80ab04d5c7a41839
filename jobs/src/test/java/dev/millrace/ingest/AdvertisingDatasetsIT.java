package dev.millrace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.testing.OnPublicDatasets;
import dev.millrace.testing.PublicDataset;
import org.junit.jupiter.api.Test;

/** What is wrong with the public data of campaigns and advertising, each with the rule of its mapping that deals with it. */
@OnPublicDatasets
class AdvertisingDatasetsIT {

    private static final String HILLSTROM = "hillstrom";
    private static final String OPEN_BANDIT = "open-bandit";
    private static final String IPINYOU = "ipinyou";
    private static final String FB_ADS_KAG = "fb-ads-kag";
    private static final String CHANNEL_ATTRIBUTION = "channel-attribution";
    private static final String MMM_ROBYN = "mmm-robyn";

    @Test
    void equalRowsAreDifferentCustomers() {
        PublicDataset data = PublicDataset.of(HILLSTROM);

        assertEquals(
                "64000|57438", data.one("SELECT count(*), count(DISTINCT source_hash) FROM silver.campaign_contact"));
        assertEquals("64000", data.one("SELECT count(DISTINCT contact_id) FROM silver.campaign_contact"));
    }

    @Test
    void theSlipInTheNameOfAnAreaIsMended() {
        PublicDataset data = PublicDataset.of(HILLSTROM);

        assertEquals(
                "28776|0",
                data.one(
                        """
                        SELECT count_if(attributes['area'] = 'Suburban'), count_if(attributes['area'] =
                        'Surburban') FROM silver.campaign_contact"""));
    }

    @Test
    void theGroupWithoutAMailIsTheControl() {
        PublicDataset data = PublicDataset.of(HILLSTROM);

        assertEquals(
                "42694|21306|7132|2262|67258.1300",
                data.one(
                        """
                        SELECT count_if(treated), count_if(NOT treated), count_if(treated AND visited),
                        count_if(NOT treated AND visited), sum(spend) FROM silver.campaign_contact"""));
    }

    @Test
    void theFolderTellsThePolicy() {
        PublicDataset data = PublicDataset.of(OPEN_BANDIT);

        assertEquals(
                "10000|10000|46|46",
                data.one(
                        """
                        SELECT count_if(policy = 'bts'), count_if(policy = 'random'), count_if(policy = 'bts' AND
                        clicked), count_if(policy = 'random' AND clicked) FROM silver.ad_event"""));
    }

    @Test
    void aPropensityOfOneInAMillionSurvives() {
        PublicDataset data = PublicDataset.of(OPEN_BANDIT);

        assertEquals(
                "1.0E-6|0.9628|0.021739130434782608",
                data.one(
                        """
                        SELECT min(propensity), max(propensity), max(propensity) FILTER (WHERE policy = 'random')
                        FROM silver.ad_event"""));
    }

    @Test
    void theColumnWithoutANameIsNoIdentity() {
        PublicDataset data = PublicDataset.of(OPEN_BANDIT);

        assertEquals("20000|10000", data.one("SELECT count(*), count(DISTINCT _1) FROM bronze.recommendations"));
        assertEquals("20000", data.one("SELECT count(DISTINCT ad_event_id) FROM silver.ad_event"));
    }

    @Test
    void theAffinityIsThatWithTheItemShown() {
        PublicDataset data = PublicDataset.of(OPEN_BANDIT);

        assertEquals(
                "0",
                data.one(
                        """
                        SELECT count(*) FROM silver.ad_event e JOIN bronze.recommendations b ON e.source_file =
                        b._file AND e.source_ordinal = b._ordinal WHERE e.product_id = '3' AND
                        e.attributes['user_item_affinity'] <> b.user_item_affinity_3"""));
        assertEquals(
                "20000|46",
                data.one(
                        """
                        SELECT count(attributes['user_item_affinity']), count(DISTINCT product_id) FROM
                        silver.ad_event"""));
    }

    @Test
    void itemsHaveTheFeaturesOfOneLog() {
        PublicDataset data = PublicDataset.of(OPEN_BANDIT);

        assertEquals("46|46", data.one("SELECT count(*), count_if(source_file LIKE 'random/%') FROM silver.product"));
    }

    @Test
    void listsOfTagsAreLists() {
        PublicDataset data = PublicDataset.of(IPINYOU);

        assertEquals(
                "2747|22783",
                data.one(
                        """
                        SELECT count(visitor_tags), sum(size(visitor_tags)) FILTER (WHERE visitor_tags IS NOT
                        NULL) FROM silver.ad_event"""));
    }

    @Test
    void addressesStayMasked() {
        PublicDataset data = PublicDataset.of(IPINYOU);

        assertEquals("4570", data.one("SELECT count(*) FROM silver.ad_event WHERE ip_address LIKE '%.*'"));
    }

    @Test
    void clicksAreMarkedAsUpSampled() {
        PublicDataset data = PublicDataset.of(IPINYOU);

        assertEquals(
                "83|65|4570",
                data.one(
                        """
                        SELECT count_if(clicked AND attributes['split'] = 'train'), count_if(clicked AND
                        attributes['split'] = 'test'), count_if(attributes['clicks_up_sampled'] = 'true') FROM
                        silver.ad_event"""));
    }

    @Test
    void pricesAreYuanForAThousand() {
        PublicDataset data = PublicDataset.of(IPINYOU);

        assertEquals("3976.0900", data.one("SELECT sum(price_paid) FROM silver.ad_event"));
    }

    @Test
    void wordsForUnknownAreNoValues() {
        PublicDataset data = PublicDataset.of(IPINYOU);

        assertEquals(
                "0|1603",
                data.one(
                        """
                        SELECT count_if(slot_format = 'Na' OR page = 'null'), count(slot_format) FROM
                        silver.ad_event"""));
    }

    @Test
    void equalRowsOfDifferentAdvertisementsAreKept() {
        PublicDataset data = PublicDataset.of(FB_ADS_KAG);

        assertEquals(
                "1143|1142|58705.2300",
                data.one("SELECT count(*), count(DISTINCT source_hash), sum(spend) FROM silver.ad_spend"));
    }

    @Test
    void repeatedPathsAllCount() {
        PublicDataset data = PublicDataset.of(CHANNEL_ATTRIBUTION);

        assertEquals(
                "10000|5408|9478",
                data.one(
                        """
                        SELECT count(*), count(DISTINCT touches), count(DISTINCT source_hash) FROM
                        silver.channel_path"""));
        assertEquals("19785|68602", data.one("SELECT sum(conversions), sum(non_conversions) FROM silver.channel_path"));
    }

    @Test
    void pathsAreTouchesInOrder() {
        PublicDataset data = PublicDataset.of(CHANNEL_ATTRIBUTION);

        assertEquals(
                "eta|iota|alpha|eta",
                data.one(
                        """
                        SELECT concat_ws('|', touches) FROM silver.channel_path ORDER BY source_ordinal LIMIT 1"""));
    }

    @Test
    void theTextForNoEventIsNoEvent() {
        PublicDataset data = PublicDataset.of(MMM_ROBYN);

        assertEquals(
                "208|2",
                data.one(
                        """
                        SELECT count(*), count(attributes['event']) FROM silver.series_observation WHERE
                        series_id = 'revenue'"""));
    }

    @Test
    void channelsSideBySideAreRows() {
        PublicDataset data = PublicDataset.of(MMM_ROBYN);

        assertEquals(
                "5|208|3087487.77|416",
                data.one(
                        """
                        SELECT count(DISTINCT channel), count(DISTINCT period_start), CAST(sum(spend) FILTER
                        (WHERE channel = 'tv') AS DECIMAL(18, 2)), count(exposure) FROM silver.marketing_spend"""));
    }
}
