package dev.millrace.cli;

import static java.util.stream.Collectors.joining;

import dev.millrace.job.Answer;
import dev.millrace.job.LakeQuery;
import dev.millrace.job.LakeReader;
import dev.millrace.job.LakeTable;
import dev.millrace.job.SparkSessions;
import dev.millrace.settings.ConfigurationException;
import dev.millrace.settings.NearestName;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DateType;
import org.apache.spark.sql.types.StructType;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code millrace show}. */
@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Shows rows of a table of the lake; without a table, which tables there are.",
        footer = {
            "",
            "Examples:",
            "  millrace show --lake /data/lake",
            "  millrace show gold/kpi_month",
            "  millrace show order_line --where \"kind = 'return'\" --order-by amount,order_id",
            "  millrace show kpi_day --columns day,net_sales --order-by \"net_sales DESC\""
        })
final class ShowCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "TABLE",
            description = "Layer and name, such as gold/kpi_month; or the name alone.")
    private String table;

    @Mixin
    private LakeOptions lake;

    @Mixin
    private RowLimit limit;

    @Option(names = "--where", paramLabel = "SQL", description = "Condition over the table's columns: which rows.")
    private String where;

    @Option(
            names = "--order-by",
            paramLabel = "SQL",
            description =
                    "Columns to order by, such as \"day DESC, orders\". Otherwise the first column, where it is a day.")
    private String orderBy;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "NAME",
            description = "These columns alone, separated by commas. Otherwise all.")
    private List<String> columns = List.of();

    @Mixin
    private JsonOption json;

    @Override
    public Integer call() {
        SparkSession session = SparkSessions.open("millrace show").newSession();
        LakeReader reader = LakeReader.open(session, lake.lake());
        if (table == null) {
            list(reader.tables());
        } else {
            show(session, reader);
        }
        return ExitCode.DONE;
    }

    private void list(List<LakeTable> tables) {
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            List<JsonDocument> documents = tables.stream()
                    .map(found -> new JsonDocument()
                            .with("table", found.id())
                            .with("rows", found.rows())
                            .with("version", found.version()))
                    .toList();
            new JsonDocument()
                    .with("lake", lake.lake())
                    .with("tables", documents)
                    .print(out);
            return;
        }
        List<TextTable.Column> headings = List.of(
                TextTable.Column.text("table"), TextTable.Column.number("rows"), TextTable.Column.number("version"));
        new TextTable(
                        headings,
                        tables.stream()
                                .map(found -> List.of(
                                        found.id(),
                                        String.format(Locale.ROOT, "%,d", found.rows()),
                                        String.valueOf(found.version())))
                                .toList())
                .print(out, Terminal.width());
    }

    private void show(SparkSession session, LakeReader reader) {
        String id = reader.idOf(table);
        LakeQuery query = new LakeQuery(session, reader);
        Answer answer = query.answer(sql(query.viewOf(id), reader.read(id).schema()), limit.rows());
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            new JsonDocument()
                    .with("table", id)
                    .with("version", reader.version(id))
                    .withRows(answer)
                    .print(out);
        } else {
            AnswerText.print(answer, out, spec.commandLine().getErr());
        }
    }

    private String sql(String view, StructType schema) {
        StringBuilder sql = new StringBuilder("SELECT ")
                .append(selection(schema))
                .append(" FROM ")
                .append(view);
        if (where != null) {
            sql.append(" WHERE (").append(where).append("\n)");
        }
        if (orderBy != null) {
            sql.append(" ORDER BY ").append(orderBy);
        } else if (schema.length() > 0 && schema.apply(0).dataType() instanceof DateType) {
            sql.append(" ORDER BY `").append(schema.apply(0).name()).append('`');
        }
        return sql.toString();
    }

    private String selection(StructType schema) {
        List<String> known = List.of(schema.fieldNames());
        List<String> problems = columns.stream()
                .filter(column -> !known.contains(column))
                .map(column ->
                        "Table '" + table + "' has no column '" + column + "'. " + NearestName.hint(column, known))
                .toList();
        if (!problems.isEmpty()) {
            throw new ConfigurationException(problems);
        }
        return columns.isEmpty()
                ? "*"
                : columns.stream().map(column -> "`" + column + "`").collect(joining(", "));
    }
}
