package dev.millrace.evaluate;

import dev.millrace.engines.classify.Feature;
import dev.millrace.engines.classify.FeatureValues;
import dev.millrace.engines.classify.Sample;
import dev.millrace.tables.silver.Shipment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Deliveries of SCMS with what was known of each when it was ordered: on the day that the order went to the vendor, or, out of the
 * programme's own stock, on the day of the first quote.
 *
 * <p>Known then, and used: vendor, site, destination, way of transport, terms, product, quantity, price and value, the planned day
 * and how far off it is, how long the quote had been out, what was ordered with it, and what was known of other deliveries (see
 * {@link PastLateRates}, {@link FadingLateRates}, {@link PastDelays} and {@link OverdueDeliveries}). Not used, since they come about or are booked later: when it was delivered and recorded, freight and
 * where it is booked, insurance, and weight. Of planned day and way of transport the source keeps the newest value only.
 *
 * @param deliveries one element an item, oldest order first
 */
record OrderedDeliveries(List<Delivery> deliveries) {

    /** A vendor's own past rate: its column among the values. */
    static final String VENDOR_RATE = "vendor_late_rate";

    private static final int A_YEAR = 365;

    private static final List<String> NUMBERS = List.of(
            "CAST(datediff(planned_date, as_of) AS DOUBLE) AS days_planned",
            "CAST(datediff(as_of, quoted_on) AS DOUBLE) AS days_quoted",
            "CAST(month(planned_date) AS DOUBLE) AS planned_month",
            "CAST(weekday(planned_date) AS DOUBLE) AS planned_weekday",
            "CAST(day(planned_date) AS DOUBLE) AS planned_day",
            "CAST(quantity AS DOUBLE) AS quantity",
            "CAST(unit_price AS DOUBLE) AS unit_price",
            "CAST(goods_value AS DOUBLE) AS goods_value",
            "CAST(count(*) OVER (PARTITION BY order_id, as_of) AS DOUBLE) AS order_lines",
            "CAST(sum(goods_value) OVER (PARTITION BY order_id, as_of) AS DOUBLE) AS order_value",
            "CAST(sum(quantity) OVER (PARTITION BY order_id, as_of) AS DOUBLE) AS order_quantity",
            "CAST(datediff(min(planned_date) OVER (PARTITION BY order_id, as_of), as_of) AS DOUBLE) AS order_first_planned",
            "CAST(datediff(max(planned_date) OVER (PARTITION BY order_id, as_of), as_of) AS DOUBLE) AS order_last_planned");
    private static final List<String> WORDS = List.of(
            "partner_id",
            "origin",
            "destination",
            "mode",
            "attributes['fulfilled_via'] AS fulfilled_via",
            "attributes['inco_term'] AS inco_term",
            "attributes['product_group'] AS product_group",
            "attributes['is_first_line'] AS is_first_line");
    private static final Map<String, String> PARTIES = parties();

    /**
     * A delivery's item.
     *
     * @param asOf day ordered; null where the source does not tell it
     * @param planned day planned
     * @param known day on which it was known to have come
     * @param late whether it came after the day planned
     * @param order number of its order
     * @param parties the vendor, and the country that it is delivered to
     * @param values what was known on the day ordered, as {@link OrderedDeliveries#features()} names it; empty without that day
     */
    record Delivery(
            LocalDate asOf,
            LocalDate planned,
            LocalDate known,
            boolean late,
            String order,
            List<String> parties,
            List<Object> values) {

        /**
         * Whether it was known before a day that it would be late, or that it was not: on the day planned or, where it came then, when
         * that was recorded. What comes early is not known earlier, or the newest deliveries to learn from would be the punctual ones.
         */
        boolean isToldBefore(LocalDate day) {
            return planned.isBefore(day) && (late || known.isBefore(day));
        }
    }

    /**
     * What is known of a kind of party.
     *
     * @param rates of lateness
     * @param delays in days
     * @param overdue deliveries
     * @param open deliveries: ordered and not known to have come
     */
    private record Known(PastLateRates rates, PastDelays delays, OverdueDeliveries overdue, OverdueDeliveries open) {

        static Known of(String kind, List<Row> rows) {
            return new Known(
                    new PastLateRates(rows.stream()
                            .map(row -> new PastLateRates.Past(text(row, kind), day(row, "known"), row.getAs("late")))
                            .toList()),
                    new PastDelays(rows.stream()
                            .map(row -> new PastDelays.Came(
                                    text(row, kind), day(row, "planned_date"), day(row, "came"), day(row, "known")))
                            .toList()),
                    since("planned_date", kind, rows),
                    since("as_of", kind, rows));
        }

        private static OverdueDeliveries since(String day, String kind, List<Row> rows) {
            return new OverdueDeliveries(rows.stream()
                    .filter(row -> day(row, "as_of") != null)
                    .map(row -> new OverdueDeliveries.Due(text(row, kind), day(row, day), day(row, "known")))
                    .toList());
        }

        /** The figures of a party on a day. */
        List<Object> of(String party, LocalDate day) {
            PastLateRates.Count all = rates.of(party, day);
            PastLateRates.Count year = rates.of(party, day, A_YEAR);
            return List.of(
                    rates.rate(all, day),
                    (double) all.deliveries(),
                    rates.rate(year, day),
                    (double) year.deliveries(),
                    (double) overdue.of(party, day),
                    delays.of(party, day),
                    (double) open.of(party, day));
        }
    }

