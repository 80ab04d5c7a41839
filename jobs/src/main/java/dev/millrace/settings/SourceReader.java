package dev.millrace.settings;

import dev.millrace.table.ChangedFiles;
import dev.millrace.table.CsvDialect;
import dev.millrace.table.DeliveryDay;
import dev.millrace.table.MissingColumns;
import dev.millrace.table.NewColumns;
import dev.millrace.table.SourceColumn;
import dev.millrace.table.SourceFormat;
import dev.millrace.table.SourceSpec;
import java.nio.charset.Charset;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Turns one block of {@code sources} into a source. */
final class SourceReader {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");
    private static final Pattern SPAN = Pattern.compile("(\\d+)-(\\d+)");
    private static final Pattern SECRET = Pattern.compile("(?i)(password|passwd|pwd|secret)\\s*=|//[^/@]*:[^/@]*@");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private static final String FILE_TIME = "file-time";
    private static final List<String> FORMATS =
            List.of("csv", "fixed-width", "json", "xml", "parquet", "avro", "delta", "jdbc");

    private final String name;
    private final ConfigBlock block;

    SourceReader(String name, ConfigBlock block) {
        this.name = name;
        this.block = block;
    }

    SourceSpec read() {
        if (!NAME.matcher(name).matches()) {
            block.problems()
                    .add("'" + block.path()
                            + "': a name has small letters, digits and underscores, and becomes a folder.");
        }
        SourceFormat format = format();
        boolean files = !(format instanceof SourceFormat.Jdbc);
        return new SourceSpec(
                name,
                format,
                files ? globs() : List.of(),
                deliveryDay(),
                columns(),
                block.texts("null-values"),
                block.choice("new-columns", NewColumns.class),
                block.choice("missing-columns", MissingColumns.class),
                block.choice("changed-files", ChangedFiles.class),
                block.wholeNumber("max-expansion", 2, 1_000_000));
    }

    private List<String> globs() {
        List<String> globs = block.oneOrMany("files");
        globs.stream()
                .filter(glob -> glob.startsWith("/") || glob.contains("..") || glob.contains("://"))
                .forEach(glob -> block.problem(
                        "files",
                        "is '" + glob + "': a source's files lie below the landing folder; give a path in it."));
        return globs;
    }

    private SourceFormat format() {
        String format = block.text("format");
        return switch (format) {
            case "csv" -> new SourceFormat.Delimited(dialect());
            case "fixed-width" -> new SourceFormat.FixedWidth(
                    encoding(), block.wholeNumber("skip-lines", 0, 1_000), spans());
            case "json" -> new SourceFormat.Json(encoding());
            case "xml" -> new SourceFormat.Xml(block.required("row-tag"));
            case "parquet" -> new SourceFormat.Parquet();
            case "avro" -> new SourceFormat.Avro();
            case "delta" -> new SourceFormat.DeltaTable();
            case "jdbc" -> jdbc();
            default -> {
                block.problem("format", "is '" + format + "'. " + NearestName.hint(format, FORMATS));
                yield new SourceFormat.Parquet();
            }
        };
    }

    private CsvDialect dialect() {
        return new CsvDialect(
                separator(),
                optionalCharacter("quote"),
                oneCharacter("escape", block.text("escape")),
                encoding(),
                block.flag("header"),
                block.wholeNumber("skip-lines", 0, 1_000),
                optionalCharacter("comment"),
                block.flag("multi-line"),
                block.flag("ragged"));
    }

    private String separator() {
        String separator = block.text("separator");
        if (separator.isEmpty() || separator.contains("\n")) {
            block.problem("separator", "is empty or a line end: give the text between two fields, or whitespace.");
        }
        return separator;
    }

