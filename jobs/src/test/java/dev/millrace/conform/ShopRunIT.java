package dev.millrace.conform;

import static dev.millrace.testing.SmallShop.CUSTOMERS;
import static dev.millrace.testing.SmallShop.ORDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobResult;
import dev.millrace.job.RunReport;
import dev.millrace.tables.feature.CustomerFirstOrder;
import dev.millrace.tables.gold.KpiCountryMonth;
import dev.millrace.tables.gold.KpiDay;
import dev.millrace.tables.gold.KpiMonth;
import dev.millrace.tables.gold.ProductDay;
import dev.millrace.tables.silver.Customer;
import dev.millrace.tables.silver.OrderLine;
import dev.millrace.tables.silver.OrderReturn;
import dev.millrace.testing.LakeState;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class ShopRunIT {

    @TempDir
    private static Path folder;

    private static SparkSession session;
    private static SmallShop shop;

    @BeforeAll
    static void runThreeDaysAtOnce(SparkSession shared) {
        session = shared;
        shop = new SmallShop(shared, folder);
        deliverThreeDays();
        shop.runWell("2024-01-30", "2024-02-01");
    }

    private static void deliverThreeDays() {
        shop.deliver(
                        "orders/2024-01-30.csv",
                        ORDERS,
                        "A1,tea,ann,3,2.50,2024-01-30 09:00:00,DE",
                        "A1,tea,ann,3,2.50,2024-01-30 09:00:00,DE",
                        "A1,POST,ann,1,4.00,2024-01-30 09:00:00,DE",
                        "A2,cup,,2,5.00,2024-01-30 10:00:00,FR")
                .deliver(
                        "orders/2024-01-31.csv",
                        ORDERS,
                        "A3,cup,bob,1,5.00,2024-01-31 08:00:00,FR",
                        "R1,tea,ann,-1,2.50,2024-01-31 09:00:00,DE")
                .deliver(
                        "orders/2024-02-01.csv",
                        ORDERS,
                        "A4,cup,ann,4,5.00,2024-02-01 08:00:00,DE",
                        "A5,tea,bob,2,2.50,2024-01-30 23:59:59,FR")
                .deliver("customers/2024-01-30.csv", CUSTOMERS, "ann,Ann,Bonn", "bob,Bob,Lyon")
                .deliver("customers/2024-02-01.csv", CUSTOMERS, "ann,,Kiel");
    }

    @Test
    void linesAreNumberedAndExactDuplicatesDropped() {
        assertEquals(
                List.of("A1|1|sale|tea|3.000|7.5000", "A1|2|fee|POST|1.000|4.0000", "A2|1|sale|cup|2.000|10.0000"),
                shop.rows(
                                OrderLine.SPEC,
                                "order_id, line_number, kind, product_id, quantity, amount",
                                "struct(order_id, line_number)")
                        .subList(0, 3));
    }

    @Test
    void aReturnFindsTheNewestSaleOfTheCustomerAtItsPrice() {
        assertEquals(
                List.of("R1|tea|1.000|match|A1|1|1"),
                shop.rows(
                        OrderReturn.SPEC,
                        "order_id, product_id, quantity, pairing, sale_order_id, sale_line_number, days_held",
                        "order_id"));
    }

    @Test
    void kpisAddUpAsARetailerKnowsThem() {
        String measures = "orders, lines, units, buyers, new_buyers, returning_buyers, gross_sales, returns, net_sales,"
                + " fees, total_amount, average_order_value, anonymous_share";
        assertEquals(
                List.of(
                        "3|3|7.000|2|2|0|22.5000|0.0000|22.5000|4.0000|26.5000|7.5000|0.444444",
                        "1|1|1.000|1|0|1|5.0000|2.5000|2.5000|0.0000|2.5000|5.0000|0.000000",
                        "1|1|4.000|1|0|1|20.0000|0.0000|20.0000|0.0000|20.0000|20.0000|0.000000"),
                shop.rows(KpiDay.SPEC, measures, "order_date"));
        assertEquals(
                List.of(
                        "4|4|8.000|2|2|0|27.5000|2.5000|25.0000|4.0000|29.0000|6.8750|0.363636",
                        "1|1|4.000|1|0|1|20.0000|0.0000|20.0000|0.0000|20.0000|20.0000|0.000000"),
                shop.rows(KpiMonth.SPEC, measures, "month"));
        assertEquals(
                List.of("DE|2024-01-01|1|1|7.5000", "DE|2024-02-01|1|0|20.0000", "FR|2024-01-01|1|1|20.0000"),
                shop.rows(
                        KpiCountryMonth.SPEC,
                        "country, month, buyers, new_buyers, gross_sales",
                        "struct(country, month)"));
    }

    @Test
    void productsShowWhatTheySoldAndTookBack() {
        assertEquals(
                List.of("tea|2024-01-30|5.000|0.000|12.5000|2.5000", "tea|2024-01-31|0.000|1.000|-2.5000|null"),
                shop
                        .rows(
                                ProductDay.SPEC,
                                "product_id, order_date, units, returned_units, net_sales, average_price",
                                "struct(product_id, order_date)")
                        .stream()
                        .filter(row -> row.startsWith("tea"))
                        .toList());
    }

    @Test
    void aBlankDoesNotWipeOutWhatWasKnownOfACustomer() {
        assertEquals(
                List.of("ann|Ann|Kiel|DE|2024-02-01", "bob|Bob|Lyon|FR|2024-02-01"),
                shop.rows(Customer.SPEC, "customer_id, name, city, country, known_date", "customer_id"));
    }

    @Test
    void dayByDayALateOrderMovesTheFirstDayAndAllEqualsOneRun() {
        SmallShop daily = shop.into("daily");
        daily.runWell("2024-01-30", "2024-01-30");
        daily.runWell("2024-01-31", "2024-01-31");
        assertEquals(
                List.of("2024-01-30|1", "2024-01-31|1"),
                daily.rows(KpiDay.SPEC, "order_date, new_buyers", "order_date"));

        daily.runWell("2024-02-01", "2024-02-01");

        assertEquals(
                List.of("ann|2024-01-30", "bob|2024-01-30"),
                daily.rows(CustomerFirstOrder.SPEC, "customer_id, first_order_date", "customer_id"));
        assertEquals(LakeState.rowsOfDays(session, shop.lake()), LakeState.rowsOfDays(session, daily.lake()));
    }

    @Test
    void daysInAnyOrderGiveTheSameLake() {
        SmallShop backwards = shop.into("backwards");
        for (String day : List.of("2024-02-01", "2024-01-31", "2024-01-30")) {
            backwards.runWell(day, day);
        }

        assertEquals(LakeState.rowsOfDays(session, shop.lake()), LakeState.rowsOfDays(session, backwards.lake()));
    }

    @Test
    void aSecondRunChangesNoFileAndANewMappingMakesItsTablesAnew() {
        SmallShop again = shop.into("again");
        again.runWell("2024-01-30", "2024-02-01");
        var files = LakeState.dataFiles(again.lake(), "bronze", "silver", "feature", "gold");

        RunReport second = again.runWell("2024-01-30", "2024-02-01");

        assertEquals(0, second.rowsWritten());
        assertTrue(second.jobs().stream().allMatch(job -> job.status() == JobResult.Status.UP_TO_DATE));
        assertEquals(files, LakeState.dataFiles(again.lake(), "bronze", "silver", "feature", "gold"));

        again.with("entities.order_line.orders.exact-duplicates", "keep").runWell("2024-01-30", "2024-02-01");

        assertEquals(
                shop.table(OrderLine.SPEC).count() + 1,
                again.table(OrderLine.SPEC).count());
        assertEquals(
                List.of("30.0000"),
                again.rows(KpiDay.SPEC, "gross_sales", "order_date").subList(0, 1));
    }
}
