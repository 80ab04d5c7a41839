package dev.millrace.settings;

import dev.millrace.table.SourceSpec;
import java.util.List;

/**
 * All that a company configures; read once, at the edge.
 *
 * @param company who the lake belongs to
 * @param landing folder or URI where sources deliver
 * @param lake folder or URI that holds all tables
 * @param run how a run goes about its work
 * @param maxRejectedShare share of read rows that a job may reject before it stops
 * @param pairingDays days before a return in which its sale is looked for
 * @param correctionDays days around a delivered fact in which an older version of it is looked for
 * @param lifetime how customers' lifetime value is estimated
 * @param identity by what customers are known to be one person
 * @param segments how customers are divided into segments
 * @param snapshots for which dates it is told what was known
 * @param upkeep how the lake is kept tidy
 * @param sources feeds of delivered files
 * @param mappings how sources become entities
 * @param rules quality rules for entities
 * @param problems questions that models learn to answer
 * @param forecasts daily series that are forecast
 * @param stock how stock is planned
 */
public record Settings(
        CompanySettings company,
        String landing,
        String lake,
        RunSettings run,
        double maxRejectedShare,
        int pairingDays,
        int correctionDays,
        LifetimeSettings lifetime,
        IdentitySettings identity,
        SegmentSettings segments,
        SnapshotSettings snapshots,
        UpkeepSettings upkeep,
        List<SourceSpec> sources,
        List<EntityMapping> mappings,
        List<QualityRule> rules,
        List<ProblemSettings> problems,
        List<ForecastSettings> forecasts,
        StockSettings stock) {

    public Settings {
        sources = List.copyOf(sources);
        mappings = List.copyOf(mappings);
        rules = List.copyOf(rules);
        problems = List.copyOf(problems);
        forecasts = List.copyOf(forecasts);
    }

    /** The same company with other questions. */
    public Settings asking(List<ProblemSettings> questions) {
        return new Settings(
                company,
                landing,
                lake,
                run,
                maxRejectedShare,
                pairingDays,
                correctionDays,
                lifetime,
                identity,
                segments,
                snapshots,
                upkeep,
                sources,
                mappings,
                rules,
                questions,
                forecasts,
                stock);
    }

    /** The mappings onto an entity, in order of source name. */
    public List<EntityMapping> mappingsOnto(String entity) {
        return mappings.stream()
                .filter(mapping -> mapping.entity().equals(entity))
                .toList();
    }

    /** The quality rules for an entity. */
    public List<QualityRule> rulesFor(String entity) {
        return rules.stream().filter(rule -> rule.entity().equals(entity)).toList();
    }

    /** The source of a name. */
    public SourceSpec source(String name) {
        return sources.stream()
                .filter(source -> source.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
