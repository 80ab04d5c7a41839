package dev.millrace.models.lifetime;

import static dev.millrace.testing.SmallShop.ORDERS;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.tables.gold.LifetimeModel;
import dev.millrace.tables.score.LifetimeValue;
import dev.millrace.testing.SmallShop;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class LifetimeRunIT {

    private static final String COLUMNS = "as_of_date, customer_id, repeat_purchases, recency_days, age_days,"
            + " expected_purchases, expected_value, lifetime_value, purchase_method, model_version";

    @Test
    void aRerunChangesNothingAndEarlierScoresStayAsTheyWerePublished(SparkSession session, @TempDir Path folder) {
        SmallShop shop = new SmallShop(session, folder)
                .deliver(
                        "orders/2024-01-30.csv",
                        ORDERS,
                        "A1,tea,ann,3,2.50,2024-01-20 09:00:00,DE",
                        "A2,tea,bob,1,2.50,2024-01-20 09:00:00,DE",
                        "A3,tea,ann,1,2.50,2024-01-30 09:00:00,DE");
        shop.runWell("2024-01-30", "2024-01-30");
        List<String> first = rows(shop);
        long version = shop.store().version(LifetimeValue.SPEC).orElseThrow();
        shop.runWell("2024-01-30", "2024-01-30");

        assertEquals(first, rows(shop));
        assertEquals(version, shop.store().version(LifetimeValue.SPEC).orElseThrow());
        assertTrue(first.get(0).startsWith("2024-01-31|ann|1|10|10|18.25|"), first.toString());
        assertEquals(2, first.size());

        // A day later, with a line of an earlier day that comes late.
        shop.deliver(
                "orders/2024-01-31.csv",
                ORDERS,
                "A4,cup,bob,1,5.00,2024-01-31 08:00:00,FR",
                "A5,cup,eve,1,5.00,2024-01-21 08:00:00,FR");
        shop.runWell("2024-01-31", "2024-01-31");
        List<String> second = rows(shop);

        assertEquals(first, second.subList(0, 2));
        assertEquals(5, second.size());
        assertTrue(second.get(3).startsWith("2024-02-01|bob|1|11|11|"), second.toString());
        assertEquals(
                List.of("2024-01-31|2|1|EUR|mean_rate", "2024-02-01|3|2|EUR|mean_rate"),
                shop.rows(
                        LifetimeModel.SPEC,
                        "as_of_date, customers, repeat_customers, currency, purchase_method",
                        "as_of_date"));

        // Another horizon makes the newest scores anew, and only these.
        shop.with("lifetime.horizon-days", "30").runWell("2024-01-31", "2024-01-31");
        List<String> third = rows(shop);

        assertEquals(first, third.subList(0, 2));
        assertEquals(5, third.size());
        assertTrue(!third.get(2).equals(second.get(2)), third.toString());
    }

    private static List<String> rows(SmallShop shop) {
        return shop.rows(LifetimeValue.SPEC, COLUMNS, "struct(as_of_date, customer_id)");
    }
}
