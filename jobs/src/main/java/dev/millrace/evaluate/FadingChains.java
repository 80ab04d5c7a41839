package dev.millrace.evaluate;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;

/**
 * Late rates of parties within parties, where what is a year old counts for half.
 *
 * @param rates one for each of the chains, by its name
 */
record FadingChains(Map<String, FadingLateRates> rates) {

    private static final FadingLateRates.Fading BY_YEAR = new FadingLateRates.Fading(365, 5);
    private static final Map<String, List<String>> CHAINS = chains();

    private static Map<String, List<String>> chains() {
        Map<String, List<String>> chains = new LinkedHashMap<>();
        chains.put("fading_rate_vendor", List.of("vendor"));
        chains.put("fading_rate_vendor_to_country", List.of("vendor", "country"));
        chains.put("fading_rate_fulfilment_to_country", List.of("fulfilment", "country"));
        return chains;
    }

    /** Rates by deliveries with the columns {@code vendor}, {@code country}, {@code fulfilment}, {@code known} and {@code late}. */
    static FadingChains of(List<Row> deliveries) {
        Map<String, FadingLateRates> rates = new LinkedHashMap<>();
        CHAINS.forEach((name, chain) -> rates.put(
                name,
                new FadingLateRates(
                        deliveries.stream().map(row -> came(row, chain)).toList(), BY_YEAR)));
        return new FadingChains(rates);
    }

    static Set<String> names() {
        return CHAINS.keySet();
    }

    /** A delivery's rates by what was known before a day, in the order of the names. */
    List<Object> of(Row delivery, LocalDate day) {
        List<Object> values = new ArrayList<>();
        rates.forEach((name, rate) -> values.add(rate.of(parties(delivery, CHAINS.get(name)), day)));
        return values;
    }

    private static FadingLateRates.Came came(Row row, List<String> chain) {
        java.sql.Date known = row.getAs("known");
        return new FadingLateRates.Came(parties(row, chain), known.toLocalDate(), row.getAs("late"));
    }

    private static List<String> parties(Row row, List<String> chain) {
        return chain.stream().map(row::<String>getAs).toList();
    }
}
