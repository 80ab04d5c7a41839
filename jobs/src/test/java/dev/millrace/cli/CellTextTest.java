package dev.millrace.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.apache.spark.sql.RowFactory;
import org.junit.jupiter.api.Test;
import scala.collection.JavaConverters;

class CellTextTest {

    @Test
    void controlCharactersAndEscapeSequencesAreNotPrinted() {
        assertEquals("a·[31mred·[0m", CellText.of("a\u001b[31mred\u001b[0m"));
        assertEquals("·]0;title·", CellText.of("\u001b]0;title\u0007"));
        assertEquals("·2J", CellText.of("\u009b2J"));
        assertEquals("a·b·c·d", CellText.of("a\rb\nc\u007fd"));
    }

    @Test
    void nothingInsideARowAListOrAMapIsPrintedEither() {
        String bad = "\u001b[2J";
        assertEquals("(·[2J, 1)", CellText.of(RowFactory.create(bad, 1)));
        assertEquals(
                "[·[2J]", CellText.of(JavaConverters.asScalaBuffer(List.of(bad)).toSeq()));
        assertEquals("{·[2J=·[2J}", CellText.of(JavaConverters.mapAsScalaMap(java.util.Map.of(bad, bad))));
    }

    @Test
    void lettersThatTurnTheTextAroundAreNotPrinted() {
        assertEquals("invoice·fdp.exe", CellText.of("invoice\u202efdp.exe"));
    }

    @Test
    void lettersOfEveryLanguageAre() {
        assertEquals("Zoë 東京 👍", CellText.of("Zoë 東京 👍"));
    }

    @Test
    void standardOutputLetsOnlyTabsAndLineEndsThrough() throws IOException {
        StringWriter text = new StringWriter();
        try (PrintWriter out = new PrintWriter(new HarmlessWriter(text))) {
            out.print("a\tb\u001b[2J\u009b\n");
        }
        assertEquals("a\tb·[2J·\n", text.toString());
    }

    @Test
    void jsonEscapesWhatATerminalActsUpon() {
        StringWriter text = new StringWriter();
        new JsonDocument().with("text", "\u001b\u009b\u007f").print(new PrintWriter(text));
        assertEquals("{\n  \"text\" : \"\\u001B\\u009b\\u007f\"\n}\n", text.toString());
    }
}
