package dev.millrace.models.supply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.testing.Company;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(SparkExtension.class)
class SupplyEntitiesIT {

    private static final String MAPPING =
            """
            quality.max-rejected-share = 1
            sources.terms { files = "terms/*.csv", columns = [item, vendor, days, pack, least, cost] }
            sources.bill { files = "bill/*.csv", columns = [parent, part, quantity, scrap] }
            entities.supply_terms.terms.columns {
              product_id = item
              partner_id = vendor
              lead_time_days = days
              pack = pack
              minimum_quantity = least
              unit_cost = cost
            }
            entities.bill_component.bill.columns {
              parent_id = parent
              component_id = part
              quantity = quantity
              scrap = scrap
            }
            """;

    @Test
    void termsAndBillsAreMappedAndWhatCannotBeIsSetAside(SparkSession session, @TempDir Path folder) {
        Company company = new Company(session, folder, MAPPING)
                .deliver(
                        "terms/2024-04-30.csv",
                        """
                        item,vendor,days,pack,least,cost
                        tea,V,0,12,24,2.50
                        gin,V,-1,,,4
                        rum,V,3,0,,4
                        """)
                .deliver(
                        "bill/2024-04-30.csv",
                        """
                        parent,part,quantity,scrap
                        bike,wheel,2,0.1
                        bike,paint,1,1
                        bike,bike,1,
                        bike,horn,0,
                        """);
        company.runWell();
        assertEquals(
                List.of("tea|(any)|V|0|12.000|24.000|2.5000"),
                company.rows(
                        "silver/supply_terms",
                        "product_id, location_id, partner_id, lead_time_days, pack, minimum_quantity, unit_cost",
                        "product_id"));
        assertEquals(
                List.of("bike|wheel|1|2.0|0.1"),
                company.rows(
                        "silver/bill_component",
                        "parent_id, component_id, bill_line, quantity, scrap",
                        "component_id"));
        assertEquals(
                List.of(
                        "lead_time_not_negative",
                        "not_its_own_component",
                        "pack_above_zero",
                        "quantity_above_zero",
                        "scrap_leaves_something"),
                company.rows("ops/quarantine", "rule", "rule"));
    }
}
