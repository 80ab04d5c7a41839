package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class TextTableTest {

    private static final List<TextTable.Column> COLUMNS =
            List.of(TextTable.Column.text("name"), TextTable.Column.number("rows"), TextTable.Column.text("why"));

    private static String printed(int width, List<List<String>> rows) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        new TextTable(COLUMNS, rows).print(writer, width);
        writer.flush();
        return out.toString();
    }

    @Test
    void numbersStandToTheRight() {
        assertEquals(
                """
                name    rows  why
                first      7  a
                2nd    1,234
                """,
                printed(Integer.MAX_VALUE, List.of(List.of("first", "7", "a"), List.of("2nd", "1,234", ""))));
    }

    @Test
    void textIsCutToTheWidthAndFiguresAreNot() {
        String table = printed(40, List.of(List.of("a".repeat(30), "123456789012", "b".repeat(90))));
        assertTrue(table.lines().allMatch(line -> line.length() <= 40), table);
        assertTrue(table.contains("123456789012"), table);
        assertTrue(table.contains("…"), table);
    }

    @Test
    void decimalsLoseTheZerosOfTheirScale() {
        assertEquals("12.5", CellText.of(new BigDecimal("12.5000")));
        assertEquals("1200", CellText.of(new BigDecimal("1200.0000")));
        assertEquals("0", CellText.of(new BigDecimal("0.0000")));
    }

    @Test
    void deliveredTextDoesNotReachTheTerminalAsCommands() {
        assertEquals("a·[2Jb·", CellText.of("a\u001b[2Jb\n"));
    }
}
