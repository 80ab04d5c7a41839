package dev.millrace.settings;

import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigValue;
import com.typesafe.config.ConfigValueType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compares what a user set with the settings that {@code reference.conf} lists. */
final class KnownKeys {

    private static final String SOURCES = "sources";
    private static final String ENTITIES = "entities";
    private static final String PROBLEMS = "problems";
    private static final String FORECASTS = "forecasts";
    private static final String RULES = "rules";
    private static final String LOOKUPS = ".lookups";
    private static final String INPUTS = ".inputs";
    private static final Set<String> FREE_MAPS =
            Set.of("columns", "attributes", "keys", "features", "also", "calendars");

    private final ConfigObject reference;

    KnownKeys(ConfigObject reference) {
        this.reference = reference;
    }

    /** One sentence for each key that is not known, with the nearest that is. */
    List<String> problemsIn(ConfigObject user) {
        List<String> problems = new ArrayList<>();
        compare("", user, reference, problems);
        return problems;
    }

    private void compare(String path, ConfigObject user, ConfigObject known, List<String> problems) {
        for (Map.Entry<String, ConfigValue> entry : user.entrySet()) {
            String key = entry.getKey();
            String here = path.isEmpty() ? key : path + "." + key;
            if (!known.containsKey(key) && Secrets.isNamed(here)) {
                problems.add("'" + here + "' (" + entry.getValue().origin().description() + ") would hold a secret. "
                        + Secrets.instead());
            } else if (!known.containsKey(key)) {
                problems.add("Unknown setting '" + here + "' ("
                        + entry.getValue().origin().description() + "). " + NearestName.hint(key, known.keySet()));
            } else {
                descend(here, entry.getValue(), known.get(key), problems);
            }
        }
    }

    private void descend(String path, ConfigValue value, ConfigValue known, List<String> problems) {
        if (path.equals(SOURCES)) {
            eachNamed(path, value, problems, source -> (ConfigObject) reference.get("source-defaults"));
        } else if (path.equals(PROBLEMS)) {
            eachNamed(path, withoutNulls(value), problems, problem -> (ConfigObject) reference.get("problem-defaults"));
        } else if (path.equals(FORECASTS)) {
            eachNamed(
                    path, withoutNulls(value), problems, forecast -> (ConfigObject) reference.get("forecast-defaults"));
        } else if (path.equals(ENTITIES) || path.equals(RULES)) {
            String defaults = path.equals(RULES) ? "rule-defaults" : "mapping-defaults";
            if (value instanceof ConfigObject entities) {
                entities.forEach((entity, named) -> eachNamed(
                        path + "." + entity, named, problems, name -> (ConfigObject) reference.get(defaults)));
            }
        } else if (path.endsWith(LOOKUPS)) {
            eachNamed(path, value, problems, lookup -> (ConfigObject) reference.get("lookup-defaults"));
        } else if (path.endsWith(INPUTS)) {
            eachNamed(path, value, problems, input -> (ConfigObject) reference.get("forecast-input-defaults"));
        } else if (known.valueType() == ConfigValueType.OBJECT) {
            nested(path, value, (ConfigObject) known, problems);
        }
    }

    /** A company leaves out a question or a forecast of its pack by null. */
    private static ConfigValue withoutNulls(ConfigValue value) {
        if (!(value instanceof ConfigObject named)) {
            return value;
        }
        ConfigObject kept = named;
        for (Map.Entry<String, ConfigValue> entry : named.entrySet()) {
            kept = entry.getValue().valueType() == ConfigValueType.NULL ? kept.withoutKey(entry.getKey()) : kept;
        }
        return kept;
    }

    private void eachNamed(
            String path,
            ConfigValue value,
            List<String> problems,
            java.util.function.Function<String, ConfigObject> template) {
        if (value instanceof ConfigObject named) {
            named.forEach((name, inner) -> nested(path + "." + name, inner, template.apply(name), problems));
        } else {
            problems.add(
                    "Setting '" + path + "' (" + value.origin().description() + ") must be a { … } block of names.");
        }
    }

    private void nested(String path, ConfigValue value, ConfigObject known, List<String> problems) {
        if (!(value instanceof ConfigObject)) {
            problems.add("Setting '" + path + "' (" + value.origin().description() + ") must be a { … } block.");
        } else if (!FREE_MAPS.contains(path.substring(path.lastIndexOf('.') + 1))) {
            compare(path, (ConfigObject) value, known, problems);
        }
    }
}
