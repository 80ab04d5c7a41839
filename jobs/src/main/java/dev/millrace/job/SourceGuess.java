package dev.millrace.job;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.univocity.parsers.csv.CsvFormat;
import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import dev.millrace.storage.FileSample;
import dev.millrace.table.SourceColumn;
import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A first mapping for a file, from a look at its beginning. What it guesses a person must read over: it knows what the file looks
 * like, and not what it means.
 *
 * @param name the source's name
 * @param settings its settings, as HOCON writes them, in order
 * @param columns its columns
 * @param remarks what was noticed
 */
public record SourceGuess(String name, List<String> settings, List<String> columns, List<String> remarks) {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+([.,]\\d+)?");
    private static final Pattern ELEMENT = Pattern.compile("<([A-Za-z_][\\w.-]*)[\\s>/]");
    private static final Pattern ENDING =
            Pattern.compile("([.](csv|txt|tsv|dat|data|json|jsonl|ndjson|xml|gz|bz2|zst))+$");
    private static final String SEPARATORS = ",;\t|";
    private static final int ROWS_LOOKED_AT = 200;

    /** Looks at the beginning of a file. */
    public static SourceGuess of(String uri) {
        return of(FileSample.of(uri));
    }

    static SourceGuess of(FileSample sample) {
        List<String> remarks = new ArrayList<>();
        List<String> settings = new ArrayList<>();
        String bare = ENDING.matcher(sample.name().toLowerCase(Locale.ROOT)).replaceAll("");
        String name = bare.replaceAll("\\d{4}-?\\d{2}-?\\d{2}", "")
                .replaceAll("[^a-z0-9]+", "_")
                .replaceAll("^_+|_+$", "");
        settings.add("files = " + quoted(DAY.matcher(sample.name()).replaceAll("*")));
        if (!DAY.matcher(sample.name()).find()) {
            settings.add("delivered-on = file-time");
            remarks.add("The name tells no day of delivery: the time of the file does. An ISO date serves too.");
        }
        String text = text(sample, settings, remarks);
        List<String> columns = columns(text, sample, settings, remarks);
        return new SourceGuess(name.matches("[a-z].*") ? name : "source_" + name, settings, columns, remarks);
    }

