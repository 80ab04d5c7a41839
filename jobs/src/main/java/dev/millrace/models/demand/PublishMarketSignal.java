package dev.millrace.models.demand;

import static org.apache.spark.sql.functions.lit;

import dev.millrace.engines.forecast.Holes;
import dev.millrace.engines.market.SeriesSignals;
import dev.millrace.engines.market.SignalFinder;
import dev.millrace.job.Input;
import dev.millrace.job.Job;
import dev.millrace.job.JobInputs;
import dev.millrace.job.JobOutputs;
import dev.millrace.job.Output;
import dev.millrace.job.RunContext;
import dev.millrace.settings.ForecastSettings;
import dev.millrace.table.Asset;
import dev.millrace.table.DaySet;
import dev.millrace.table.Reach;
import dev.millrace.tables.gold.MarketSignal;
import dev.millrace.tables.silver.Product;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * Publishes what in the series of forecasts, and in groups of them, deserves attention as of the day after the newest day with a value. Any day
 * that changed makes the newest date anew; rows of earlier dates are never touched.
 */
public final class PublishMarketSignal implements Job {

    private final List<SeriesTable> tables;
    private final boolean knowsProducts;

    /**
     * Looks at the series of these; at least one.
     *
     * @param knowsProducts whether products are known, which groups may be columns of
     */
    public PublishMarketSignal(List<SeriesTable> tables, boolean knowsProducts) {
        this.tables = List.copyOf(tables);
        this.knowsProducts = knowsProducts;
    }

    @Override
    public String name() {
        return "publish-market_signal";
    }

    /** The days that changed make it due; the history that is looked at is what it reads. */
    @Override
    public Set<Input> inputs() {
        Set<Input> inputs = new LinkedHashSet<>();
        for (SeriesTable series : tables) {
            inputs.add(new Input(series.table(), Reach.SAME_DAY));
            inputs.add(new Input(series.table(), Reach.LATEST));
            if (readsProducts(series)) {
                inputs.add(new Input(Product.SPEC, Reach.LATEST));
            }
        }
        inputs.add(new Input(MarketSignal.SPEC, Reach.RECORD));
        return inputs;
    }

    private boolean readsProducts(SeriesTable series) {
        return knowsProducts && series.groupsBeyondTheTable();
    }

    @Override
    public Set<Asset> outputs() {
        return Set.of(MarketSignal.SPEC);
    }

    @Override
    public String fingerprint() {
        return tables.stream()
                .map(series -> looksAt(series.settings()))
                .toList()
                .toString();
    }

    /** What decides over signals: how far ahead and by what methods a series is forecast does not. */
    private static String looksAt(ForecastSettings each) {
        return each.name()
                + each.table()
                + each.series()
                + each.value()
                + each.where()
                + each.combine()
                + each.holes()
                + each.demand()
                + each.historyDays()
                + each.activeDays()
                + each.season()
                + each.signalGroups();
    }

    @Override
    public JobOutputs build(JobInputs inputs, RunContext run) {
        Dataset<Row> before = inputs.previous(MarketSignal.SPEC);
        Dataset<Row> kept = before;
        Dataset<Row> fresh = before.limit(0);
        List<Dataset<Row>> shared = new ArrayList<>();
        Set<LocalDate> dates = new TreeSet<>();
        for (SeriesTable series : tables) {
            Dataset<Row> rows = inputs.newest(series.table());
            Optional<LocalDate> newest = series.newest(rows);
            // Without rows there is no date; signals are laid out all the same, for a dry run to see what is wrong.
            LocalDate asOf = newest.orElse(LocalDate.EPOCH).plusDays(1);
            Optional<Dataset<Row>> products =
                    readsProducts(series) ? Optional.of(inputs.newest(Product.SPEC)) : Optional.empty();
            SeriesLevels levels = SeriesLevels.of(series, rows, products, asOf);
            shared.add(levels.all());
            fresh = fresh.unionByName(signals(series, levels));
            kept = kept.filter(MarketSignal.FORECAST
                    .col()
                    .notEqual(series.settings().name())
                    .or(MarketSignal.AS_OF_DATE.col().notEqual(lit(Date.valueOf(asOf)))));
            newest.ifPresent(day -> dates.add(asOf));
        }
        DaySet days = DaySet.of(dates);
        Output output = inputs.days().isAll()
                ? new Output(MarketSignal.SPEC, kept.unionByName(fresh), Optional.empty())
                : new Output(
                        MarketSignal.SPEC,
                        kept.filter(days.covers(MarketSignal.AS_OF_DATE.col())).unionByName(fresh),
                        Optional.of(days));
        shared.add(fresh);
        return new JobOutputs(List.of(output), Optional.empty(), List.of(), shared);
    }

    private static Dataset<Row> signals(SeriesTable series, SeriesLevels levels) {
        SignalFinder finder = new SignalFinder(
                new SeriesSignals(series.settings().season(), series.settings().demand()),
                Holes.valueOf(series.settings().holes().toUpperCase(Locale.ROOT)),
                SeriesTable.period(levels.asOf()) - 1);
        return new SignalRows(series.settings().name(), levels.asOf())
                .of(finder.find(levels.all(), levels.items()), levels.active());
    }
}
