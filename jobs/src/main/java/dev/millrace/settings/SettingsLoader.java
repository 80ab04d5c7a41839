package dev.millrace.settings;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import com.typesafe.config.ConfigSyntax;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Loads a company's configuration: command line over file over {@code reference.conf}. */
public final class SettingsLoader {

    private static final String FOLDER = "conf";

    private SettingsLoader() {}

    /**
     * Loads and validates.
     *
     * @param configuration the path of a {@code .conf} file, or the name of a built-in company or pack
     * @param overrides settings from the command line, by path
     * @throws ConfigurationException with everything that is wrong
     */
    public static Settings load(String configuration, Map<String, String> overrides) {
        Config reference = ConfigFactory.parseResources("reference.conf");
        Config user = parse(overrides).withFallback(parse(configuration));
        List<String> problems = new ArrayList<>(new KnownKeys(reference.root()).problemsIn(user.root()));
        SettingsReader reader = new SettingsReader(resolve(user.withFallback(reference)));
        Settings settings = reader.read();
        problems.addAll(reader.problems());
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return settings;
    }

    private static Config parse(String configuration) {
        try {
            Path file = Path.of(configuration);
            if (Files.isRegularFile(file)) {
                Path folder = configurationFolder(file.toAbsolutePath());
                return ConfigFactory.parseFile(
                        file.toFile(), ConfigParseOptions.defaults().setIncluder(new ConfinedIncluder(folder)));
            }
            Optional<String> builtIn = builtIn(configuration);
            if (builtIn.isPresent()) {
                return ConfigFactory.parseResources(
                        SettingsLoader.class.getClassLoader(),
                        builtIn.get(),
                        ConfigParseOptions.defaults().setIncluder(new PackedIncluder(FOLDER)));
            }
        } catch (ConfigException e) {
            throw new ConfigurationException(configuration + " cannot be read: " + harmless(configuration, e));
        }
        throw new ConfigurationException(
                "There is no configuration '" + configuration
                        + "': give the path of a .conf file, or a built-in name (ecommerce, finance, manufacturing, online-retail, demo-shop).");
    }

    /** What is wrong with a file; the library quotes what it stumbled over, which may be a secret. */
    private static String harmless(String configuration, ConfigException e) {
        int line = e.origin() == null ? -1 : e.origin().lineNumber();
        try {
            List<String> lines = Files.readAllLines(Path.of(configuration));
            boolean secret = line > 0 && line <= lines.size() && Secrets.isToldOf(lines.get(line - 1));
            return secret
                    ? "line " + line + " is wrong; it seems to hold a secret and is not shown. " + Secrets.instead()
                    : e.getMessage();
        } catch (IOException unreadable) {
            return e.getMessage();
        }
    }

    /** What of the configuration folder is packed into the jar is found there by its name, a company before a pack. */
    private static Optional<String> builtIn(String name) {
        return Stream.of(FOLDER + "/" + name + ".conf", FOLDER + "/packs/" + name + ".conf")
                .filter(resource -> SettingsLoader.class.getClassLoader().getResource(resource) != null)
                .findFirst();
    }

    /** The nearest folder above the file that is called conf, or else the file's own. */
    private static Path configurationFolder(Path file) {
        for (Path folder = file.getParent(); folder != null; folder = folder.getParent()) {
            if (folder.endsWith(FOLDER)) {
                return folder;
            }
        }
        return file.getParent();
    }

    private static Config parse(Map<String, String> overrides) {
        Config config = ConfigFactory.empty();
        for (Map.Entry<String, String> override : overrides.entrySet()) {
            config = parseOverride(override.getKey(), override.getValue()).withFallback(config);
        }
        return config;
    }

    private static Config parseOverride(String path, String value) {
        ConfigParseOptions options =
                ConfigParseOptions.defaults().setSyntax(ConfigSyntax.CONF).setOriginDescription("--set " + path);
        try {
            return ConfigFactory.parseString(path + " = " + (isStructured(value) ? value : quote(value)), options);
        } catch (ConfigException e) {
            throw new ConfigurationException(
                    Secrets.isToldOf(path + value)
                            ? "--set " + path + " cannot be read; its value seems to hold a secret and is not shown. "
                                    + Secrets.instead()
                            : "--set " + path + "=" + value + " cannot be read: " + e.getMessage());
        }
    }

    /** A bare value is taken as text, so that the slashes of a URI are no comment. */
    private static boolean isStructured(String value) {
        return value.startsWith("{") || value.startsWith("[") || value.startsWith("\"") || value.equals("null");
    }

    private static String quote(String value) {
        return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static Config resolve(Config config) {
        try {
            return config.resolve();
        } catch (ConfigException e) {
            throw new ConfigurationException("A reference in the configuration cannot be resolved: " + e.getMessage());
        }
    }
}
