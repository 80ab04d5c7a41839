package dev.millrace.models.supply;

import static java.util.stream.Collectors.joining;

import dev.millrace.engines.materials.Expedite;
import dev.millrace.engines.materials.MaterialPlan;
import dev.millrace.engines.materials.PartSchedule;
import java.sql.Date;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;

/**
 * A plan of materials as rows of gold/material_requirement.
 *
 * @param asOf its date
 * @param known what was known of the parts
 * @param made which parts have a bill
 */
record RequirementRows(LocalDate asOf, List<PartFacts> known, Set<String> made) {

    private static final int WEEK = 7;
    private static final double PLACES = 1e4;

    List<Row> of(MaterialPlan plan) {
        Map<String, List<String>> assumed = new HashMap<>();
        known.forEach(part -> assumed.put(part.part(), part.assumed()));
        List<Row> rows = new ArrayList<>();
        for (PartSchedule schedule : plan.schedules().values()) {
            for (int week = 0; week < schedule.gross().length; week++) {
                rows.add(row(schedule, week, assumed.getOrDefault(schedule.part(), List.of())));
            }
        }
        return rows;
    }

    private Row row(PartSchedule schedule, int week, List<String> assumed) {
        List<Expedite> late = schedule.expedites().stream()
                .filter(expedite -> expedite.needed() == week)
                .toList();
        String reasons = late.stream()
                .map(expedite -> expedite.reason().name().toLowerCase(Locale.ROOT))
                .distinct()
                .sorted()
                .collect(joining(","));
        String[] orders = late.stream()
                .map(Expedite::order)
                .filter(order -> !order.isEmpty())
                .sorted()
                .toArray(String[]::new);
        return RowFactory.create(
                Date.valueOf(asOf),
                schedule.part(),
                week,
                Date.valueOf(asOf.plusDays((long) week * WEEK)),
                schedule.lowLevelCode(),
                made.contains(schedule.part()),
                rounded(schedule.gross()[week]),
                rounded(schedule.received()[week]),
                rounded(schedule.plannedReceipts()[week]),
                rounded(schedule.plannedReleases()[week]),
                rounded(schedule.stock()[week]),
                !late.isEmpty(),
                late.isEmpty() ? null : reasons,
                rounded(late.stream().mapToDouble(Expedite::quantity).sum()),
                orders,
                assumed.toArray(String[]::new));
    }

    private static double rounded(double value) {
        return Math.rint(value * PLACES) / PLACES;
    }
}
