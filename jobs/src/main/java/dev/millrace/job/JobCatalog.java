package dev.millrace.job;

import dev.millrace.conform.BuildCustomerIdentity;
import dev.millrace.conform.BuildOrderHeader;
import dev.millrace.conform.ConformDimension;
import dev.millrace.conform.ConformFact;
import dev.millrace.conform.PairReturns;
import dev.millrace.features.BuildCustomerDay;
import dev.millrace.features.BuildCustomerFirstOrder;
import dev.millrace.features.BuildCustomerLedger;
import dev.millrace.features.BuildCustomerSnapshot;
import dev.millrace.features.BuildCustomerWebDay;
import dev.millrace.features.BuildSession;
import dev.millrace.features.ComplaintContext;
import dev.millrace.features.SnapshotContext;
import dev.millrace.features.WebContext;
import dev.millrace.ingest.IngestSource;
import dev.millrace.models.demand.PublishForecastAccuracy;
import dev.millrace.models.demand.PublishMarketSignal;
import dev.millrace.models.demand.ScoreDemandForecast;
import dev.millrace.models.demand.SeriesTable;
import dev.millrace.models.lifetime.ScoreLifetimeValue;
import dev.millrace.models.propensity.PublishModelCard;
import dev.millrace.models.propensity.PublishSaveList;
import dev.millrace.models.propensity.ScorePropensity;
import dev.millrace.models.propensity.TrainPropensity;
import dev.millrace.models.segment.PublishSegmentFlow;
import dev.millrace.models.segment.PublishSegmentProfile;
import dev.millrace.models.segment.ScoreSegment;
import dev.millrace.models.segment.TrainSegments;
import dev.millrace.models.supply.PublishMaterialRequirement;
import dev.millrace.models.supply.PublishStockPlan;
import dev.millrace.publish.PublishChannelPathDay;
import dev.millrace.publish.PublishCohortRetention;
import dev.millrace.publish.PublishFunnelDay;
import dev.millrace.publish.PublishKpiCountryMonth;
import dev.millrace.publish.PublishKpiDay;
import dev.millrace.publish.PublishKpiMonth;
import dev.millrace.publish.PublishProductDay;
import dev.millrace.publish.PublishSupplierScorecard;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.ForecastSettings;
import dev.millrace.settings.NearestName;
import dev.millrace.settings.ProblemSettings;
import dev.millrace.settings.Settings;
import dev.millrace.table.Asset;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Field;
import dev.millrace.table.TableSpec;
import dev.millrace.tables.score.DemandForecast;
import dev.millrace.tables.silver.BillComponent;
import dev.millrace.tables.silver.Complaint;
import dev.millrace.tables.silver.Entities;
import dev.millrace.tables.silver.OrderLine;
import dev.millrace.tables.silver.Product;
import dev.millrace.tables.silver.Shipment;
import dev.millrace.tables.silver.StockLevel;
import dev.millrace.tables.silver.WebEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The jobs that a configuration calls for: those whose input some mapping gives. */
public final class JobCatalog {

    private JobCatalog() {}

    /**
     * The graph of a company's jobs.
     *
     * @throws ConfigurationException for a mapping onto an entity or column that is not known; all at once
     */
    public static JobGraph graph(Settings settings) {
        checkMappings(settings);
        List<Job> jobs = new ArrayList<>();
        settings.sources().forEach(source -> jobs.add(new IngestSource(source)));
        for (EntitySpec entity : Entities.ALL) {
            if (isMapped(settings, entity.table())) {
                jobs.add(
                        entity.kind() == EntitySpec.Kind.FACT
                                ? new ConformFact(settings, entity)
                                : new ConformDimension(settings, entity));
            }
        }
        if (!settings.identity().keys().isEmpty()) {
            jobs.add(new BuildCustomerIdentity(settings.identity()));
        }
        if (isMapped(settings, WebEvent.SPEC)) {
            jobs.addAll(List.of(
                    new BuildSession(settings.snapshots()),
                    new BuildCustomerWebDay(),
                    new PublishFunnelDay(),
                    new PublishChannelPathDay()));
        }
        if (isMapped(settings, OrderLine.SPEC)) {
            jobs.addAll(List.of(
                    new PairReturns(settings.pairingDays()),
                    new BuildOrderHeader(),
                    new BuildCustomerDay(),
                    new BuildCustomerFirstOrder(),
                    new ScoreLifetimeValue(
                            settings.lifetime(), settings.company().currency()),
                    new BuildCustomerLedger(superseded(jobs, OrderLine.ENTITY), settings.snapshots()),
                    new BuildCustomerSnapshot(settings.snapshots(), contexts(settings, jobs)),
                    new TrainSegments(settings.segments()),
                    new ScoreSegment(),
                    new PublishSegmentProfile(),
                    new PublishSegmentFlow(),
                    new PublishCohortRetention(),
                    new PublishKpiDay(),
                    new PublishKpiMonth(),
                    new PublishKpiCountryMonth(),
                    new PublishProductDay()));
        }
        if (isMapped(settings, Shipment.SPEC)) {
            jobs.add(new PublishSupplierScorecard());
        }
        Settings asked = settings.asking(asked(settings));
        if (!asked.problems().isEmpty()) {
            jobs.addAll(List.of(
                    new TrainPropensity(asked),
                    new ScorePropensity(asked),
                    new PublishSaveList(),
                    new PublishModelCard(asked)));
        }
        List<SeriesTable> forecasts = forecasts(settings, jobs);
        if (!forecasts.isEmpty()) {
            jobs.addAll(List.of(new ScoreDemandForecast(forecasts), new PublishForecastAccuracy(forecasts)));
        }
        List<SeriesTable> watched =
                forecasts.stream().filter(series -> series.settings().signals()).toList();
        if (!watched.isEmpty()) {
            jobs.add(new PublishMarketSignal(watched, isMapped(settings, Product.SPEC)));
        }
        jobs.addAll(supply(settings, forecasts));
        return JobGraph.of(jobs);
    }

