package dev.millrace.settings;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** Reads the forecasts of a configuration. */
final class ForecastReader {

    private static final int LONGEST = 3_660;
    private static final String PRODUCT = "product_id";
    private static final String FACTORS = "calendar_factors";
    private static final List<String> STOCK = List.of(PRODUCT, "location_id");

    private final ConfigBlock whole;
    private final PooledReader pooled;

    ForecastReader(ConfigBlock whole) {
        this.whole = whole;
        this.pooled = new PooledReader(whole);
    }

    List<ForecastSettings> read() {
        List<ForecastSettings> forecasts = new ArrayList<>();
        whole.named("forecasts", whole.config().getConfig("forecast-defaults"))
                .forEach((name, block) -> forecasts.add(read(name, block)));
        return forecasts;
    }

    private ForecastSettings read(String name, ConfigBlock block) {
        ForecastSettings settings = new ForecastSettings(
                name,
                block.required("table").replace('.', '/'),
                block.flag("if-mapped"),
                series(block),
                block.required("value"),
                block.text("where"),
                block.choice("combine", ForecastSettings.Combine.class),
                oneOf(block, "holes", ForecastSettings.HOLES),
                block.wholeNumber("longest-hole", 1, LONGEST),
                block.flag("demand"),
                block.flag("censor-stock-outs"),
                block.wholeNumber("horizon-days", 1, 730),
                block.wholeNumber("history-days", 2, LONGEST),
                block.wholeNumber("active-days", 1, LONGEST),
                block.wholeNumber("season", 1, 366),
                block.wholeNumber("windows", 1, 100),
                methods(block),
                oneOf(block, "measure", ForecastSettings.MEASURES),
                block.flag("signals"),
                block.oneOrMany("signal-groups"),
                block.flag("like-items"),
                pooled.read(block));
        if (settings.historyDays() < 2 * settings.horizonDays()) {
            block.problem(
                    "history-days",
                    "is less than twice 'horizon-days': no method could be tried on a time that is over. Look back further, or"
                            + " ahead less far.");
        }
        if (settings.likeItems() && !settings.demand()) {
            block.problem("like-items", "goes with 'demand': what is measured is not launched.");
        }
        checkStock(block, settings);
        return settings;
    }

    /** Stock is counted of products in places; of nothing else it is known when it ran out. */
    private static void checkStock(ConfigBlock block, ForecastSettings settings) {
        boolean counted = settings.demand()
                && STOCK.containsAll(settings.series())
                && settings.series().contains(PRODUCT);
        if (settings.censorStockOuts() && !counted) {
            block.problem(
                    "censor-stock-outs",
                    "goes with 'demand', and with series of product_id, or of product_id and location_id: stock is counted of these.");
        }
    }

    private static List<String> series(ConfigBlock block) {
        List<String> columns = block.oneOrMany("series");
        if (block.config().hasPath("series") && (columns.isEmpty() || new HashSet<>(columns).size() < columns.size())) {
            block.problem("series", "must name at least one column, and none twice.");
        }
        return columns;
    }

    private static List<String> methods(ConfigBlock block) {
        List<String> methods = block.texts("methods");
        List<String> known = new ArrayList<>(ForecastSettings.METHODS);
        known.addAll(ForecastSettings.POOLED_METHODS);
        if (methods.isEmpty()) {
            block.problem("methods", "is empty: name at least one of " + String.join(", ", known) + ".");
        } else if (ForecastSettings.POOLED_METHODS.containsAll(methods)) {
            block.problem(
                    "methods",
                    "names none for single series, which those take that the others cannot learn from: add one of "
                            + String.join(", ", ForecastSettings.METHODS) + ".");
        }
        methods.stream()
                .filter(method -> !known.contains(method))
                .forEach(method -> block.problem(
                        "methods", "names '" + method + "', which is no method. " + NearestName.hint(method, known)));
        if (methods.contains(FACTORS) && !block.flag("demand")) {
            block.problem(
                    "methods",
                    "names '" + FACTORS + "', which goes with 'demand': factors are of what is not below 0.");
        }
        return methods;
    }

    private static String oneOf(ConfigBlock block, String key, List<String> words) {
        String word = block.text(key);
        if (!words.contains(word)) {
            block.problem(key, "is '" + word + "': use " + String.join(" or ", words) + ".");
        }
        return word;
    }
}
