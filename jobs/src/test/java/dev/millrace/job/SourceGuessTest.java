package dev.millrace.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.millrace.settings.SettingsLoader;
import dev.millrace.storage.FileSample;
import dev.millrace.table.SourceFormat;
import dev.millrace.table.SourceSpec;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A guess is a configuration that can be read, and is right for what a look at a file tells. */
class SourceGuessTest {

    @TempDir
    private Path folder;

    private SourceSpec guessed(String name, String text) throws IOException {
        return guessed(name, text, StandardCharsets.UTF_8);
    }

    private SourceSpec guessed(String name, String text, Charset charset) throws IOException {
        String hocon = SourceGuess.of(new FileSample(name, text.getBytes(charset), true))
                .hocon();
        Path file = Files.writeString(
                folder.resolve("guess.conf"), hocon.substring(0, hocon.indexOf("# The entities and their")));
        return SettingsLoader.load(file.toString(), Map.of()).sources().get(0);
    }

    @Test
    void separatorHeaderColumnsAndDayAreSeen() throws IOException {
        SourceSpec source =
                guessed("Orders-2024-01-30.csv.gz", "\uFEFForder id;price;at\n1;2,50;30.01.2024\n2;3,50;30.01.2024\n");

        assertEquals("orders", source.name());
        assertEquals(List.of("Orders-*.csv.gz"), source.files());
        assertEquals(List.of("order id", "price", "at"), source.deliveredNames());
        assertEquals(";", ((SourceFormat.Delimited) source.format()).dialect().separator());
    }

    @Test
    void aFileWithoutAHeaderGetsNumberedColumns() throws IOException {
        SourceSpec source = guessed("u.data", "196\t242\t3\n186\t302\t3\n");

        assertEquals(List.of("column_1", "column_2", "column_3"), source.deliveredNames());
        assertEquals("\t", ((SourceFormat.Delimited) source.format()).dialect().separator());
        assertTrue(source.deliveryDay().fileTime());
    }

    @Test
    void runsOfSpacesLineEndsInFieldsAndOtherCharacterSetsAreSeen() throws IOException {
        assertTrue(((SourceFormat.Delimited)
                        guessed("a.txt", "A11  6 x\nA12 48 y\n").format())
                .dialect()
                .byWhitespace());
        assertTrue(((SourceFormat.Delimited)
                        guessed("b.csv", "id,text\n1,\"two\nlines\"\n2,x\n").format())
                .dialect()
                .multiLine());
        assertEquals(
                "GB18030",
                guessed("c.csv", "id,text\n1,\u4e2d\u6587\u8bc4\u8bba\n", Charset.forName("GB18030"))
                        .format()
                        .encoding());
    }

    @Test
    void jsonAndXmlAreSeen() throws IOException {
        assertEquals(
                List.of("id", "name"),
                guessed("a.json", "{\"id\": 1, \"name\": {\"x\": 2}}\n").deliveredNames());
        SourceSpec xml = guessed("a.xml", "<?xml version=\"1.0\"?>\n<all><row id=\"1\"><text>a</text></row></all>");
        assertEquals("row", ((SourceFormat.Xml) xml.format()).rowTag());
        assertEquals(List.of("@id", "text"), xml.deliveredNames());
    }
}