    /** The forecasts whose tables these jobs make. */
    private static List<SeriesTable> forecasts(Settings settings, List<Job> jobs) {
        Map<String, TableSpec> made = new TreeMap<>();
        for (Job job : jobs) {
            for (Asset output : job.outputs()) {
                if (output instanceof TableSpec table) {
                    made.put(table.id(), table);
                }
            }
        }
        List<String> problems = ForecastCheck.problems(settings.forecasts(), made);
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return settings.forecasts().stream()
                .filter(forecast -> made.containsKey(forecast.table()))
                .map(forecast -> new SeriesTable(
                        forecast,
                        made.get(forecast.table()),
                        forecast.censorStockOuts() && made.containsKey(StockLevel.SPEC.id()),
                        beside(forecast, made)))
                .toList();
    }

    private static Map<String, TableSpec> beside(ForecastSettings forecast, Map<String, TableSpec> made) {
        Map<String, TableSpec> beside = new TreeMap<>(made);
        beside.keySet().retainAll(forecast.tablesBeside());
        return beside;
    }

    /** The plans of stock and of materials, where the forecast that they go by is made. */
    private static List<Job> supply(Settings settings, List<SeriesTable> forecasts) {
        StockCheck.problem(settings.stock(), settings.forecasts()).ifPresent(problem -> {
            throw new ConfigurationException(problem);
        });
        Optional<ForecastSettings> demand = forecasts.stream()
                .map(SeriesTable::settings)
                .filter(each -> settings.stock().forecast().equals(Optional.of(each.name())))
                .findFirst();
        if (demand.isEmpty()) {
            return List.of();
        }
        List<Job> jobs = new ArrayList<>();
        if (isMapped(settings, StockLevel.SPEC) || !settings.stock().ifMapped()) {
            jobs.add(new PublishStockPlan(
                    settings.stock(),
                    demand.get().series().contains(DemandForecast.LOCATION_ID.name()),
                    mapped(settings, PublishStockPlan.USED)));
        }
        if (isMapped(settings, BillComponent.SPEC)) {
            jobs.add(new PublishMaterialRequirement(
                    settings.stock(), mapped(settings, PublishMaterialRequirement.USED)));
        }
        return jobs;
    }

    private static Set<TableSpec> mapped(Settings settings, List<TableSpec> tables) {
        return tables.stream().filter(table -> isMapped(settings, table)).collect(Collectors.toSet());
    }

    /** A pack asks more than each company has: those that map no orders are not asked what customers will order, and so on. */
    private static List<ProblemSettings> asked(Settings settings) {
        return settings.problems().stream()
                .filter(problem -> problem.horizonDays().isEmpty() || isMapped(settings, OrderLine.SPEC))
                .filter(problem -> !ProblemCheck.isLeftOut(settings, problem))
                .toList();
    }

    private static List<SnapshotContext> contexts(Settings settings, List<Job> jobs) {
        List<SnapshotContext> contexts = new ArrayList<>();
        if (isMapped(settings, Complaint.SPEC)) {
            contexts.add(new ComplaintContext(superseded(jobs, Complaint.ENTITY)));
        }
        if (isMapped(settings, WebEvent.SPEC)) {
            contexts.add(new WebContext());
        }
        return contexts;
    }

    /** The table of a fact's older versions, if its job keeps one. */
    private static Optional<TableSpec> superseded(List<Job> jobs, EntitySpec entity) {
        TableSpec table = entity.superseded();
        return jobs.stream().anyMatch(job -> job.outputs().contains(table)) ? Optional.of(table) : Optional.empty();
    }

    private static boolean isMapped(Settings settings, TableSpec entity) {
        return !settings.mappingsOnto(entity.name()).isEmpty();
    }

    private static void checkMappings(Settings settings) {
        List<String> problems = new ArrayList<>();
        List<String> names = Entities.ALL.stream().map(EntitySpec::name).toList();
        for (EntityMapping mapping : settings.mappings()) {
            Optional<EntitySpec> entity = Entities.named(mapping.entity());
            if (entity.isEmpty()) {
                problems.add("'" + mapping.path() + "' maps onto '" + mapping.entity() + "', which is no entity. "
                        + NearestName.hint(mapping.entity(), names));
            } else {
                checkColumns(mapping, entity.get(), problems);
            }
            problems.addAll(MappingGuard.problems(settings, mapping).values());
        }
        problems.addAll(RuleCheck.problems(settings));
        problems.addAll(ProblemCheck.problems(settings));
        problems.addAll(IdentityCheck.problems(settings));
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
    }

    private static void checkColumns(EntityMapping mapping, EntitySpec entity, List<String> problems) {
        List<String> known = entity.mappable();
        for (String column : mapping.columns().keySet()) {
            if (!known.contains(column)) {
                problems.add("'" + mapping.path() + ".columns." + column + "': "
                        + entity.table().id() + " has no such column. " + NearestName.hint(column, known)
                        + " What it lacks can travel under 'attributes'.");
            }
        }
        for (Field column : entity.needed()) {
            if (!mapping.columns().containsKey(column.name())) {
                problems.add("'" + mapping.path() + ".columns' lacks '" + column.name() + "', which "
                        + entity.table().id() + " cannot do without.");
            }
        }
    }
}
