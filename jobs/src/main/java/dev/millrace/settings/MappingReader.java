package dev.millrace.settings;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Turns the block {@code entities} into mappings. */
final class MappingReader {

    private enum Duplicates {
        KEEP,
        DROP
    }

    private final ConfigBlock whole;
    private final List<String> sources;

    MappingReader(ConfigBlock whole, List<String> sources) {
        this.whole = whole;
        this.sources = sources;
    }

    List<EntityMapping> read() {
        Config defaults = whole.config().getConfig("mapping-defaults");
        List<EntityMapping> mappings = new ArrayList<>();
        whole.named("entities", com.typesafe.config.ConfigFactory.empty())
                .keySet()
                .forEach(entity -> whole.block("entities")
                        .named('"' + entity + '"', defaults)
                        .forEach((name, block) -> mappings.add(mapping(entity, name, block))));
        return mappings;
    }

    private EntityMapping mapping(String entity, String name, ConfigBlock found) {
        ConfigBlock block = new ConfigBlock(found.config(), "entities." + entity + "." + name, found.problems());
        String source = block.optional("source").orElse(name);
        requireKnown(block, source);
        return new EntityMapping(
                entity,
                source,
                name,
                block.optional("where"),
                block.optional("explode"),
                block.choice("exact-duplicates", Duplicates.class) == Duplicates.DROP,
                lookups(block),
                block.expressions("columns"),
                block.expressions("attributes"));
    }

    private List<Lookup> lookups(ConfigBlock block) {
        List<Lookup> lookups = new ArrayList<>();
        block.named("lookups", whole.config().getConfig("lookup-defaults")).forEach((name, lookup) -> {
            String source = lookup.required("source");
            requireKnown(lookup, source);
            String key = lookup.required("key");
            Optional<String> on = lookup.optional("on");
            lookups.add(new Lookup(name, source, key, on.orElse(key), lookup.flag("required")));
        });
        return lookups;
    }

    private void requireKnown(ConfigBlock block, String source) {
        if (!sources.contains(source)) {
            block.problems()
                    .add("'" + block.path() + "' maps a source that is not declared under 'sources'. "
                            + NearestName.hint(source, sources));
        }
    }
}
