package dev.millrace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.testing.OnPublicDatasets;
import dev.millrace.testing.PublicDataset;
import org.junit.jupiter.api.Test;

/** What is wrong with the public data of shops, each with the rule of its mapping that deals with it. */
@OnPublicDatasets
class ShopDatasetsIT {

    private static final String COMPLETE_JOURNEY = "complete-journey";
    private static final String CDNOW = "cdnow";
    private static final String OLIST = "olist";
    private static final String TELCO_CHURN = "telco-churn";

    @Test
    void linesWithoutUnitsAreAdjustments() {
        PublicDataset data = PublicDataset.of(COMPLETE_JOURNEY);

        assertEquals(
                "416|0.0000",
                data.one(
                        """
                        SELECT count(*), sum(amount) FROM silver.order_line WHERE quantity = 0 AND kind =
                        'adjustment'"""));
        assertEquals("74584", data.one("SELECT count(*) FROM silver.order_line WHERE kind = 'sale' AND quantity > 0"));
        assertEquals("233935.2400", data.one("SELECT sum(amount) FROM silver.order_line"));
    }

    @Test
    void duplicateCouponsAreOneOffer() {
        PublicDataset data = PublicDataset.of(COMPLETE_JOURNEY);

        assertEquals(
                "116204|111332",
                data.one(
                        """
                        SELECT count(*), count(DISTINCT coupon_upc, product_id, campaign_id) FROM bronze.coupons"""));
        assertEquals(
                "111332|111332",
                data.one(
                        """
                        SELECT count(*), count(DISTINCT offer_id, product_id, campaign_id) FROM
                        silver.campaign_offer WHERE kind = 'coupon'"""));
    }

    @Test
    void linesOfUnknownProductsAreKeptAndMarked() {
        PublicDataset data = PublicDataset.of(COMPLETE_JOURNEY);

        assertEquals(
                "222|5",
                data.one(
                        """
                        SELECT count(*), count(DISTINCT product_id) FROM silver.order_line WHERE
                        attributes['in_catalogue'] = 'false'"""));
    }

    @Test
    void linesPastTheEndOfTheYearStayWhereTheirMomentsAre() {
        PublicDataset data = PublicDataset.of(COMPLETE_JOURNEY);

        assertEquals(
                "23|2018-01-01 03:47:38",
                data.one(
                        """
                        SELECT count(*), string(max(order_ts)) FROM silver.order_line WHERE order_date >
                        '2017-12-31'"""));
    }

    @Test
    void householdsWithoutDemographicsAreCustomers() {
        PublicDataset data = PublicDataset.of(COMPLETE_JOURNEY);

        assertEquals("2377|801", data.one("SELECT count(*), count(age_band) FROM silver.customer"));
        assertEquals(
                "42199",
                data.one(
                        """
                        SELECT count(*) FROM silver.order_line l JOIN silver.customer c USING (customer_id) WHERE
                        c.age_band IS NOT NULL"""));
    }

    @Test
    void weeksOfPromotionsAreDates() {
        PublicDataset data = PublicDataset.of(COMPLETE_JOURNEY);

        assertEquals(
                "6704|2017-12-25|2017-12-31",
                data.one(
                        """
                        SELECT count(*), min(starts_on), max(ends_on) FROM silver.campaign_offer WHERE kind =
                        'promotion' AND starts_on >= '2017-12-25'"""));
        assertEquals("0", data.one("SELECT count(*) FROM silver.campaign_offer WHERE display = '0' OR mailer = '0'"));
    }

    @Test
    void placesBecomeColumnsToTheLastCent() {
        PublicDataset data = PublicDataset.of(CDNOW);

        assertEquals(
                "244091.9400|16479.000|2357|1997-01-01|1998-06-30",
                data.one(
                        """
                        SELECT sum(amount), sum(quantity), count(DISTINCT customer_id), min(order_date),
                        max(order_date) FROM silver.order_line"""));
        assertEquals(
                "0",
                data.one(
                        """
                        SELECT count(*) FROM bronze.purchases WHERE value LIKE concat('%', char(13), '%')"""));
    }

    @Test
    void aCustomerHasTheNumberOfTheWholeList() {
        PublicDataset data = PublicDataset.of(CDNOW);

        assertEquals(
                "00004|0001",
                data.one(
                        """
                        SELECT min(customer_id), min_by(attributes['sample_id'], customer_id) FROM
                        silver.customer"""));
    }

    @Test
    void purchasesOfOneDayAreLinesOfOneOrder() {
        PublicDataset data = PublicDataset.of(CDNOW);

        assertEquals(
                "223|6696",
                data.one(
                        """
                        SELECT count_if(line_number > 1), count(DISTINCT order_id) FROM silver.order_line"""));
        assertEquals(
                "21",
                data.one(
                        """
                        SELECT count(*) - count(DISTINCT customer_id, order_date, quantity, amount) FROM
                        silver.order_line"""));
    }

