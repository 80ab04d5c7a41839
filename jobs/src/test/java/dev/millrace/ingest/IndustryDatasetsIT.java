package dev.millrace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.testing.OnPublicDatasets;
import dev.millrace.testing.PublicDataset;
import org.junit.jupiter.api.Test;

/** What is wrong with the public data of lenders, suppliers and machines, each with the rule of its mapping that deals with it. */
@OnPublicDatasets
class IndustryDatasetsIT {

    private static final String GERMAN_CREDIT = "german-credit";
    private static final String SCMS_DELIVERY = "scms-delivery";
    private static final String AI4I2020 = "ai4i2020";
    private static final String AZURE_PDM = "azure-pdm";
    private static final String CMAPSS = "cmapss";

    @Test
    void twoEncodingsAreOneSet() {
        PublicDataset data = PublicDataset.of(GERMAN_CREDIT);

        assertEquals(
                "1000|700|300",
                data.one(
                        """
                        SELECT count(*), count_if(outcome = 'good'), count_if(outcome = 'bad') FROM
                        silver.application"""));
        assertEquals(
                "0",
                data.one(
                        """
                        SELECT count(*) FROM silver.application a JOIN bronze.coded_applications c ON c._ordinal
                        = a.source_ordinal WHERE a.amount <> c.AMOUNT OR a.applicant_age <> c.AGE OR
                        a.attributes['checking_balance_code'] <> c.STATUS_ACCOUNT"""));
    }

    @Test
    void threeWaysOfWritingDatesAreRead() {
        PublicDataset data = PublicDataset.of(SCMS_DELIVERY);

        assertEquals(
                "10324|10324|4592",
                data.one(
                        """
                        SELECT count(planned_ts), count(delivered_ts), count(ordered_ts) FROM silver.shipment"""));
        assertEquals(
                "2880|1712|0",
                data.one(
                        """
                        SELECT count_if(PO_Sent_to_Vendor_Date LIKE '%/%/%' AND ordered_ts IS NOT NULL AND
                        PO_Sent_to_Vendor_Date NOT LIKE 'N/A%'), count_if(date_format(ordered_ts,
                        "'20'MM-dd-yy") = PO_Sent_to_Vendor_Date), count_if(ordered_ts > planned_ts AND
                        PO_Sent_to_Vendor_Date NOT LIKE '%/%') FROM silver.shipment JOIN bronze.deliveries ON shipment_id = ID"""));
    }

    @Test
    void noQuoteThatASpreadsheetTurnedRoundComesAfterItsDelivery() {
        PublicDataset data = PublicDataset.of(SCMS_DELIVERY);

        assertEquals(
                "7643|0",
                data.one(
                        """
                        SELECT count(attributes['quoted_on']), count_if(attributes['quoted_on'] > planned_date AND
                        PQ_First_Sent_to_Client_Date NOT LIKE '%/%') FROM silver.shipment JOIN bronze.deliveries
                        ON shipment_id = ID"""));
    }

    @Test
    void textsInPlaceOfDatesAreToldApart() {
        PublicDataset data = PublicDataset.of(SCMS_DELIVERY);

        assertEquals(
                "5404|328|2476|205",
                data.one(
                        """
                        SELECT count_if(attributes['order_note'] = 'N/A - From RDC'),
                        count_if(attributes['order_note'] = 'Date Not Captured'),
                        count_if(attributes['quote_note'] = 'Pre-PQ Process'), count_if(attributes['quote_note']
                        = 'Date Not Captured') FROM silver.shipment"""));
    }

    @Test
    void freightIsANumberOrSaysWhereItIsBooked() {
        PublicDataset data = PublicDataset.of(SCMS_DELIVERY);

        assertEquals(
                "6198|1442|239|2445",
                data.one(
                        """
                        SELECT count_if(freight_terms = 'own'), count_if(freight_terms = 'included'),
                        count_if(freight_terms = 'invoiced_separately'), count_if(freight_terms = 'shared') FROM
                        silver.shipment"""));
        assertEquals(
                "6198|68817849.4100|1627584457.2900",
                data.one("SELECT count(freight), sum(freight), sum(goods_value) FROM silver.shipment"));
    }

