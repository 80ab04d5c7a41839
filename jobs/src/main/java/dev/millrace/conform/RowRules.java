package dev.millrace.conform;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;

import dev.millrace.job.Input;
import dev.millrace.job.JobInputs;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.NearestName;
import dev.millrace.settings.QualityRule;
import dev.millrace.settings.QualityRule.Accepted;
import dev.millrace.settings.QualityRule.Condition;
import dev.millrace.settings.QualityRule.OnFailure;
import dev.millrace.settings.QualityRule.Reference;
import dev.millrace.settings.Settings;
import dev.millrace.table.EntitySpec;
import dev.millrace.table.Reach;
import dev.millrace.tables.silver.Entities;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** The rules that a company sets for the rows of an entity. */
final class RowRules {

    private static final String FOUND = "_found_";
    private static final String FLAG = "_flag_";

    private final List<QualityRule> rules;

    private RowRules(List<QualityRule> rules) {
        this.rules = rules;
    }

    static RowRules of(Settings settings, EntitySpec entity) {
        return new RowRules(settings.rulesFor(entity.name()).stream()
                .filter(rule -> rule.measure().ofRows())
                .toList());
    }

    /** Changes when a rule does. */
    String fingerprint() {
        return rules.isEmpty() ? "" : rules.toString();
    }

    /** The entities that rows refer to. */
    Set<Input> inputs() {
        return rules.stream()
                .filter(rule -> rule.measure() instanceof Reference)
                .map(rule -> new Input(entity(rule, (Reference) rule.measure()).table(), Reach.LATEST))
                .collect(Collectors.toSet());
    }

    private static EntitySpec entity(QualityRule rule, Reference reference) {
        return Entities.named(reference.otherEntity())
                .orElseThrow(() -> new ConfigurationException("'" + rule.path() + ".references' names '"
                        + reference.otherEntity() + "', which is no entity. "
                        + NearestName.hint(
                                reference.otherEntity(),
                                Entities.ALL.stream().map(EntitySpec::name).toList())));
    }

    /** The rows, each with whether what it refers to is there. */
    Dataset<Row> withReferences(Dataset<Row> rows, JobInputs inputs) {
        Dataset<Row> result = rows;
        for (QualityRule rule : rules) {
            if (rule.measure() instanceof Reference reference) {
                String key = "_key_" + rule.name();
                Dataset<Row> keys = inputs.newest(entity(rule, reference).table())
                        .select(col(reference.otherColumn()).alias(key))
                        .distinct()
                        .withColumn(FOUND + rule.name(), lit(true));
                result = result.join(keys, col(reference.column()).equalTo(col(key)), "left")
                        .drop(key);
            }
        }
        return result;
    }

    /** Those that set rows aside. */
    List<QualityRule> quarantining() {
        return rules.stream()
                .filter(rule -> rule.onFailure() == OnFailure.QUARANTINE)
                .toList();
    }

    /** Those that count. */
    List<QualityRule> counting() {
        return rules.stream()
                .filter(rule -> rule.onFailure() != OnFailure.QUARANTINE)
                .toList();
    }

    /** The column that says whether a row breaks a rule that counts. */
    static String flag(QualityRule rule) {
        return FLAG + rule.name();
    }

    /** Whether a row breaks a rule; never unknown. */
    static Column broken(QualityRule rule) {
        return coalesce(brokenOrUnknown(rule), lit(false));
    }

    private static Column brokenOrUnknown(QualityRule rule) {
        if (rule.measure() instanceof Condition condition) {
            return not(expr(condition.sql()));
        }
        if (rule.measure() instanceof Accepted accepted) {
            return not(
                    col(accepted.column()).cast("string").isin(accepted.values().toArray()));
        }
        Reference reference = (Reference) rule.measure();
        return col(reference.column()).isNotNull().and(col(FOUND + rule.name()).isNull());
    }
}