    private List<SourceFormat.Span> spans() {
        List<SourceFormat.Span> spans = new ArrayList<>();
        for (String text : block.present("spans") ? block.texts("spans") : List.<String>of()) {
            Matcher matcher = SPAN.matcher(text.strip());
            if (matcher.matches() && Integer.parseInt(matcher.group(1)) <= Integer.parseInt(matcher.group(2))) {
                spans.add(
                        new SourceFormat.Span(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))));
            } else {
                block.problem("spans", "has '" + text + "': give first and last character, such as \"1-6\".");
            }
        }
        int columns = block.config().hasPath("columns") ? block.texts("columns").size() : spans.size();
        if (spans.size() != columns) {
            block.problem("spans", "has " + spans.size() + " entries for " + columns + " columns: give one for each.");
        }
        return spans;
    }

    private SourceFormat jdbc() {
        ConfigBlock jdbc = block.block("jdbc");
        String url = jdbc.required("url");
        if (SECRET.matcher(url).find()) {
            jdbc.problem(
                    "url",
                    "holds a password: take it out, and name the environment variable that holds it in password-variable,"
                            + " or its alias in a Hadoop credential provider in credential-alias.");
        }
        return new SourceFormat.Jdbc(
                url,
                jdbc.required("table"),
                jdbc.required("watermark"),
                jdbc.wholeNumber("lag", 0, Integer.MAX_VALUE),
                jdbc.wholeNumber("partitions", 1, 64),
                variable(jdbc, "user-variable"),
                variable(jdbc, "password-variable"),
                jdbc.optional("credential-alias").orElse(""));
    }

    /** What is no name of a variable may be the password itself, and is not told. */
    private static String variable(ConfigBlock jdbc, String key) {
        String name = jdbc.optional(key).orElse("");
        if (!name.isEmpty() && !VARIABLE.matcher(name).matches()) {
            jdbc.problem(
                    key,
                    "is no name of an environment variable (letters, digits and underscores): give the name of the variable"
                            + " that holds the value, not the value.");
            return "";
        }
        return name;
    }

    private List<SourceColumn> columns() {
        List<SourceColumn> columns = new ArrayList<>();
        if (block.present("columns")) {
            for (String delivered : block.texts("columns")) {
                columns.add(SourceColumn.of(delivered, columns.size() + 1));
            }
        }
        List<String> identities = columns.stream().map(SourceColumn::identity).toList();
        columns.stream()
                .filter(column -> identities.indexOf(column.identity()) != identities.lastIndexOf(column.identity()))
                .map(SourceColumn::name)
                .distinct()
                .forEach(column -> block.problem("columns", "names '" + column + "' twice."));
        columns.stream()
                .filter(column -> List.of("_extra", "_file", "_ordinal", "_known_date")
                        .contains(column.name().toLowerCase(Locale.ROOT)))
                .forEach(column ->
                        block.problem("columns", "names '" + column.name() + "', which bronze keeps for itself."));
        return columns;
    }

    private DeliveryDay deliveryDay() {
        Optional<String> fixed = block.optional("delivered-on");
        boolean fileTime = fixed.filter(FILE_TIME::equals).isPresent();
        return new DeliveryDay(pattern(), fileTime ? Optional.empty() : fixed.map(this::day), fileTime);
    }

    private LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            block.problem("delivered-on", "is '" + text + "': give an ISO date such as 2024-01-31, or file-time.");
            return LocalDate.EPOCH;
        }
    }

    private Pattern pattern() {
        try {
            Pattern pattern = Pattern.compile(block.text("delivery-date"));
            if (pattern.matcher("").groupCount() < 1) {
                block.problem("delivery-date", "has no group: put ( ) around the date in it.");
            }
            return pattern;
        } catch (PatternSyntaxException e) {
            block.problem("delivery-date", "is no regular expression: " + e.getDescription() + ".");
            return Pattern.compile("()");
        }
    }

    private String oneCharacter(String key, String text) {
        if (text.length() != 1) {
            block.problem(key, "is '" + text + "': it must be one character.");
        }
        return text;
    }

    private String optionalCharacter(String key) {
        return block.optional(key)
                .filter(text -> !text.isEmpty())
                .map(text -> oneCharacter(key, text))
                .orElse("");
    }

    private String encoding() {
        String encoding = block.text("encoding");
        try {
            return Charset.forName(encoding).name();
        } catch (IllegalArgumentException e) {
            block.problem("encoding", "is '" + encoding + "', which is no character set: use a name such as UTF-8.");
            return encoding;
        }
    }
}
