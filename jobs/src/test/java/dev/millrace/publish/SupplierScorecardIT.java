package dev.millrace.publish;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.testing.Company;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A scorecard tells of each month's planned deliveries how many came, and when. */
@ExtendWith(SparkExtension.class)
class SupplierScorecardIT {

    private static final String CONFIGURATION =
            """
            company { name = "Buyer", currency = "EUR" }
            sources.deliveries { files = "*.csv", columns = [number, vendor, ordered, planned, came, value] }
            entities.shipment.deliveries.columns {
              shipment_id = "number"
              partner_id = "vendor"
              ordered_ts = "ordered"
              planned_ts = "planned"
              delivered_ts = "came"
              goods_value = "value"
            }
            """;
    private static final String HEADER = "number,vendor,ordered,planned,came,value\n";

    @TempDir
    private Path folder;

    private Company company;

    @BeforeEach
    void found(SparkSession session) {
        company = new Company(session, folder, CONFIGURATION);
    }

    private List<String> scorecard(String columns) {
        return company.rows("gold/supplier_scorecard", columns, "struct(month, partner_id)");
    }

    @Test
    void aMonthHoldsWhatWasPlannedForItAndAPunctualVendorOfFewDeliveriesIsNotYetTrusted() {
        company.deliver(
                "2024-02-10.csv",
                HEADER
                        + "1,slow,2024-01-01,2024-01-10,2024-01-14,100\n"
                        + "2,slow,2024-01-02,2024-01-20,2024-01-20,50\n"
                        + "3,slow,2024-01-03,2024-01-31,2024-02-04,\n"
                        + "4,slow,2024-01-04,2024-02-01,,10\n"
                        + "5,good,2024-01-20,2024-01-25,2024-01-24,30\n"
                        + "6,,2024-01-20,2024-01-25,2024-01-24,30\n");
        company.runWell();

        assertEquals(
                List.of(
                        "2024-01-01|good|1|1|1|1.000000|-1.0|null|null|4.0",
                        "2024-01-01|slow|3|3|1|0.333333|2.666667|2.309401|4.0|21.0",
                        "2024-02-01|slow|1|0|0|null|null|null|null|null"),
                scorecard("month, partner_id, shipments, delivered, on_time, on_time_share, mean_delay_days,"
                        + " delay_deviation_days, mean_days_late, mean_lead_days"));
        // By hand: one of one is 1 / (1 + 3.8415) to 1; one of three is 0.0615 to 0.7923.
        assertEquals(
                List.of("0.206549|1.000000|30.0000", "0.061492|0.792340|150.0000", "null|null|10.0000"),
                scorecard("on_time_low, on_time_high, goods_value"));
    }

    @Test
    void aDeliveryThatComesLaterChangesTheMonthThatItWasPlannedForAndARerunNothing(SparkSession session) {
        company.deliver("2024-02-10.csv", HEADER + "1,slow,2024-01-01,2024-01-10,,100\n");
        company.runWell();
        company.deliver("2024-03-10.csv", HEADER + "1,slow,2024-01-01,2024-01-10,2024-03-09,100\n");
        company.runWell();

        assertEquals(
                List.of("2024-01-01|1|1|0|59.0"), scorecard("month, shipments, delivered, on_time, mean_delay_days"));
        Map<String, String> before = LakeState.rows(session, company.lake());
        company.runWell();
        assertEquals(before, LakeState.rows(session, company.lake()));
    }
}