    @Test
    void purchasesWithoutMoneyAreNoSales() {
        PublicDataset data = PublicDataset.of(CDNOW);

        assertEquals(
                "8|8",
                data.one(
                        """
                        SELECT count(*), count_if(kind = 'adjustment') FROM silver.order_line WHERE amount = 0"""));
    }

    @Test
    void separatorsMarksAndDatesOfLeadsAreRead() {
        PublicDataset data = PublicDataset.of(OLIST);

        assertEquals(
                "8000|8000|2018-05-31",
                data.one("SELECT count(lead_id), count(lead_ts), max(lead_date) FROM silver.lead"));
        assertEquals("842", data.one("SELECT count(*) FROM silver.deal JOIN silver.lead USING (lead_id)"));
    }

    @Test
    void hoursOfOneDigitAreRead() {
        PublicDataset data = PublicDataset.of(OLIST);

        assertEquals(
                "842|2017-12-05 02:00:00|2018-11-14 18:04:00",
                data.one("SELECT count(*), string(min(deal_ts)), string(max(deal_ts)) FROM silver.deal"));
    }

    @Test
    void headersWithSpacesAreColumns() {
        PublicDataset data = PublicDataset.of(OLIST);

        assertEquals("332", data.one("SELECT count_if(lead_type = 'online medium') FROM silver.deal"));
    }

    @Test
    void dealsOfUnlistedSellersAreKeptAndMarked() {
        PublicDataset data = PublicDataset.of(OLIST);

        assertEquals(
                "380|462",
                data.one(
                        """
                        SELECT count_if(attributes['seller_is_listed'] = 'true'),
                        count_if(attributes['seller_is_listed'] = 'false') FROM silver.deal"""));
    }

    @Test
    void theSourcesSpellingOfLengthIsRead() {
        PublicDataset data = PublicDataset.of(OLIST);

        assertEquals("32341", data.one("SELECT count(attributes['name_length']) FROM silver.product"));
    }

    @Test
    void untranslatedCategoriesKeepTheirName() {
        PublicDataset data = PublicDataset.of(OLIST);

        assertEquals(
                "10|3",
                data.one(
                        """
                        SELECT count_if(category = 'portateis_cozinha_e_preparadores_de_alimentos'),
                        count_if(category = 'pc_gamer') FROM silver.product"""));
        assertEquals("0", data.one("SELECT count(*) FROM silver.product WHERE category = 'perfumaria'"));
    }

    @Test
    void itemsHaveTheMomentOfTheirOrderAndThePersonWhoOrdered() {
        PublicDataset data = PublicDataset.of(OLIST);

        assertEquals(
                "9116|0",
                data.one(
                        """
                        SELECT count(*), count_if(l.order_ts <> to_timestamp(o.order_purchase_timestamp)) FROM
                        silver.order_line l JOIN bronze.orders o USING (order_id) WHERE l.kind = 'sale'"""));
        assertEquals(
                "0",
                data.one(
                        """
                        SELECT count(*) FROM silver.order_line LEFT ANTI JOIN silver.customer USING (customer_id)"""));
    }

    @Test
    void goodsAndFreightStayApart() {
        PublicDataset data = PublicDataset.of(OLIST);

        assertEquals(
                "1089660.0900|182201.3900",
                data.one(
                        """
                        SELECT sum(amount) FILTER (WHERE kind = 'sale'), sum(amount) FILTER (WHERE kind = 'fee')
                        FROM silver.order_line"""));
        assertEquals("1286330.9000", data.one("SELECT sum(amount) FROM silver.payment"));
    }

    @Test
    void aBlankTotalIsNothingChargedYet() {
        PublicDataset data = PublicDataset.of(TELCO_CHURN);

        assertEquals(
                "11|0|0.0000",
                data.one(
                        """
                        SELECT count(*), max(tenure_months), max(total_charges) FROM silver.account WHERE
                        total_charges = 0"""));
        assertEquals(
                "7043|16056168.7000", data.one("SELECT count(total_charges), sum(total_charges) FROM silver.account"));
    }

    @Test
    void customersWhoDifferInTheirNumberAloneAreTwo() {
        PublicDataset data = PublicDataset.of(TELCO_CHURN);

        assertEquals(
                "22",
                data.one(
                        """
                        SELECT count(*) - count(DISTINCT gender, SeniorCitizen, Partner, Dependents, tenure,
                        PhoneService, MultipleLines, InternetService, OnlineSecurity, OnlineBackup,
                        DeviceProtection, TechSupport, StreamingTV, StreamingMovies, Contract, PaperlessBilling,
                        PaymentMethod, MonthlyCharges, TotalCharges, Churn) FROM bronze.contracts"""));
        assertEquals("7043|1869", data.one("SELECT count(DISTINCT account_id), count_if(closed) FROM silver.account"));
    }
}
