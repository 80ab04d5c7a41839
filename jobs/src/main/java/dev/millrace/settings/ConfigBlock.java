package dev.millrace.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A block of the configuration, read value by value; what is wrong is gathered and not thrown.
 *
 * @param config the block, defaults filled in
 * @param path where it stands, for messages; empty for the whole configuration
 * @param problems where what is wrong is gathered
 */
record ConfigBlock(Config config, String path, List<String> problems) {

    /** The path of a key of this block. */
    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    void problem(String key, String text) {
        problems.add("'" + at(key) + "' " + text);
    }

    /** A block below this one. */
    ConfigBlock block(String key) {
        return new ConfigBlock(config.getConfig(key), at(key), problems);
    }

    /** The named blocks below a key, each over the defaults, in order of name. */
    Map<String, ConfigBlock> named(String key, Config defaults) {
        Map<String, ConfigBlock> blocks = new LinkedHashMap<>();
        if (config.hasPath(key) && config.getValue(key) instanceof ConfigObject object) {
            for (String name : keys(object)) {
                if (object.get(name) instanceof ConfigObject block) {
                    Config own = block.toConfig().withFallback(defaults);
                    blocks.put(name, new ConfigBlock(own, at(key) + "." + name, problems));
                }
            }
        }
        return blocks;
    }

    String text(String key) {
        return value(key, () -> config.getString(key), "");
    }

    Optional<String> optional(String key) {
        return config.hasPath(key) ? Optional.of(text(key)) : Optional.empty();
    }

    /** A text that must be given. */
    String required(String key) {
        return present(key) ? text(key) : "";
    }

    List<String> texts(String key) {
        return value(key, () -> config.getStringList(key), List.of());
    }

    boolean flag(String key) {
        return value(key, () -> config.getBoolean(key), false);
    }

    boolean present(String key) {
        if (!config.hasPath(key)) {
            problem(key, "is missing: it has no default and must be given.");
            return false;
        }
        return true;
    }

    int wholeNumber(String key, int least, int most) {
        int number = value(key, () -> config.getInt(key), least);
        if (number < least || number > most) {
            problem(key, "is " + number + ": it must lie between " + least + " and " + most + ".");
        }
        return number;
    }

    double share(String key) {
        double share = value(key, () -> config.getDouble(key), 0.0);
        if (share < 0 || share > 1) {
            problem(key, "is " + share + ": a share lies between 0 and 1; 5 % is 0.05.");
        }
        return share;
    }

    /** One of the words that an enumeration's constants are, in small letters. */
    <E extends Enum<E>> E choice(String key, Class<E> type) {
        List<E> constants = List.of(type.getEnumConstants());
        List<String> words = constants.stream().map(ConfigBlock::word).toList();
        String word = text(key);
        int chosen = words.indexOf(word);
        if (chosen < 0) {
            problem(key, "is '" + word + "': use " + String.join(" or ", words) + ".");
        }
        return constants.get(Math.max(chosen, 0));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** SQL expressions by name, in order of name. */
    Map<String, String> expressions(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        ConfigObject object = config.getObject(key);
        for (String name : keys(object)) {
            Object value = object.get(name).unwrapped();
            if (value instanceof Map || value instanceof List || value == null) {
                problem(key + "." + name, "must be a SQL expression in quotes.");
            } else {
                texts.put(name, value.toString());
            }
        }
        return texts;
    }

    <T> T value(String key, Supplier<T> read, T otherwise) {
        try {
            return read.get();
        } catch (ConfigException e) {
            problems.add("Setting '" + at(key) + "' cannot be read: " + e.getMessage());
            return otherwise;
        }
    }

    /** A value given as one text or as a list of them. */
    List<String> oneOrMany(String key) {
        if (!present(key)) {
            return List.of();
        }
        boolean many = config.getValue(key).valueType() == com.typesafe.config.ConfigValueType.LIST;
        return many ? texts(key) : Stream.of(text(key)).toList();
    }

    private static List<String> keys(ConfigObject object) {
        return object.keySet().stream().sorted().toList();
    }
}
