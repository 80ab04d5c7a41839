package dev.millrace.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionGuardTest {

    private static final String PATH = "entities.order_line.sales.columns.quantity";

    private final ExpressionGuard guard = new ExpressionGuard(List.of("qty", "price", "sold_at", "User"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "qty",
                "`qty`",
                "qty IS NOT NULL AND qty NOT LIKE '-%'",
                "CASE WHEN qty LIKE '-%' THEN 'return' ELSE 'sale' END",
                "try_to_timestamp(sold_at, 'dd.MM.yyyy HH:mm')",
                "replace(price, ',', '.')",
                "try_cast(price AS DECIMAL(18, 4)) * 2",
                "coalesce(nullif(trim(qty), ''), '0')",
                "filter(split(qty, ';'), x -> x <> '')",
                "aggregate(transform(split(qty, ';'), x -> cast(x AS INT)), 0, (a, b) -> a + b)",
                "map('a', qty)['a']",
                "from_json(qty, 'a INT').a",
                "EXTRACT(YEAR FROM CAST(sold_at AS DATE))",
                "DATE'2024-01-31'",
                "unix_timestamp(sold_at, 'yyyy')",
                "sha2(concat_ws('|', qty, price), 256)",
                "'rand()'",
                "'now: ' || qty",
                "qty /* not rand() */",
                "user",
                "`USER`",
                "_extra['a']",
                "row.city",
            })
    void whatFollowsFromTheRowPasses(String sql) {
        assertEquals(Optional.empty(), guard.problem(PATH, sql));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "rand()                                            | uses rand, which gives another value",
                "RaNd()                                            | uses rand",
                "`rand`()                                          | uses rand",
                "/* qty */ rand /* */ () -- qty                    | uses rand",
                "coalesce(qty, concat('x', uuid()))                | uses uuid",
                "CASE WHEN qty > 1 THEN randn() END                | uses randn",
                "filter(split(qty, ','), x -> x > rand())          | uses rand",
                "transform(array(1), x -> (SELECT 1))              | holds a subquery",
                "shuffle(array(1, 2))                              | uses shuffle",
                "aes_encrypt(qty, '0123456789abcdef')              | uses aes_encrypt",
                "now()                                             | uses now, which tells of the run",
                "current_date                                      | uses current_date",
                "current_date()                                    | uses current_date",
                "`current_timestamp`                               | uses current_timestamp",
                "CURRENT_USER                                      | uses current_user",
                "current_catalog()                                 | uses current_catalog",
                "localtimestamp()                                  | uses localtimestamp",
                "unix_timestamp()                                  | uses unix_timestamp",
                "version()                                         | uses version",
                "input_file_name()                                 | uses input_file_name",
                "_metadata.file_path                               | uses _metadata",
                "monotonically_increasing_id()                     | uses monotonically_increasing_id",
                "spark_partition_id()                              | uses spark_partition_id",
                "DATE'today'                                       | uses 'today', which is another moment",
                "date /**/ 'Yesterday'                             | uses 'Yesterday'",
                "TIMESTAMP'now'                                    | uses 'now'",
                "CAST('now' AS TIMESTAMP)                          | uses 'now'",
                "to_date('tomorrow')                               | uses 'tomorrow'",
                "'today'                                           | uses 'today'",
                "reflect('java.lang.System', 'exit', 1)            | uses reflect, which calls whatever Java code",
                "java_method('java.util.UUID', 'randomUUID')       | uses java_method",
                "try_reflect('java.util.UUID', 'randomUUID')       | uses try_reflect",
                "(SELECT max(qty) FROM delta.`/etc`)               | holds a subquery",
                "EXISTS (SELECT 1)                                 | holds a subquery",
                "qty IN (SELECT id FROM other)                     | holds a subquery",
                "sum(qty)                                          | uses sum, which sums up many rows",
                "count(*)                                          | uses count",
                "first(qty)                                        | uses first",
                "percentile_cont(0.5) WITHIN GROUP (ORDER BY qty)  | which sums up many rows",
                "max(qty) FILTER (WHERE price > 1)                 | uses max",
                "upper(DISTINCT qty)                               | uses upper",
                "row_number() OVER (ORDER BY qty)                  | which looks at other rows",
                "lag(qty) OVER (ORDER BY qty)                      | which looks at other rows",
                "window(sold_at, '1 day')                          | uses window",
                "explode(split(qty, ','))                          | uses explode, which makes several rows of one",
                "inline(array(struct(1)))                          | uses inline",
                "stack(2, 1, 2)                                    | uses stack",
                "json_tuple(qty, 'a')                              | uses json_tuple",
                "my_function(qty)                                  | uses my_function, which is no function of Spark",
                "default.my_function(qty)                          | calls default.my_function()",
                "system.builtin.rand()                             | calls system.builtin.rand()",
                "IDENTIFIER(concat('ra', 'nd'))()                  | uses IDENTIFIER",
                "*                                                 | uses *",
                "struct(*)                                         | uses *",
                "qty AS x                                          | names itself",
                "qty, price                                        | is not one expression",
                "qty FROM other                                    | is not one expression",
                "qty; DROP TABLE other                             | is not one expression",
                "SELECT 1                                          | is not one expression",
                "upper(                                            | is not one expression",
            })
    void whatReachesBeyondTheRowIsRefusedByName(String sql, String told) {
        String problem = guard.problem(PATH, sql).orElseThrow(() -> new AssertionError(sql + " passed"));
        assertTrue(problem.startsWith("The mapping '" + PATH + "' cannot be used: it "), problem);
        assertTrue(problem.contains(told), problem);
    }

    @Test
    void everythingThatIsWrongWithAnExpressionIsToldAtOnce() {
        String problem = guard.problem(PATH, "concat(uuid(), current_user(), max(qty), (SELECT 1))")
                .orElseThrow();
        assertTrue(problem.contains("uuid") && problem.contains("current_user"), problem);
        assertTrue(problem.contains("max") && problem.contains("subquery"), problem);
    }
}
