package dev.millrace.job;

import dev.millrace.settings.ForecastSettings;
import dev.millrace.settings.NearestName;
import dev.millrace.settings.StockSettings;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Holds the plan of stock against the forecasts that there are. */
final class StockCheck {

    private static final String PRODUCT = "product_id";
    private static final Set<String> ITEM = Set.of(PRODUCT, "location_id");

    private StockCheck() {}

    /** What is wrong with the forecast that stock is planned by, if anything is. */
    static Optional<String> problem(StockSettings stock, List<ForecastSettings> forecasts) {
        if (stock.forecast().isEmpty()) {
            return Optional.empty();
        }
        String name = stock.forecast().get();
        Optional<ForecastSettings> named =
                forecasts.stream().filter(each -> each.name().equals(name)).findFirst();
        if (named.isEmpty()) {
            // A pack's forecast that a company leaves out leaves its plan out too.
            return stock.ifMapped()
                    ? Optional.empty()
                    : Optional.of("'stock.forecast' names '" + name + "', which is no forecast. "
                            + NearestName.hint(
                                    name,
                                    forecasts.stream()
                                            .map(ForecastSettings::name)
                                            .toList()));
        }
        List<String> series = named.get().series();
        return series.contains(PRODUCT) && ITEM.containsAll(series)
                ? Optional.empty()
                : Optional.of("'stock.forecast' names '" + name + "', whose series are told apart by "
                        + String.join(", ", series)
                        + ": stock is planned of products, or of products in places. Name a forecast with"
                        + " series = product_id, or [product_id, location_id].");
    }
}