    static OrderedDeliveries of(EvaluationLake lake) {
        List<Row> rows = rows(lake.read(Shipment.SPEC));
        Map<String, Known> records = new LinkedHashMap<>();
        PARTIES.keySet().forEach(kind -> records.put(kind, Known.of(kind, rows)));
        FadingChains fadings = FadingChains.of(rows);
        return new OrderedDeliveries(
                rows.stream().map(row -> delivery(row, records, fadings)).toList());
    }

    /** Each delivery of some by how often those of its vendor to its country were late, as it was known when ordered. */
    double[] fadingRates(List<Delivery> some, FadingLateRates.Fading fading) {
        FadingLateRates rates = new FadingLateRates(
                deliveries.stream()
                        .map(delivery ->
                                new FadingLateRates.Came(delivery.parties(), delivery.known(), delivery.late()))
                        .toList(),
                fading);
        return some.stream()
                .mapToDouble(delivery -> rates.of(delivery.parties(), delivery.asOf()))
                .toArray();
    }

    /** What is known of each delivery, in the order of its values. */
    static List<Feature> features() {
        List<Feature> features = new ArrayList<>(plain());
        for (String party : PARTIES.keySet()) {
            Stream.of("_late_rate", "_deliveries", "_late_rate_year", "_deliveries_year", "_overdue", "_delay", "_open")
                    .forEach(figure -> features.add(Feature.numeric(party + figure)));
        }
        features.add(Feature.numeric("late_rate"));
        FadingChains.names().forEach(chain -> features.add(Feature.numeric(chain)));
        return features;
    }

    /** The deliveries that were ordered on a known day no later than the one planned, and meet a condition. */
    List<Delivery> where(Predicate<Delivery> wanted) {
        return deliveries.stream()
                .filter(delivery -> delivery.asOf() != null)
                .filter(wanted)
                .toList();
    }

    /** Deliveries as rows to learn from or to judge by. */
    static Sample sample(List<Delivery> some) {
        return new Sample(
                features(),
                some.stream().map(delivery -> delivery.values().toArray()).toArray(Object[][]::new),
                some.stream().mapToDouble(delivery -> delivery.late() ? 1 : 0).toArray());
    }

    private static Map<String, String> parties() {
        Map<String, String> parties = new LinkedHashMap<>();
        parties.put("vendor", "coalesce(partner_id, '')");
        parties.put("country", "coalesce(destination, '')");
        parties.put("fulfilment", "coalesce(attributes['fulfilled_via'], '')");
        parties.put("transport", "coalesce(mode, '')");
        parties.put("site", "coalesce(origin, '')");
        parties.put("product", "coalesce(product_id, '')");
        parties.put("vendor_to_country", "concat_ws(' to ', partner_id, destination)");
        return parties;
    }

    private static List<Feature> plain() {
        return Stream.concat(
                        NUMBERS.stream().map(number -> Feature.numeric(name(number))),
                        WORDS.stream().map(word -> Feature.categorical(name(word))))
                .toList();
    }

    private static String name(String expression) {
        return expression.substring(expression.lastIndexOf(' ') + 1);
    }

    private static List<Row> rows(Dataset<Row> shipments) {
        List<String> columns = new ArrayList<>(NUMBERS);
        columns.addAll(WORDS);
        PARTIES.forEach((party, value) -> columns.add(value + " AS " + party));
        columns.addAll(List.of(
                "as_of",
                "planned_date",
                "greatest(to_date(delivered_ts), CAST(attributes['recorded_on'] AS DATE)) AS known",
                "to_date(delivered_ts) AS came",
                "to_date(delivered_ts) > planned_date AS late",
                "order_id"));
        return shipments
                .selectExpr("*", "CAST(attributes['quoted_on'] AS DATE) AS quoted_on")
                .selectExpr("*", "coalesce(to_date(ordered_ts), quoted_on) AS ordered_on")
                .selectExpr("*", "CASE WHEN ordered_on <= planned_date THEN ordered_on END AS as_of")
                .filter("delivered_ts IS NOT NULL")
                .orderBy("as_of", "shipment_id")
                .selectExpr(columns.toArray(new String[0]))
                .collectAsList();
    }

    private static Delivery delivery(Row row, Map<String, Known> records, FadingChains fadings) {
        LocalDate asOf = day(row, "as_of");
        return new Delivery(
                asOf,
                day(row, "planned_date"),
                day(row, "known"),
                row.getAs("late"),
                text(row, "order_id"),
                List.of(text(row, "vendor"), text(row, "country")),
                asOf == null ? List.of() : values(row, records, fadings, asOf));
    }

    private static List<Object> values(Row row, Map<String, Known> records, FadingChains fadings, LocalDate asOf) {
        List<Object> values = new ArrayList<>(Arrays.asList(FeatureValues.of(plain(), row, 0)));
        records.forEach((kind, record) -> values.addAll(record.of(text(row, kind), asOf)));
        values.add(records.get("vendor").rates().overall(asOf));
        values.addAll(fadings.of(row, asOf));
        return values;
    }

    private static String text(Row row, String column) {
        return row.getAs(column);
    }

    private static LocalDate day(Row row, String column) {
        java.sql.Date day = row.getAs(column);
        return day == null ? null : day.toLocalDate();
    }
}
