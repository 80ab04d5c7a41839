package dev.millrace.job;

import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;

import dev.millrace.settings.EntityMapping;
import dev.millrace.settings.Lookup;
import dev.millrace.settings.Settings;
import dev.millrace.table.SourceSpec;
import dev.millrace.tables.bronze.DeliveredRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/** Reads every SQL expression of every mapping on its own, so that all that are wrong are told at once and by their setting. */
public final class MappingCheck {

    private final SparkSession session;

    public MappingCheck(SparkSession session) {
        this.session = session;
    }

    /** One sentence for each expression that cannot be used. */
    public List<String> problems(Settings settings) {
        List<String> problems = new ArrayList<>();
        settings.mappings().forEach(mapping -> check(settings, mapping, problems));
        return problems;
    }

    private void check(Settings settings, EntityMapping mapping, List<String> problems) {
        Findings findings = new Findings(MappingGuard.problems(settings, mapping), problems);
        problems.addAll(findings.refused().values());
        SourceSpec source = settings.source(mapping.source());
        Dataset<Row> rows = empty(source);
        for (Lookup lookup : mapping.lookups()) {
            SourceSpec other = settings.source(lookup.source());
            String path = mapping.path() + ".lookups." + lookup.name();
            findings.isSound(empty(other), other, path + ".key", lookup.key());
            findings.isSound(rows, source, path + ".on", lookup.on());
            rows = rows.withColumn(
                    lookup.name(), lit(null).cast(DeliveredRow.of(other).schema()));
        }
        if (mapping.explode().isPresent()) {
            String element = "explode(" + mapping.explode().get() + ")";
            if (!findings.isSound(rows, source, mapping.path() + ".explode", element)) {
                return;
            }
            rows = rows.selectExpr("*", element + " AS item");
        }
        for (Map.Entry<String, String> expression : expressions(mapping).entrySet()) {
            findings.isSound(rows, source, expression.getKey(), expression.getValue());
        }
    }

    private Dataset<Row> empty(SourceSpec source) {
        return session.createDataFrame(List.of(), DeliveredRow.of(source).schema());
    }

    /** What is wrong with a mapping; what is not even allowed would only be told again by Spark. */
    private record Findings(Map<String, String> refused, List<String> problems) {

        boolean isSound(Dataset<Row> rows, SourceSpec source, String path, String sql) {
            if (refused.containsKey(path)) {
                return false;
            }
            Optional<String> problem = problem(rows, source, path, sql);
            problem.ifPresent(problems::add);
            return problem.isEmpty();
        }
    }

    private static Map<String, String> expressions(EntityMapping mapping) {
        Map<String, String> expressions = new LinkedHashMap<>();
        mapping.where().ifPresent(sql -> expressions.put(mapping.path() + ".where", sql));
        mapping.columns().forEach((name, sql) -> expressions.put(mapping.path() + ".columns." + name, sql));
        mapping.attributes().forEach((name, sql) -> expressions.put(mapping.path() + ".attributes." + name, sql));
        return expressions;
    }

    private static Optional<String> problem(Dataset<Row> rows, SourceSpec source, String path, String sql) {
        try {
            rows.select(expr(sql));
            return Optional.empty();
        } catch (Exception e) {
            // Spark's Scala code throws it without declaring it, so that it cannot be caught by name.
            if (e instanceof AnalysisException) {
                return Optional.of(
                        "The mapping '" + path + "' cannot be used: " + firstLine(e.getMessage()) + " Source '"
                                + source.name() + "' has the columns " + String.join(", ", source.columnNames()) + ".");
            }
            throw e;
        }
    }

    private static String firstLine(String message) {
        return message.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
    }
}
