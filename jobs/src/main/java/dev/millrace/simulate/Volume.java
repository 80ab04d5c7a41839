package dev.millrace.simulate;

/** Roughly how many lines a plan makes: enough to choose numbers of files and tasks, which must not depend on the machine. */
final class Volume {

    private Volume() {}

    static long perDay(Feed feed, ShopPlan plan) {
        return switch (feed) {
            case ORDERS -> (long) (550 * plan.scale());
            case RETURNS -> (long) (30 * plan.scale());
            case CUSTOMERS -> plan.customers() / 4 / plan.days() + plan.customers() / 500;
            case PRODUCTS, PRICES -> plan.products() / 10;
            case WEB_EVENTS -> (long) (3_600 * plan.scale());
            case STOCK -> plan.products();
            case SHIPMENTS, SUPPLY_TERMS, PROMOTIONS -> plan.products() / 5;
        };
    }

    /** Lines of the first day, where that is more than an ordinary day. */
    static long firstDay(Feed feed, ShopPlan plan) {
        return switch (feed) {
            case CUSTOMERS -> plan.customers();
            case PRODUCTS, PRICES, SUPPLY_TERMS -> plan.products();
            case ORDERS, RETURNS, WEB_EVENTS, STOCK, SHIPMENTS, PROMOTIONS -> perDay(feed, plan);
        };
    }
}