    private static String text(FileSample sample, List<String> settings, List<String> remarks) {
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                CharSequence text = charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(wholeLines(sample)));
                if (!charset.equals(StandardCharsets.UTF_8)) {
                    settings.add("encoding = " + quoted(charset.name()));
                    remarks.add("The bytes are no UTF-8; they could be " + charset.name() + ". Read over the text.");
                }
                String decoded = text.toString();
                return decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
            } catch (CharacterCodingException e) {
                continue;
            }
        }
        settings.add("encoding = \"ISO-8859-1\"");
        remarks.add("The bytes are no UTF-8; ISO-8859-1 reads any bytes, so read over the text.");
        return new String(wholeLines(sample), StandardCharsets.ISO_8859_1);
    }

    /** A sample that was cut ends with its last whole line. */
    private static byte[] wholeLines(FileSample sample) {
        int end = sample.bytes().length;
        if (!sample.whole()) {
            while (end > 0 && sample.bytes()[end - 1] != '\n') {
                end--;
            }
        }
        return java.util.Arrays.copyOf(sample.bytes(), end);
    }

    private static List<String> columns(String text, FileSample sample, List<String> settings, List<String> remarks) {
        String begin = text.stripLeading();
        if (begin.startsWith("<")) {
            return xml(begin, settings, remarks);
        }
        if (begin.startsWith("{") || (begin.startsWith("[") && sample.name().contains("json"))) {
            settings.add("format = json");
            return json(begin, remarks);
        }
        return delimited(text, settings, remarks);
    }

    private static List<String> xml(String text, List<String> settings, List<String> remarks) {
        List<String> tags =
                ELEMENT.matcher(text).results().map(match -> match.group(1)).toList();
        String root = tags.isEmpty() ? "" : tags.get(0);
        String row = tags.stream().filter(tag -> !tag.equals(root)).findFirst().orElse(root);
        settings.add("format = xml");
        settings.add("row-tag = " + quoted(row));
        Set<String> columns = new LinkedHashSet<>();
        Matcher first = Pattern.compile(
                        "<" + Pattern.quote(row) + "([^>]*)>(.*?)</" + Pattern.quote(row) + ">", Pattern.DOTALL)
                .matcher(text);
        if (first.find()) {
            Pattern.compile("([\\w.-]+)\\s*=")
                    .matcher(first.group(1))
                    .results()
                    .forEach(match -> columns.add("@" + match.group(1)));
            ELEMENT.matcher(first.group(2)).results().forEach(match -> columns.add(match.group(1)));
        }
        remarks.add("Children of children are columns here too: take those out; their parent holds them as JSON.");
        return List.copyOf(columns);
    }

    private static List<String> json(String text, List<String> remarks) {
        Set<String> columns = new LinkedHashSet<>();
        String line = text.startsWith("[") ? text : text.lines().findFirst().orElse("");
        try {
            JsonNode node = new ObjectMapper().readTree(line);
            JsonNode record = node.isArray() ? node.get(0) : node;
            record.fieldNames().forEachRemaining(columns::add);
            columns.addAll(record.isObject() ? List.of() : List.of("value"));
        } catch (IOException e) {
            remarks.add("The first record could not be parsed: "
                    + e.getMessage().lines().findFirst().orElse(""));
        }
        return List.copyOf(columns);
    }

    private static List<String> delimited(String text, List<String> settings, List<String> remarks) {
        CsvParserSettings detecting = new CsvParserSettings();
        detecting.detectFormatAutomatically(SEPARATORS.toCharArray());
        detecting.setMaxCharsPerColumn(-1);
        detecting.setMaxColumns(20_000);
        CsvParser parser = new CsvParser(detecting);
        List<String[]> rows = parser.parseAll(new StringReader(text), ROWS_LOOKED_AT);
        if (rows.isEmpty()) {
            remarks.add("The file is empty.");
            return List.of();
        }
        CsvFormat format = parser.getDetectedFormat();
        if (rows.get(0).length == 1
                && text.lines().findFirst().orElse("").strip().contains(" ")) {
            return byWhitespace(text, settings, remarks);
        }
        if (!format.getDelimiterString().equals(",")) {
            settings.add("separator = " + quoted(format.getDelimiterString()));
        }
        boolean linesInFields =
                rows.stream().flatMap(Stream::of).anyMatch(value -> value != null && value.contains("\n"));
        if (linesInFields) {
            settings.add("multi-line = true");
        }
        return named(rows.get(0), settings, remarks);
    }

    private static List<String> byWhitespace(String text, List<String> settings, List<String> remarks) {
        settings.add("separator = whitespace");
        remarks.add("Runs of spaces separate; if values hold spaces, use format = fixed-width with spans.");
        return named(text.lines().findFirst().orElse("").strip().split("[ \t]+"), settings, remarks);
    }

    private static List<String> named(String[] first, List<String> settings, List<String> remarks) {
        boolean header = Stream.of(first)
                .filter(value -> value != null)
                .noneMatch(value -> NUMBER.matcher(value.strip()).matches()
                        || DAY.matcher(value).lookingAt());
        if (header) {
            return Stream.of(first)
                    .map(value -> value == null ? "" : value.strip())
                    .toList();
        }
        settings.add("header = false");
        remarks.add("The first line looks like values: name the columns.");
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= first.length; i++) {
            columns.add("column_" + i);
        }
        return columns;
    }

    /** A configuration to begin with. */
    public String hocon() {
        StringBuilder text =
                new StringBuilder("# A first guess: read it over, map it, and try it with 'millrace check'.\n");
        remarks.forEach(remark -> text.append("# ").append(remark).append('\n'));
        text.append("sources.").append(name).append(" {\n");
        settings.forEach(setting -> text.append("  ").append(setting).append('\n'));
        text.append("  columns = [")
                .append(columns.stream().map(SourceGuess::word).collect(joining(", ")))
                .append("]\n}\n\n");
        text.append(
                "# The entities and their columns are in jobs/docs/entities.md. The SQL sees these columns, all of them text:\n");
        List<String> names = new ArrayList<>();
        for (String column : columns) {
            names.add(SourceColumn.of(column, names.size() + 1).name());
        }
        text.append("#   ").append(String.join(", ", names)).append('\n');
        text.append("entities.ENTITY.").append(name).append(" {\n  columns {\n    # ENTITY_COLUMN = \"SQL\"\n  }\n}\n");
        return text.toString();
    }

    private static String word(String column) {
        return column.matches("[A-Za-z_][A-Za-z0-9_-]*") ? column : quoted(column);
    }

    private static String quoted(String text) {
        return com.typesafe.config.ConfigUtil.quoteString(text);
    }
}
