package dev.millrace.settings;

import java.util.Optional;

/**
 * What acting on a score costs and earns.
 *
 * @param value SQL for what is lost if it happens, company currency; no decision without it
 * @param successRate share of those acted on whom it keeps from happening
 * @param contactCost what acting on one costs, company currency
 * @param budget most entities that are acted on; without it, all on whom acting pays
 */
public record ActionSettings(
        Optional<String> value, double successRate, double contactCost, Optional<Integer> budget) {}
