package dev.millrace.simulate;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A simulated company before anything goes wrong: the clean rows of every feed.
 *
 * @param population as of {@link Customers#population}
 * @param products as of {@link Assortment#products}
 * @param weekly as of {@link Prices#weekly}
 */
record Shop(ShopPlan plan, Dataset<Row> population, Dataset<Row> products, Dataset<Row> weekly) {

    /** The feed's columns, typed, and {@code day}: the DATE on which a row becomes known. */
    Dataset<Row> rows(Feed feed) {
        return switch (feed) {
            case ORDERS -> Orders.delivered(lines());
            case RETURNS -> new Returns(plan).of(lines());
            case CUSTOMERS -> new CustomerVersions(plan).of(population);
            case PRODUCTS -> new Assortment(plan).versions(products);
            case PRICES -> new Prices(plan).changes(weekly);
            case WEB_EVENTS -> new WebEvents(plan, choice()).of(population, lines());
        };
    }

    private Dataset<Row> lines() {
        return new Orders(plan, choice()).lines(population);
    }

    private ProductChoice choice() {
        return new ProductChoice(plan, weekly);
    }
}
