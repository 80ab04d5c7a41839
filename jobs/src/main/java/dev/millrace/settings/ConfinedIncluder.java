package dev.millrace.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Includes other files only from below the configuration folder, so that a shared file cannot pull in others at will. */
final class ConfinedIncluder implements ConfigIncluder {

    private final Path folder;

    ConfinedIncluder(Path folder) {
        this.folder = folder;
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        Path wanted = folder.resolve(what).normalize();
        if (!isConfined(wanted)) {
            throw new ConfigException.Generic("include \"" + what + "\" leaves the configuration folder " + folder
                    + ": includes are relative to it and stay below it.");
        }
        if (!Files.isRegularFile(wanted)) {
            throw new ConfigException.Generic("include \"" + what + "\": there is no file " + wanted
                    + ". Includes are relative to " + folder + ".");
        }
        return ConfigFactory.parseFile(wanted.toFile(), context.parseOptions()).root();
    }

    private boolean isConfined(Path wanted) {
        try {
            Path real = Files.exists(wanted) ? wanted.toRealPath() : wanted.toAbsolutePath();
            return real.startsWith(folder.toRealPath());
        } catch (IOException e) {
            throw new ConfigException.Generic("include of " + wanted + " cannot be read: " + e.getMessage(), e);
        }
    }
}
