package dev.millrace.job;

import static org.apache.spark.sql.functions.expr;

import dev.millrace.settings.EntityMapping;
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
        Map<String, String> refused = MappingGuard.problems(settings, mapping);
        problems.addAll(refused.values());
        SourceSpec source = settings.source(mapping.source());
        Dataset<Row> rows =
                session.createDataFrame(List.of(), DeliveredRow.of(source).schema());
        expressions(mapping).forEach((path, sql) -> {
            // What is not even allowed would only be told again by Spark.
            if (!refused.containsKey(path)) {
                problem(rows, source, path, sql).ifPresent(problems::add);
            }
        });
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
