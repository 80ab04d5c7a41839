package dev.millrace.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceSpec;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns a resolved configuration into records, and gathers everything that is wrong on the way. */
final class SettingsReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Config config;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Config config) {
        this.config = config;
    }

    /** The settings; a dummy stands wherever {@link #problems()} tells of one. */
    Settings read() {
        List<SourceSpec> sources = named("sources").entrySet().stream()
                .map(entry -> source(entry.getKey(), entry.getValue()))
                .toList();
        return new Settings(
                new CompanySettings(text(config, "company.name"), text(config, "company.currency")),
                text(config, "landing"),
                text(config, "lake"),
                new RunSettings(
                        wholeNumber("run.parallel-jobs", 1, 64),
                        value("run.lease-wait", () -> config.getDuration("run.lease-wait"), java.time.Duration.ZERO),
                        value(
                                "run.lease-expiry",
                                () -> config.getDuration("run.lease-expiry"),
                                java.time.Duration.ZERO)),
                share("quality.max-rejected-share"),
                wholeNumber("returns.pairing-days", 1, 3_650),
                sources,
                mappings(sources.stream().map(SourceSpec::name).toList()));
    }

    List<String> problems() {
        return problems;
    }

    private SourceSpec source(String name, Config own) {
        String path = "sources." + name;
        checkName(path, name);
        Config source = own.withFallback(config.getConfig("source-defaults"));
        List<String> columns = required(path + ".columns", source, "columns", () -> source.getStringList("columns"))
                .orElse(List.of());
        checkColumns(path, columns);
        return new SourceSpec(
                name,
                required(path + ".files", source, "files", () -> source.getString("files"))
                        .orElse(""),
                deliveryDate(path, text(source, "delivery-date")),
                new CsvDialect(
                        oneCharacter(path + ".separator", text(source, "separator")),
                        oneCharacter(path + ".quote", text(source, "quote")),
                        oneCharacter(path + ".escape", text(source, "escape")),
                        encoding(path + ".encoding", text(source, "encoding"))),
                columns);
    }

    private List<EntityMapping> mappings(List<String> sources) {
        List<EntityMapping> mappings = new ArrayList<>();
        named("entities").forEach((entity, bySource) -> {
            for (String source : keys(bySource.root())) {
                mappings.add(mapping(entity, source, bySource.getConfig(quoted(source)), sources));
            }
        });
        return mappings;
    }

    private EntityMapping mapping(String entity, String source, Config own, List<String> sources) {
        String path = "entities." + entity + "." + source;
        if (!sources.contains(source)) {
            problems.add("'" + path + "' maps a source that is not declared under 'sources'. "
                    + NearestName.hint(source, sources));
        }
        Config mapping = own.withFallback(config.getConfig("mapping-defaults"));
        String duplicates = text(mapping, "exact-duplicates");
        if (!Set.of("keep", "drop").contains(duplicates)) {
            problems.add("'" + path + ".exact-duplicates' is '" + duplicates + "': use keep or drop.");
        }
        return new EntityMapping(
                entity,
                source,
                mapping.hasPath("where") ? Optional.of(mapping.getString("where")) : Optional.empty(),
                duplicates.equals("drop"),
                texts(mapping, path, "columns"),
                texts(mapping, path, "attributes"));
    }

    private Map<String, Config> named(String path) {
        Map<String, Config> blocks = new LinkedHashMap<>();
        if (config.getValue(path) instanceof ConfigObject object) {
            for (String name : keys(object)) {
                if (object.get(name) instanceof ConfigObject block) {
                    blocks.put(name, block.toConfig());
                }
            }
        }
        return blocks;
    }

    private Map<String, String> texts(Config from, String path, String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        ConfigObject object = from.getObject(key);
        for (String name : keys(object)) {
            Object value = object.get(name).unwrapped();
            if (value instanceof Map || value instanceof List || value == null) {
                problems.add("'" + path + "." + key + "." + name + "' must be a SQL expression in quotes.");
            } else {
                texts.put(name, value.toString());
            }
        }
        return texts;
    }

    private static List<String> keys(ConfigObject object) {
        return object.keySet().stream().sorted().toList();
    }

    private static String quoted(String key) {
        return '"' + key + '"';
    }

    private String text(Config from, String path) {
        return value(path, () -> from.getString(path), "");
    }

    private int wholeNumber(String path, int least, int most) {
        int number = value(path, () -> config.getInt(path), least);
        if (number < least || number > most) {
            problems.add("'" + path + "' is " + number + ": it must lie between " + least + " and " + most + ".");
        }
        return number;
    }

    private double share(String path) {
        double share = value(path, () -> config.getDouble(path), 0.0);
        if (share < 0 || share > 1) {
            problems.add("'" + path + "' is " + share + ": a share lies between 0 and 1; 5 % is 0.05.");
        }
        return share;
    }

    private <T> T value(String path, Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (ConfigException e) {
            problems.add("Setting '" + path + "' cannot be read: " + e.getMessage());
            return otherwise;
        }
    }

    private <T> Optional<T> required(String path, Config from, String key, Supplier<T> read) {
        if (!from.hasPath(key)) {
            problems.add("'" + path + "' is missing: it has no default and must be given.");
            return Optional.empty();
        }
        return Optional.ofNullable(value(path, read, null));
    }

    private void checkName(String path, String name) {
        if (!NAME.matcher(name).matches()) {
            problems.add("'" + path + "': a name has small letters, digits and underscores, and becomes a folder.");
        }
    }

    private void checkColumns(String path, List<String> columns) {
        columns.stream()
                .filter(column -> columns.indexOf(column) != columns.lastIndexOf(column))
                .distinct()
                .forEach(column -> problems.add("'" + path + ".columns' names '" + column + "' twice."));
    }

    private Pattern deliveryDate(String path, String expression) {
        try {
            Pattern pattern = Pattern.compile(expression);
            if (pattern.matcher("").groupCount() < 1) {
                problems.add("'" + path + ".delivery-date' has no group: put ( ) around the date in it.");
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            problems.add("'" + path + ".delivery-date' is no regular expression: " + e.getDescription() + ".");
            return Pattern.compile("()");
        }
    }

    private String oneCharacter(String path, String text) {
        if (text.length() != 1) {
            problems.add("'" + path + "' is '" + text + "': it must be one character.");
        }
        return text;
    }

    private String encoding(String path, String name) {
        try {
            Charset charset = Charset.forName(name);
            if ("\n".getBytes(charset).length != 1) {
                problems.add("'" + path + "' is '" + name + "': only character sets with one-byte line ends are read.");
            }
            return charset.name();
        } catch (IllegalArgumentException e) {
            problems.add("'" + path + "' is '" + name + "', which is no character set: use a name such as UTF-8.");
            return name;
        }
    }
}
