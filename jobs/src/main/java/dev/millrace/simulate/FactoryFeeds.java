package dev.millrace.simulate;

import dev.millrace.simulate.FactoryGoods.Item;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lines that a factory delivers, each on its day. */
final class FactoryFeeds {

    private static final String ORDER_COST = "8.00";

    private final FactoryPlan plan;
    private final FactoryGoods goods;
    private final FactoryBooks books;

    FactoryFeeds(FactoryPlan plan, FactoryGoods goods, FactoryBooks books) {
        this.plan = plan;
        this.goods = goods;
        this.books = books;
    }

    /**
     * A line.
     *
     * @param day on which it is delivered, from the first, 0
     * @param text its fields
     */
    record Line(int day, String text) {}

    /**
     * What is delivered of one kind.
     *
     * @param header names of the fields
     * @param lines in any order of days
     */
    record Lines(String header, Stream<Line> lines) {}

    /** All feeds by their folders, in the order in which they are told. */
    Map<String, Lines> all() {
        Map<String, Lines> feeds = new LinkedHashMap<>();
        feeds.put("orders", orders());
        feeds.put("products", products());
        feeds.put("bills", bills());
        feeds.put("supply_terms", terms());
        feeds.put("stock", stock());
        feeds.put("shipments", shipments());
        return feeds;
    }

    private Lines orders() {
        return new Lines(
                "order_id,line_number,product_id,customer_id,quantity,unit_price,ordered_at",
                books.sales().stream()
                        .map(sale -> line(
                                sale.day(),
                                String.format("O%s-%04d", plan.day(sale.day()), sale.number()),
                                1,
                                sale.product(),
                                String.format("K%04d", sale.customer()),
                                sale.quantity(),
                                money(sale.price()),
                                moment(
                                        sale.day(),
                                        String.format("%02d:%02d:00", 7 + sale.number() % 10, sale.number() % 60)))));
    }

    private Lines products() {
        return new Lines(
                "product_id,name,category,unit_cost",
                goods.items().stream()
                        .map(item -> line(
                                0,
                                item.id(),
                                item.kind() + " " + item.id().substring(1),
                                item.kind(),
                                money(item.unitCost()))));
    }

    private Lines bills() {
        return new Lines(
                "parent_id,part_id,quantity,scrap",
                goods.bill().stream().map(each -> line(0, each.parent(), each.part(), each.quantity(), each.scrap())));
    }

    private Lines terms() {
        return new Lines(
                "product_id,supplier_id,lead_time_days,pack,unit_cost,order_cost",
                goods.items().stream()
                        .map(item -> line(
                                0,
                                item.id(),
                                item.supplier().id(),
                                item.supplier().leadDays(),
                                item.pack(),
                                money(item.unitCost()),
                                ORDER_COST)));
    }

    private Lines stock() {
        return new Lines(
                "product_id,on_hand,on_order,reorder_point,counted_at",
                books.kept().entrySet().stream().flatMap(kept -> kept.getValue().days().stream()
                        .map(day -> line(
                                day.day(),
                                kept.getKey(),
                                day.closing(),
                                day.onOrder(),
                                day.reorderPoint(),
                                moment(day.day(), "23:59:59")))));
    }

    private Lines shipments() {
        return new Lines(
                "shipment_id,supplier_id,product_id,status,ordered_at,planned_on,delivered_at,quantity,unit_price",
                goods.items().stream()
                        .flatMap(item -> books.kept().get(item.id()).orders().stream()
                                .flatMap(order -> Stream.of(
                                        shipment(item, order, Optional.empty()),
                                        shipment(item, order, Optional.of(order.arrives())))))
                        .filter(line -> line.day() < plan.days()));
    }

    private Line shipment(Item item, StockBook.Order order, Optional<Integer> arrived) {
        return line(
                arrived.orElse(order.ordered()),
                "D" + plan.day(order.ordered()) + item.id(),
                item.supplier().id(),
                item.id(),
                arrived.isPresent() ? "delivered" : "ordered",
                moment(order.ordered(), "23:59:59"),
                plan.day(order.planned()),
                arrived.map(day -> moment(day, "05:00:00")).orElse(""),
                order.quantity(),
                money(item.unitCost()));
    }

    private String moment(int day, String time) {
        return plan.day(day) + " " + time;
    }

    private static String money(double amount) {
        return String.format(Locale.ROOT, "%.2f", amount);
    }

    private static Line line(int day, Object... fields) {
        return new Line(
                day, String.join(",", Stream.of(fields).map(String::valueOf).toList()));
    }

    /** What was planted, by file. */
    static Map<String, String> truth(FactoryGoods goods, FactoryBooks books) {
        Map<String, String> tables = new LinkedHashMap<>();
        List<Supplier> suppliers =
                goods.items().stream().map(Item::supplier).distinct().toList();
        tables.put(
                "suppliers.csv",
                TruthFolder.lines(
                        "supplier_id,lead_days,late_share,mean_days_late,planted_late",
                        suppliers.stream()
                                .map(each -> each.id() + "," + each.leadDays() + "," + each.lateShare() + ","
                                        + each.meanDaysLate() + "," + each.planted())
                                .sorted()));
        tables.put(
                "bills.csv",
                TruthFolder.lines(
                        "parent_id,part_id,quantity,scrap",
                        goods.bill().stream()
                                .map(each -> each.parent() + "," + each.part() + "," + each.quantity() + ","
                                        + each.scrap())));
        tables.put(
                "stock_days.csv",
                TruthFolder.lines(
                        "product_id,day,opening,received,sold,lost,closing",
                        books.kept().entrySet().stream().flatMap(kept -> kept.getValue().days().stream()
                                .map(day -> kept.getKey() + "," + day.day() + "," + day.opening() + ","
                                        + day.received() + "," + day.sold() + "," + day.lost() + ","
                                        + day.closing()))));
        tables.put("README.md", FactoryReadme.TEXT);
        return tables;
    }
}
