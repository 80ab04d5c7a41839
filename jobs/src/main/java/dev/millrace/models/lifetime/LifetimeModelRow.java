package dev.millrace.models.lifetime;

import dev.millrace.engines.lifetime.BgNbdFit;
import dev.millrace.engines.lifetime.GammaGammaFit;
import dev.millrace.settings.LifetimeSettings;
import dev.millrace.tables.gold.LifetimeModel;
import java.math.BigDecimal;
import java.math.MathContext;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/** A fit as a row of gold/lifetime_model. */
final class LifetimeModelRow {

    /** Digits to which the search for a maximum is the same on every machine. */
    private static final MathContext DIGITS = new MathContext(6);

    private final FittedLifetime fit;
    private final LifetimeSettings settings;
    private final LocalDate asOf;

    LifetimeModelRow(FittedLifetime fit, LifetimeSettings settings, LocalDate asOf) {
        this.fit = fit;
        this.settings = settings;
        this.asOf = asOf;
    }

    /** What scores name the fit by: the same fit of the same date has the same one. */
    String version() {
        String all = asOf + "|" + settings + "|" + purchases() + "|" + spend() + "|" + digits(fit.purchasesADay()) + "|"
                + digits(fit.meanValue());
        String hash = UUID.nameUUIDFromBytes(all.getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
        return hash.substring(0, 8);
    }

    Row row(String problem, String currency) {
        List<Object> values = new ArrayList<>(Arrays.asList(
                problem,
                Date.valueOf(asOf),
                version(),
                fit.customers(),
                fit.repeatCustomers(),
                currency,
                settings.horizonDays(),
                settings.discountRate(),
                fit.purchaseMethod(),
                fit.valueMethod(),
                fit.fallbacks().isEmpty() ? null : String.join(" ", fit.fallbacks())));
        values.addAll(purchases());
        values.addAll(spend());
        values.add(fit.frequencyValueCorrelation().map(LifetimeModelRow::digits).orElse(null));
        if (values.size() != LifetimeModel.SPEC.fields().size()) {
            throw new IllegalStateException(
                    "A row of " + LifetimeModel.SPEC.id() + " has " + values.size() + " values.");
        }
        return RowFactory.create(values.toArray());
    }

    /** r, alpha, a, b, each with its error, and the log-likelihood. */
    private List<Double> purchases() {
        Optional<BgNbdFit> found = fit.purchases();
        return values(
                found,
                List.of(
                        one -> one.model().r(),
                        one -> one.standardError(0),
                        one -> one.model().alpha(),
                        one -> one.standardError(1),
                        one -> one.model().a(),
                        one -> one.standardError(2),
                        one -> one.model().b(),
                        one -> one.standardError(3),
                        BgNbdFit::logLikelihood));
    }

    /** p, q, gamma, each with its error, and the log-likelihood. */
    private List<Double> spend() {
        Optional<GammaGammaFit> found = fit.spend();
        return values(
                found,
                List.of(
                        one -> one.model().p(),
                        one -> one.standardError(0),
                        one -> one.model().q(),
                        one -> one.standardError(1),
                        one -> one.model().gamma(),
                        one -> one.standardError(2),
                        GammaGammaFit::logLikelihood));
    }

    private static <F> List<Double> values(Optional<F> found, List<ToDoubleFunction<F>> figures) {
        List<Double> values = new ArrayList<>();
        figures.forEach(figure ->
                values.add(found.map(one -> digits(figure.applyAsDouble(one))).orElse(null)));
        return values;
    }

    private static double digits(double value) {
        return new BigDecimal(value).round(DIGITS).doubleValue();
    }
}
