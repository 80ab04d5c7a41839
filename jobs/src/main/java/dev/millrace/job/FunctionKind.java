package dev.millrace.job;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.FunctionIdentifier;
import org.apache.spark.sql.catalyst.analysis.FunctionRegistry;
import org.apache.spark.sql.catalyst.expressions.CallMethodViaReflection;
import org.apache.spark.sql.catalyst.expressions.ExpressionInfo;
import org.apache.spark.sql.catalyst.expressions.Generator;
import org.apache.spark.sql.catalyst.expressions.Nondeterministic;
import org.apache.spark.sql.catalyst.expressions.TimeWindow;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.WindowFunction;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateFunction;
import scala.Option;

/** The kinds of functions that do not compute a row's value from the row, and why each is refused. */
enum FunctionKind {
    /** Many rows to one. */
    AGGREGATE("which sums up many rows"),
    /** Rows around a row. */
    WINDOW("which looks at other rows"),
    /** One row to many. */
    GENERATOR("which makes several rows of one: the setting 'explode' of a mapping does that"),
    /** Any method of any class. */
    REFLECTION("which calls whatever Java code it names"),
    /** The clock, the user, the file, the machine. */
    ENVIRONMENT("which tells of the run and not of the row, and is another on the next"),
    /** Chance. */
    CHANCE("which gives another value each time"),
    /** Not one of Spark's own. */
    UNKNOWN("which is no function of Spark's SQL");

    private static final Set<String> OF_THE_ENVIRONMENT = Set.of(
            "now",
            "curdate",
            "localtimestamp",
            "user",
            "session_user",
            "version",
            "input_file_name",
            "input_file_block_start",
            "input_file_block_length",
            "monotonically_increasing_id",
            "spark_partition_id");
    private static final Set<String> OF_CHANCE = Set.of("rand", "random", "randn", "uuid", "shuffle", "aes_encrypt");
    private static final Set<String> OF_REFLECTION = Set.of("reflect", "java_method", "try_reflect");
    private static final Set<String> OF_AGGREGATION = Set.of("grouping", "grouping_id", "grouping__id");
    private static final Set<String> OF_WINDOWS = Set.of("window", "session_window", "window_time");

    /** Reflection and chance are told apart by order: what calls Java code is non-deterministic too. */
    private static final List<Map.Entry<Class<?>, FunctionKind>> CLASSES = List.of(
            Map.entry(AggregateExpression.class, AGGREGATE),
            Map.entry(AggregateFunction.class, AGGREGATE),
            Map.entry(WindowExpression.class, WINDOW),
            Map.entry(WindowFunction.class, WINDOW),
            Map.entry(TimeWindow.class, WINDOW),
            Map.entry(Generator.class, GENERATOR),
            Map.entry(CallMethodViaReflection.class, REFLECTION),
            Map.entry(Nondeterministic.class, CHANCE));

    private final String why;

    FunctionKind(String why) {
        this.why = why;
    }

    /** Why a function of this kind is refused. */
    String refusing(String function) {
        return "it uses " + function + ", " + why;
    }

    /** The kind of a function that is called by name; empty for one that computes from the row. */
    static Optional<FunctionKind> named(String name, int arguments) {
        if (isEnvironment(name) || (name.equals("unix_timestamp") && arguments == 0)) {
            return Optional.of(ENVIRONMENT);
        }
        if (OF_REFLECTION.contains(name)) {
            return Optional.of(REFLECTION);
        }
        if (OF_CHANCE.contains(name)) {
            return Optional.of(CHANCE);
        }
        if (OF_AGGREGATION.contains(name)) {
            return Optional.of(AGGREGATE);
        }
        return OF_WINDOWS.contains(name) ? Optional.of(WINDOW) : registered(name);
    }

    /** Whether a name is that of the clock, the user or the like, with or without brackets. */
    static boolean isEnvironment(String name) {
        return name.startsWith("current_") || OF_THE_ENVIRONMENT.contains(name);
    }

    /** What Spark knows of its functions covers those that no list of ours names. */
    private static Optional<FunctionKind> registered(String name) {
        Option<ExpressionInfo> info = FunctionRegistry.builtin().lookupFunction(new FunctionIdentifier(name));
        if (info.isEmpty()) {
            return Optional.of(UNKNOWN);
        }
        return switch (info.get().getGroup()) {
            case "agg_funcs" -> Optional.of(AGGREGATE);
            case "window_funcs" -> Optional.of(WINDOW);
            case "generator_funcs" -> Optional.of(GENERATOR);
            default -> ofClass(info.get().getClassName());
        };
    }

    private static Optional<FunctionKind> ofClass(String name) {
        try {
            return of(Class.forName(name, false, FunctionKind.class.getClassLoader()));
        } catch (ClassNotFoundException e) {
            return Optional.of(UNKNOWN);
        }
    }

    /** The kind of an expression that Spark's parser makes itself. */
    static Optional<FunctionKind> of(Class<?> expression) {
        Optional<FunctionKind> kind = CLASSES.stream()
                .filter(known -> known.getKey().isAssignableFrom(expression))
                .map(Map.Entry::getValue)
                .findFirst();
        return kind.or(() -> isClock(expression.getSimpleName()) ? Optional.of(ENVIRONMENT) : Optional.empty());
    }

    private static boolean isClock(String simpleName) {
        return simpleName.startsWith("Current") || simpleName.equals("LocalTimestamp") || simpleName.equals("Now");
    }
}
