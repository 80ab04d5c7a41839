package dev.millrace.docs;

import static java.util.Comparator.comparing;
import static java.util.stream.Collectors.joining;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValue;
import java.util.List;
import java.util.Map;

/** Every setting with its default and its meaning, as {@code reference.conf} tells them. */
final class SettingsPage {

    private static final String INTRODUCTION =
            """
            # Settings

            Every setting with its default, in the order of `reference.conf`. A company's `.conf` file overrides the default; on the
            command line, `--set KEY=VALUE` overrides both. A setting that is not listed here is an error.

            """;

    private final ConfigObject reference =
            ConfigFactory.parseResources("reference.conf").root();

    String text() {
        StringBuilder page = new StringBuilder(GeneratedDocs.NOTICE).append(INTRODUCTION);
        for (Map.Entry<String, ConfigValue> entry : inFileOrder(reference)) {
            page.append(section(entry.getKey(), entry.getValue()));
        }
        return page.toString().stripTrailing() + "\n";
    }

    private static String section(String key, ConfigValue value) {
        StringBuilder section = new StringBuilder("## " + key + "\n\n" + meaning(value) + "\n\n");
        if (isGroup(value)) {
            MarkdownTable table = new MarkdownTable("setting", "default", "meaning");
            leaves(key, (ConfigObject) value, table);
            section.append(table).append("\n");
        } else {
            section.append("Default: ").append(code(value)).append("\n\n");
        }
        return section.toString();
    }

    private static void leaves(String path, ConfigObject group, MarkdownTable table) {
        for (Map.Entry<String, ConfigValue> entry : inFileOrder(group)) {
            String key = path + "." + entry.getKey();
            if (isGroup(entry.getValue())) {
                leaves(key, (ConfigObject) entry.getValue(), table);
            } else {
                table.row("`" + key + "`", code(entry.getValue()), meaning(entry.getValue()));
            }
        }
    }

    /** An empty block is a setting to fill, not a group of settings. */
    private static boolean isGroup(ConfigValue value) {
        return value instanceof ConfigObject object && !object.isEmpty();
    }

    private static List<Map.Entry<String, ConfigValue>> inFileOrder(ConfigObject object) {
        return object.entrySet().stream()
                .sorted(comparing(entry -> entry.getValue().origin().lineNumber()))
                .toList();
    }

    private static String meaning(ConfigValue value) {
        return value.origin().comments().stream().map(String::strip).collect(joining(" "));
    }

    private static String code(ConfigValue value) {
        return "`" + value.render(ConfigRenderOptions.concise()) + "`";
    }
}
