package dev.millrace.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Turns the block {@code rules} into quality rules. */
final class RuleReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final List<String> MEASURES =
            List.of("check", "accepts", "references", "newest-within-days", "volume-within", "distribution-within");

    private final ConfigBlock whole;

    RuleReader(ConfigBlock whole) {
        this.whole = whole;
    }

    List<QualityRule> read() {
        Config defaults = whole.config().getConfig("rule-defaults");
        List<QualityRule> rules = new ArrayList<>();
        whole.named("rules", ConfigFactory.empty()).keySet().forEach(entity -> whole.block("rules")
                .named(entity, defaults)
                .forEach((name, block) -> rule(entity, name, block).ifPresent(rules::add)));
        return rules;
    }

    private Optional<QualityRule> rule(String entity, String name, ConfigBlock block) {
        if (!NAME.matcher(name).matches()) {
            block.problems().add("'" + block.path() + "': a name has small letters, digits and underscores.");
        }
        List<String> given = MEASURES.stream().filter(block.config()::hasPath).toList();
        if (given.size() != 1) {
            block.problems()
                    .add("'" + block.path() + "' gives " + (given.isEmpty() ? "none" : String.join(" and ", given))
                            + " of " + String.join(", ", MEASURES) + ": give one.");
            return Optional.empty();
        }
        QualityRule.Measure measure = measure(given.get(0), block);
        QualityRule.OnFailure action = block.choice("on-failure", QualityRule.OnFailure.class);
        if (!measure.ofRows() && action == QualityRule.OnFailure.QUARANTINE) {
            block.problem(
                    "on-failure", "is quarantine, but the rule looks at the table and not at rows: use warn or abort.");
        }
        return Optional.of(new QualityRule(entity, name, measure, action));
    }

    private static QualityRule.Measure measure(String key, ConfigBlock block) {
        int history = block.wholeNumber("history-days", 1, 3_650);
        return switch (key) {
            case "check" -> new QualityRule.Condition(block.text(key));
            case "accepts" -> new QualityRule.Accepted(block.required("column"), block.texts(key));
            case "references" -> reference(block);
            case "newest-within-days" -> new QualityRule.Freshness(block.wholeNumber(key, 0, 3_650));
            case "volume-within" -> new QualityRule.Volume(block.share(key), history);
            default -> new QualityRule.Distribution(
                    block.required("column"),
                    block.value(key, () -> block.config().getDouble(key), 0.0),
                    history);
        };
    }

    private static QualityRule.Measure reference(ConfigBlock block) {
        String[] parts = block.text("references").split("[.]", -1);
        if (parts.length != 2) {
            block.problem(
                    "references",
                    "is '" + block.text("references") + "': give ENTITY.COLUMN, such as product.product_id.");
            return new QualityRule.Condition("true");
        }
        return new QualityRule.Reference(block.required("column"), parts[0], parts[1]);
    }
}
