package dev.millrace.settings;

import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigIncludeContext;
import com.typesafe.config.ConfigIncluder;
import com.typesafe.config.ConfigObject;

/** Includes what is packed beside a built-in configuration; as on disk, relative to the configuration folder. */
final class PackedIncluder implements ConfigIncluder {

    private final String folder;

    PackedIncluder(String folder) {
        this.folder = folder;
    }

    @Override
    public ConfigIncluder withFallback(ConfigIncluder fallback) {
        return this;
    }

    @Override
    public ConfigObject include(ConfigIncludeContext context, String what) {
        String resource = folder + "/" + what;
        ClassLoader loader = PackedIncluder.class.getClassLoader();
        if (loader.getResource(resource) == null) {
            throw new ConfigException.Generic("include \"" + what + "\": nothing of that name is built in.");
        }
        return ConfigFactory.parseResources(loader, resource, context.parseOptions())
                .root();
    }
}
