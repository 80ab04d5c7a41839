package dev.millrace.job;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.Token;
import org.apache.spark.sql.catalyst.analysis.ExpressionWithUnresolvedIdentifier;
import org.apache.spark.sql.catalyst.analysis.Star;
import org.apache.spark.sql.catalyst.analysis.UnresolvedAttribute;
import org.apache.spark.sql.catalyst.analysis.UnresolvedFunction;
import org.apache.spark.sql.catalyst.expressions.Alias;
import org.apache.spark.sql.catalyst.expressions.Cast;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.Literal;
import org.apache.spark.sql.catalyst.expressions.PlanExpression;
import org.apache.spark.sql.catalyst.parser.CatalystSqlParser;
import org.apache.spark.sql.catalyst.parser.ParseException;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.UpperCaseCharStream;
import org.apache.spark.sql.types.StringType;
import scala.collection.JavaConverters;

/**
 * Holds the SQL of a mapping to what a mapping is: an expression whose value follows from the row alone, so that a rerun gives the
 * same rows, and that reaches nothing but the row. Judges what Spark's own parser makes of the text, so that comments, case and
 * quotes hide nothing.
 */
final class ExpressionGuard {

    private static final Set<String> TYPES_OF_MOMENTS = Set.of("DATE", "TIMESTAMP", "TIMESTAMP_NTZ", "TIMESTAMP_LTZ");

    private final Set<String> columns;

    /**
     * A guard over the expressions on a source.
     *
     * @param columns the source's columns: one that is called like the user or the clock is no more than a column
     */
    ExpressionGuard(Collection<String> columns) {
        this.columns = columns.stream().map(ExpressionGuard::lower).collect(Collectors.toUnmodifiableSet());
    }

    /** What keeps an expression from being used, in one sentence that names its setting; empty when nothing does. */
    Optional<String> problem(String path, String sql) {
        Set<String> reasons = new LinkedHashSet<>();
        try {
            Expression expression = new CatalystSqlParser().parseExpression(sql);
            expression(expression, reasons);
            moments(expression, sql, reasons);
        } catch (Exception e) {
            // Spark's Scala code throws it without declaring it, so that it cannot be caught by name.
            if (!(e instanceof ParseException)) {
                throw e;
            }
            reasons.add("it is not one expression in Spark's SQL (" + firstLine(e.getMessage()) + ")");
        }
        return reasons.isEmpty()
                ? Optional.empty()
                : Optional.of("The mapping '" + path + "' cannot be used: " + String.join("; ", reasons)
                        + ". A mapping computes each row from its own columns and nothing else, so that a rerun makes the same"
                        + " rows.");
    }

    private void expression(Expression node, Set<String> reasons) {
        if (node instanceof UnresolvedFunction function) {
            function(function, reasons);
        } else if (node instanceof UnresolvedAttribute attribute) {
            attribute(JavaConverters.seqAsJavaList(attribute.nameParts()), reasons);
        } else if (node instanceof PlanExpression) {
            reasons.add("it holds a subquery, which reads tables");
        } else if (node instanceof ExpressionWithUnresolvedIdentifier) {
            reasons.add("it uses IDENTIFIER, which hides what is called");
        } else if (node instanceof Star) {
            reasons.add("it uses *, which is not one value");
        } else if (node instanceof Alias) {
            reasons.add("it names itself with AS, though its name is that of the setting");
        } else {
            FunctionKind.of(node.getClass()).ifPresent(kind -> reasons.add(kind.refusing(node.prettyName())));
        }
        JavaConverters.seqAsJavaList(node.children()).forEach(child -> expression(child, reasons));
    }

    private static void function(UnresolvedFunction function, Set<String> reasons) {
        List<String> parts = JavaConverters.seqAsJavaList(function.nameParts());
        String name = lower(String.join(".", parts));
        if (parts.size() > 1) {
            reasons.add("it calls " + name + "(); functions go by their name alone, and only Spark's own are at hand");
            return;
        }
        Optional<FunctionKind> kind =
                FunctionKind.named(name, function.arguments().size());
        kind.ifPresent(known -> reasons.add(known.refusing(name)));
        if (kind.isEmpty() && (function.isDistinct() || function.filter().isDefined())) {
            reasons.add(FunctionKind.AGGREGATE.refusing(name));
        }
    }

    /** Spark reads the names of some functions without brackets, where no column is called so. */
    private void attribute(List<String> parts, Set<String> reasons) {
        String first = lower(parts.get(0));
        if (columns.contains(first)) {
            return;
        }
        if (first.equals("_metadata")) {
            reasons.add("it uses _metadata, which tells where the lake happens to keep the row");
        } else if (parts.size() == 1 && FunctionKind.isEnvironment(first)) {
            reasons.add(FunctionKind.ENVIRONMENT.refusing(first));
        }
    }

    /** Spark takes a text such as 'today' for a moment where a day or a time is asked for, some already while it parses. */
    private static void moments(Expression expression, String sql, Set<String> reasons) {
        List<String> found = new ArrayList<>(typedMoments(sql));
        castMoments(expression, found);
        momentOf(expression).ifPresent(found::add);
        if (!found.isEmpty()) {
            reasons.add("it uses "
                    + found.stream().distinct().map(text -> "'" + text + "'").collect(joining(", "))
                    + ", which is another moment on each run");
        }
    }

    private static void castMoments(Expression node, List<String> found) {
        if (node instanceof Cast cast) {
            momentOf(cast.child()).ifPresent(found::add);
        } else if (node instanceof UnresolvedFunction function) {
            String name = lower(String.join(".", JavaConverters.seqAsJavaList(function.nameParts())));
            if (name.matches("(try_)?(to_)?(date|timestamp)(_ntz|_ltz)?")) {
                JavaConverters.seqAsJavaList(function.arguments())
                        .forEach(argument -> momentOf(argument).ifPresent(found::add));
            }
        }
        JavaConverters.seqAsJavaList(node.children()).forEach(child -> castMoments(child, found));
    }

    private static Optional<String> momentOf(Expression node) {
        return node instanceof Literal literal && literal.dataType() instanceof StringType && literal.value() != null
                ? Optional.of(literal.value().toString()).filter(ExpressionGuard::isMoment)
                : Optional.empty();
    }

    private static List<String> typedMoments(String sql) {
        List<String> found = new ArrayList<>();
        String before = "";
        for (Token token : new SqlBaseLexer(new UpperCaseCharStream(CharStreams.fromString(sql))).getAllTokens()) {
            if (token.getChannel() != Token.DEFAULT_CHANNEL) {
                continue;
            }
            String text = token.getText();
            if (TYPES_OF_MOMENTS.contains(before) && text.length() > 1) {
                Optional.of(text.substring(1, text.length() - 1))
                        .filter(ExpressionGuard::isMoment)
                        .ifPresent(found::add);
            }
            before = text.toUpperCase(Locale.ROOT);
        }
        return found;
    }

    private static boolean isMoment(String text) {
        return lower(text.strip()).matches("(now|today|tomorrow|yesterday)(\\s.*)?");
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static String firstLine(String message) {
        return message.lines()
                .filter(line -> !line.isBlank())
                .findFirst()
                .orElse("")
                .strip();
    }
}
