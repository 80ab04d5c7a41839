package dev.millrace.job;

import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.NearestName;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.spark.SparkThrowable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.catalyst.plans.logical.Command;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.ParsedStatement;
import scala.collection.JavaConverters;

/**
 * Answers a person's SQL over the tables of a lake, read only. A table goes by its name alone, or by {@code layer.table}; where two
 * layers have a table of one name, the latter or {@code layer_table}.
 */
public final class LakeQuery {

    /** Text and comments are matched so that they are passed over; the groups are a layer and a table. */
    private static final Pattern LAYER_DOT_TABLE = Pattern.compile(
            "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"|--[^\\n]*|/\\*.*?\\*/"
                    + "|(?<![\\w.`])`?(bronze|silver|feature|score|gold|ops)`?\\.`?(\\w+)`?",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private static final Pattern WORD = Pattern.compile("\\w+");

    private final SparkSession session;
    private final LakeReader lake;
    private final Map<String, String> views = new HashMap<>();

    public LakeQuery(SparkSession session, LakeReader lake) {
        this.session = session;
        this.lake = lake;
        nameViews(lake.ids());
    }

    private void nameViews(List<String> ids) {
        Map<String, Long> sharing =
                ids.stream().collect(Collectors.groupingBy(LakeReader::nameOf, Collectors.counting()));
        ids.forEach(id ->
                views.put(id, sharing.get(LakeReader.nameOf(id)) == 1 ? LakeReader.nameOf(id) : id.replace('/', '_')));
    }

    /**
     * Runs a query and fetches its rows.
     *
     * @param limit the most rows to fetch
     * @throws ConfigurationException when it is no query, or cannot be answered
     */
    public Answer answer(String sql, int limit) {
        return blamingTheQuery(() -> {
            String text = withViewNames(sql);
            requireReadOnly(text);
            registerViews(text);
            Dataset<Row> rows = session.sql(text);
            List<Row> fetched =
                    rows.limit(limit == Integer.MAX_VALUE ? limit : limit + 1).collectAsList();
            boolean more = fetched.size() > limit;
            return new Answer(rows.schema(), more ? fetched.subList(0, limit) : fetched, more);
        });
    }

    /** The name that a table goes by in a query. */
    public String viewOf(String id) {
        return views.get(id);
    }

    private String withViewNames(String sql) {
        Matcher matcher = LAYER_DOT_TABLE.matcher(sql);
        return matcher.replaceAll(match -> {
            String view = match.group(1) == null
                    ? null
                    : views.get(match.group(1).toLowerCase(Locale.ROOT)
                            + "/"
                            + match.group(2).toLowerCase(Locale.ROOT));
            return Matcher.quoteReplacement(view == null ? match.group() : view);
        });
    }

    private void requireReadOnly(String sql) {
        LogicalPlan plan = parse(sql);
        if (changesSomething(plan)) {
            throw new ConfigurationException("Only queries are answered here, and this is a command (" + plan.nodeName()
                    + "): tables are written by 'millrace run' alone. Begin with SELECT or WITH.");
        }
    }

    private LogicalPlan parse(String sql) {
        try {
            return session.sessionState().sqlParser().parsePlan(sql);
        } catch (org.apache.spark.sql.catalyst.parser.ParseException e) {
            throw new ConfigurationException(
                    "The SQL cannot be read: " + e.getMessage().strip());
        }
    }

    private static boolean changesSomething(LogicalPlan plan) {
        return plan instanceof Command
                || plan instanceof ParsedStatement
                || JavaConverters.seqAsJavaList(plan.children()).stream().anyMatch(LakeQuery::changesSomething);
    }

    /** Only the tables that the query names: each one registered costs a look at its log. */
    private void registerViews(String sql) {
        List<String> words = WORD.matcher(sql)
                .results()
                .map(word -> word.group().toLowerCase(Locale.ROOT))
                .toList();
        views.forEach((id, view) -> {
            if (words.contains(view.toLowerCase(Locale.ROOT))) {
                lake.read(id).createOrReplaceTempView(view);
            }
        });
    }

    /** What Spark finds wrong with a person's SQL, or with what it computes, is for that person to mend. */
    private Answer blamingTheQuery(Supplier<Answer> query) {
        try {
            return query.get();
        } catch (Exception e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof SparkThrowable known && isAboutTheQuery(known)) {
                    throw new ConfigurationException("The SQL cannot be answered: "
                            + cause.getMessage().lines().findFirst().orElse("") + hint(known));
                }
            }
            throw e;
        }
    }

    private static boolean isAboutTheQuery(SparkThrowable known) {
        return known.getSqlState() != null && known.getSqlState().matches("(42|22|21).*");
    }

    private String hint(SparkThrowable known) {
        if (!"TABLE_OR_VIEW_NOT_FOUND".equals(known.getErrorClass())) {
            return "";
        }
        String name =
                known.getMessageParameters().getOrDefault("relationName", "").replace("`", "");
        return " "
                + NearestName.of(name, views.values())
                        .map(near -> "Did you mean '" + near + "'? ")
                        .orElse("") + "The lake has "
                + String.join(", ", views.values().stream().sorted().toList()) + ".";
    }
}
