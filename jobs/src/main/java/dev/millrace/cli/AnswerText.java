package dev.millrace.cli;

import dev.millrace.job.Answer;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.NumericType;
import org.apache.spark.sql.types.StructField;

/** Prints rows that were asked for as a table. */
final class AnswerText {

    private AnswerText() {}

    static void print(Answer answer, PrintWriter out, PrintWriter err) {
        List<TextTable.Column> columns = new ArrayList<>();
        for (StructField field : answer.schema().fields()) {
            columns.add(new TextTable.Column(CellText.harmless(field.name()), field.dataType() instanceof NumericType));
        }
        new TextTable(columns, answer.rows().stream().map(AnswerText::cells).toList()).print(out, Terminal.width());
        out.flush();
        if (answer.rows().isEmpty()) {
            err.println("No rows.");
        } else if (answer.more()) {
            err.println("The first " + answer.rows().size() + " rows; --limit shows more.");
        }
    }

    private static List<String> cells(Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < row.length(); i++) {
            cells.add(CellText.of(row.get(i)));
        }
        return cells;
    }
}
