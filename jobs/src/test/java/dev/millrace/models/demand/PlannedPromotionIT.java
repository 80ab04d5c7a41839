package dev.millrace.models.demand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.job.JobCatalog;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.testing.Company;
import dev.millrace.testing.SparkExtension;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Twelve products that sell three times as much on days of promotion, of which one is planned for the week to come. */
@ExtendWith(SparkExtension.class)
class PlannedPromotionIT {

    private static final LocalDate FIRST = LocalDate.parse("2024-01-01");
    private static final int DAYS = 112;
    private static final int PRODUCTS = 12;
    private static final LocalDate PLANNED = FIRST.plusDays(DAYS + 3L);
    private static final String CONFIGURATION =
            """
            company { name = "Shop", currency = "EUR" }
            sources.sales { files = "sales/*", columns = [product, at, units] }
            sources.promotions { files = "promotions/*", columns = [product, at, promoted], changed-files = replace }
            entities.series_observation.sales.columns {
              series_id = product, observed_ts = at, observed_value = units, product_id = product, measure = "'units'"
            }
            entities.series_observation.promotions.columns {
              series_id = "concat('promotion ', product)", observed_ts = at, observed_value = promoted, product_id = product
              measure = "'promotion'"
            }
            forecasts.demand {
              table = silver.series_observation, series = product_id, value = observed_value, where = "measure = 'units'"
              horizon-days = 7, windows = 1, methods = [seasonal_mean, boosted]
              inputs.promotion { table = silver.series_observation, value = observed_value, where = "measure = 'promotion'" }
            %s
            }
            """;

    private static final String PRODUCT =
            """
            sources.products { files = "products/*", columns = [product, category] }
            entities.product.products.columns { product_id = product, category = category }
            """;

    private final Random chance = new Random(3);
    private final Map<Integer, StringBuilder> promotions = new HashMap<>();

    private String sales(int from, int to) {
        StringBuilder lines = new StringBuilder("product,at,units\n");
        for (int product = 0; product < PRODUCTS; product++) {
            for (int day = from; day < to; day++) {
                boolean promoted = day < DAYS && chance.nextDouble() < 0.15;
                double units = (30 + product) * (promoted ? 3 : 1) * (0.95 + 0.1 * chance.nextDouble());
                lines.append(
                        String.format(java.util.Locale.ROOT, "p%d,%s,%.2f%n", product, FIRST.plusDays(day), units));
                if (promoted) {
                    promoted(product, FIRST.plusDays(day));
                }
            }
        }
        return lines.toString();
    }

    private void promoted(int product, LocalDate day) {
        promotions
                .computeIfAbsent(0, key -> new StringBuilder("product,at,promoted\n"))
                .append("p")
                .append(product)
                .append(",")
                .append(day)
                .append(",1\n");
    }

    private static Map<String, Double> expected(Company company, LocalDate asOf) {
        Map<String, Double> expected = new HashMap<>();
        for (Row row : company.table("score/demand_forecast")
                .filter("forecast_date = DATE'" + PLANNED + "' AND as_of_date = DATE'" + asOf + "'")
                .collectAsList()) {
            expected.put(row.getAs("product_id"), row.getAs("expected"));
            assertEquals("boosted", row.getAs("method"), row::toString);
        }
        return expected;
    }

    @Test
    void aPromotionThatIsPlannedIsForecastAndOneThatIsWithdrawnIsNotInTheNextForecast(
            SparkSession session, @TempDir Path folder) {
        Company company = new Company(session, folder, CONFIGURATION.formatted("")).upTo("score-demand_forecast");
        company.deliver("sales/2024-06-02.csv", sales(0, DAYS));
        company.deliver("promotions/2024-06-02-past.csv", promotions.get(0).toString());
        String planned = "product,at,promoted\np4," + PLANNED + ",1\np5," + PLANNED + ",1\n";
        company.deliver("promotions/2024-06-02-planned.csv", planned).runWell();

        Map<String, Double> first = expected(company, FIRST.plusDays(DAYS));
        assertEquals(PRODUCTS, first.size());
        assertTrue(first.get("p4") > 2.2 * 34, first::toString);
        assertTrue(first.get("p5") > 2.2 * 35, first::toString);
        assertTrue(first.get("p6") < 1.3 * 36, first::toString);

        // That of p4 is withdrawn, and a day later all is forecast anew.
        company.deliver("promotions/2024-06-02-planned.csv", "product,at,promoted\np5," + PLANNED + ",1\n")
                .deliver("sales/2024-06-03.csv", sales(DAYS, DAYS + 1))
                .runWell();

        Map<String, Double> second = expected(company, FIRST.plusDays(DAYS + 1L));
        assertTrue(second.get("p4") < 1.3 * 34, second::toString);
        assertTrue(second.get("p5") > 2.2 * 35, second::toString);
        assertEquals(first, expected(company, FIRST.plusDays(DAYS)), "what was published stays");
    }

    @Test
    void whatAForecastLooksAtBesideItsSeriesMustBeThere(SparkSession session, @TempDir Path folder) {
        Company company = new Company(
                session,
                folder,
                PRODUCT
                        + CONFIGURATION.formatted("attributes = [silver.product.kategory, silver.prodct.brand]\n"
                                + "inputs.price { table = silver.product, value = \"rand()\" }"));

        String told = Assertions.assertThrows(ConfigurationException.class, () -> JobCatalog.graph(company.settings()))
                .getMessage();

        assertTrue(
                told.contains("names the column 'kategory', which silver/product lacks. Did you mean 'category'?"),
                told);
        assertTrue(told.contains("names 'silver/prodct', which no job makes. Did you mean 'silver/product'?"), told);
        assertTrue(told.contains("silver/product, which has no day"), told);
        assertTrue(told.contains("rand"), told);
    }
}