    @Test
    void sharedFreightIsBookedOnAnotherShipment() {
        PublicDataset data = PublicDataset.of(SCMS_DELIVERY);

        assertEquals(
                "2445|2340",
                data.one(
                        """
                        SELECT count(*), count(o.freight) FROM silver.shipment s JOIN silver.shipment o ON
                        o.shipment_id = s.freight_shipment_id"""));
        assertEquals(
                "6372|2445",
                data.one(
                        """
                        SELECT count(weight_kg), count(attributes['weight_shipment_id']) FROM silver.shipment"""));
    }

    @Test
    void modesOfFailureAreNamedAsWhatTheyAre() {
        PublicDataset data = PublicDataset.of(AI4I2020);

        assertEquals(
                "339|9|18",
                data.one(
                        """
                        SELECT count_if(failed), count_if(failed AND NOT mode), count_if(NOT failed AND mode)
                        FROM (SELECT failed, exists(map_values(attributes), value -> value = '1') AS mode FROM
                        silver.machine_reading)"""));
        assertEquals(
                "0",
                data.one(
                        """
                        SELECT count(*) FROM silver.machine_reading WHERE exists(map_keys(attributes), name ->
                        name NOT LIKE 'leak%')"""));
        assertEquals(
                "5|399869.1",
                data.one(
                        """
                        SELECT max(size(measures)), CAST(sum(measures['torque_nm']) AS DECIMAL(18, 1)) FROM
                        silver.machine_reading"""));
    }

    @Test
    void theMarkOfByteOrderIsNoPartOfAName() {
        PublicDataset data = PublicDataset.of(AI4I2020);

        assertEquals("1|10000", data.one("SELECT min(cycle), max(cycle) FROM silver.machine_reading"));
    }

    @Test
    void threeFeedsAreOneKindOfFact() {
        PublicDataset data = PublicDataset.of(AZURE_PDM);

        assertEquals(
                "3919|761|3286|100",
                data.one(
                        """
                        SELECT count_if(kind = 'error'), count_if(kind = 'failure'), count_if(kind =
                        'maintenance'), count(DISTINCT machine_id) FROM silver.machine_event"""));
        assertEquals(
                "2019-06-01 06:00:00|2021-01-01 06:00:00",
                data.one("SELECT string(min(event_ts)), string(max(event_ts)) FROM silver.machine_event"));
    }

    @Test
    void blanksSeparateAlsoAtTheEnd() {
        PublicDataset data = PublicDataset.of(CMAPSS);

        assertEquals(
                "33727|24|24",
                data.one(
                        """
                        SELECT count(*), min(size(measures)), max(size(measures)) FROM silver.machine_reading"""));
        assertEquals(
                "13259150.34",
                data.one(
                        """
                        SELECT CAST(sum(measures['sensor_2']) AS DECIMAL(18, 2)) FROM silver.machine_reading
                        WHERE machine_id LIKE 'train%'"""));
    }

    @Test
    void enginesOfBothFilesAreApart() {
        PublicDataset data = PublicDataset.of(CMAPSS);

        assertEquals(
                "100|100|192",
                data.one(
                        """
                        SELECT count(DISTINCT machine_id) FILTER (WHERE machine_id LIKE 'train%'), count(DISTINCT
                        machine_id) FILTER (WHERE machine_id LIKE 'test%'), max(cycle) FILTER (WHERE machine_id =
                        'train-1') FROM silver.machine_reading"""));
    }

    @Test
    void theLineOfARemainingLifeIsItsEngine() {
        PublicDataset data = PublicDataset.of(CMAPSS);

        assertEquals(
                "112|7552|0",
                data.one(
                        """
                        SELECT max(remaining_cycles) FILTER (WHERE machine_id = 'test-1'), sum(remaining_cycles),
                        max(remaining_cycles) FILTER (WHERE machine_id LIKE 'train%') FROM silver.machine"""));
    }
}
