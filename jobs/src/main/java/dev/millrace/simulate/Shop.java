package dev.millrace.simulate;

import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A simulated company before anything goes wrong: the clean rows of every feed.
 *
 * @param population as of {@link Customers#population}
 * @param products as of {@link Assortment#products}
 * @param weekly as of {@link Prices#weekly}
 * @param supply of its stock, where that is kept
 */
record Shop(
        ShopPlan plan, Dataset<Row> population, Dataset<Row> products, Dataset<Row> weekly, Optional<Supply> supply) {

    /** The feed's columns, typed, and {@code day}: the DATE on which a row becomes known. */
    Dataset<Row> rows(Feed feed) {
        return switch (feed) {
            case ORDERS -> Orders.delivered(lines());
            case RETURNS -> new Returns(plan).of(lines());
            case CUSTOMERS -> new CustomerVersions(plan).of(population);
            case PRODUCTS -> new Assortment(plan).versions(products);
            case PRICES -> new Prices(plan).changes(weekly);
            case WEB_EVENTS -> new WebEvents(plan, choice()).of(population, lines());
            case STOCK -> SupplyFeeds.stock(kept().books());
            case SHIPMENTS -> new SupplyFeeds(plan).shipments(kept().books(), kept().terms());
            case SUPPLY_TERMS -> new SupplyFeeds(plan).terms(kept().terms());
            case PROMOTIONS -> new SupplyFeeds(plan).promotions(weekly);
        };
    }

    private Supply kept() {
        return supply.orElseThrow(() -> new IllegalStateException("This shop keeps no stock; plan it with supply."));
    }

    private Dataset<Row> lines() {
        Dataset<Row> wanted = new Orders(plan, choice()).lines(population);
        return supply.map(stock -> stock.served(wanted)).orElse(wanted);
    }

    private ProductChoice choice() {
        return new ProductChoice(plan, weekly);
    }
}
