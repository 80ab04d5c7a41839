package dev.millrace.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.luben.zstd.ZstdOutputStream;
import dev.millrace.testing.Company;
import dev.millrace.testing.SparkExtension;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.io.compress.BZip2Codec;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** Every form that a delivery may have lands in bronze row by row, as it stood. */
@ExtendWith(SparkExtension.class)
class SourceFormatsIT {

    private static final String THREE = "id,name,note";

    @TempDir
    private Path folder;

    private Company company(SparkSession session, String format) {
        return new Company(
                session,
                folder,
                """
                quality.max-rejected-share = 1
                sources.things {
                  files = ["*.txt*", "deep/*/*", "table"]
                  columns = [id, name, note]
                  delivered-on = "2024-01-30"
                %s
                }"""
                        .formatted(format));
    }

    private static List<String> bronze(Company company) {
        return company.rows("bronze/things", "_ordinal, id, name, note, _extra", "struct(_file, _ordinal)");
    }

    private static List<String> rejected(Company company) {
        return company.rows("ops/quarantine", "ordinal, rule", "struct(file, ordinal)");
    }

    private static void assertNothingLost(Company company, long delivered) {
        assertEquals(
                List.of(delivered + "|" + delivered),
                company.rows("ops/file", "sum(rows_delivered), sum(rows_bronze + rows_quarantined)", "1"));
    }

    @Test
    void quotedFieldsMayHoldLineEndsSeparatorsAndQuotes(SparkSession session) {
        Company company = company(session, "multi-line = true")
                .deliver(
                        "a.txt",
                        THREE
                                + "\r\n1,\"two\r\nlines, and a comma\",x\r\n\r\n2,\"say \"\"hi\"\"\",y\r\n3,5\" pipe,z\r\n4,short\r\n");

        company.runWell();

        assertEquals(List.of("2|1|two\r\nlines, and a comma|x|null", "5|2|say \"hi\"|y|null"), bronze(company));
        assertEquals(List.of("6|open_quote", "7|wrong_number_of_fields"), rejected(company));
        assertNothingLost(company, 4);
    }

    @Test
    void anOpenQuoteAtTheEndIsOneRejectedRow(SparkSession session) {
        Company company =
                company(session, "multi-line = true").deliver("a.txt", THREE + "\n1,a,b\n2,\"never closed,c\n3,d,e\n");

        company.runWell();

        assertEquals(List.of("2|1|a|b|null"), bronze(company));
        assertEquals(List.of("3|open_quote"), rejected(company));
        assertNothingLost(company, 2);
    }

    @Test
    void separatorsQuotesCommentsAndSkippedLinesAreAsDeclared(SparkSession session) {
        Company company = company(
                        session,
                        "separator = \"||\", quote = \"'\", comment = \"#\", skip-lines = 2, null-values = [NA, \"-\"]")
                .deliver("a.txt", "exported by x\nat y\n\uFEFFid||name||note\n# remark\n1||'a||b'||NA\n2||c||-\n");

        company.runWell();

        assertEquals(List.of("5|1|a||b|null|null", "6|2|c|null|null"), bronze(company));
        assertNothingLost(company, 2);
    }

    @Test
    void withoutAHeaderColumnsGoByPlaceAndAByteOrderMarkIsNoValue(SparkSession session) {
        Company company = company(session, "header = false, separator = \"\\t\", quote = null")
                .deliver("a.txt", "\uFEFF1\ta \"quoted\" word\tx\n2\tb\ty\textra\n");

        company.runWell();

        assertEquals(List.of("1|1|a \"quoted\" word|x|null"), bronze(company));
        assertEquals(List.of("2|wrong_number_of_fields"), rejected(company));
    }

    @Test
    void runsOfSpacesSeparateWhereTheyAreDeclaredTo(SparkSession session) {
        Company company = company(session, "header = false, separator = whitespace")
                .deliver("a.txt", "  1   a \t x  \n2 b\n3 c y z\n");

        company.runWell();

        assertEquals(List.of("1|1|a|x|null"), bronze(company));
        assertEquals(List.of("2|wrong_number_of_fields", "3|wrong_number_of_fields"), rejected(company));
    }

    @Test
    void fieldsOfFixedWidthAreCutByPlace(SparkSession session) {
        Company company = company(session, "format = fixed-width, spans = [\"1-3\", \"5-9\", \"10-12\"]")
                .deliver("a.txt", "001 tea   x\r\n002 c     y\r\n003\r\n004 cup   z  more\r\n");

        company.runWell();

        assertEquals(List.of("1|001|tea|x|null", "2|002|c|y|null"), bronze(company));
        assertEquals(List.of("3|wrong_number_of_fields", "4|wrong_number_of_fields"), rejected(company));
    }

    @Test
    void raggedRowsLackWhatTheyDoNotReach(SparkSession session) {
        Company company = company(session, "ragged = true").deliver("a.txt", THREE + "\n1\n2,b\n3,c,z\n4,d,w,more\n");

        company.runWell();

        assertEquals(List.of("2|1|null|null|null", "3|2|b|null|null", "4|3|c|z|null"), bronze(company));
        assertEquals(List.of("5|wrong_number_of_fields"), rejected(company));
    }

    @Test
    void otherCharacterSetsAreDecodedWideOnesToo(SparkSession session) {
        String text = "id,name,note\n1,caf\u00e9 \u4e2d\u6587,x\n2,b,y\n";
        for (String encoding : List.of("UTF-16", "UTF-16LE", "GB18030")) {
            Path own = folder.resolve(encoding);
            Company company = new Company(
                            session,
                            own,
                            "sources.things { files = \"*\", columns = [id, name, note], delivered-on = \"2024-01-30\","
                                    + " encoding = \"" + encoding + "\" }")
                    .deliver("a.txt", text.getBytes(Charset.forName(encoding)));

            company.runWell();

            assertEquals(List.of("2|1|caf\u00e9 \u4e2d\u6587|x|null", "3|2|b|y|null"), bronze(company), encoding);
        }
    }

    @Test
    void jsonLinesKeepDigitsNestedValuesAndUndeclaredFields(SparkSession session) {
        Company company = company(session, "format = json")
                .deliver(
                        "a.txt",
                        "{\"id\": 1.10, \"name\": {\"first\": \"A\", \"tags\": [1, 2]}, \"note\": null}\n\n"
                                + "{\"id\": 12345678901234567.89, \"name\": \"b\", \"city\": \"Bonn\"}\n{\"id\": 3,\n");

        company.runWell();

        assertEquals(
                List.of(
                        "1|1.10|{\"first\":\"A\",\"tags\":[1,2]}|null|null",
                        "3|12345678901234567.89|b|null|Map(city -> Bonn)"),
                bronze(company));
        assertEquals(List.of("4|malformed_record"), rejected(company));
        assertNothingLost(company, 3);
    }

    @Test
    void anUndeclaredFieldIsToldOf(SparkSession session) {
        Company company = company(session, "format = json").deliver("a.txt", "{\"id\": 1, \"city\": \"Bonn\"}\n");

        company.runWell();

        assertEquals(
                List.of("new_column_city|warned|1"),
                company.rows("ops/quality_result", "rule, outcome, rows_failed", "rule").stream()
                        .filter(row -> row.startsWith("new_column"))
                        .toList());
    }

    @Test
    void aJsonArrayIsARowForEachElement(SparkSession session) {
        Company company = company(session, "format = json")
                .deliver("a.txt", "[\n {\"id\": 1, \"name\": \"a, ] b\"},\n {\"id\": 2, \"name\": \"c \\\" [\"}\n]")
                .deliver("b.txt", "[\"x\", \"y\"]");

        company.runWell();

        assertEquals(
                List.of(
                        "1|1|a, ] b|null|null",
                        "2|2|c \" [|null|null",
                        "1|null|null|null|Map(value -> x)",
                        "2|null|null|null|Map(value -> y)"),
                bronze(company));
        assertNothingLost(company, 4);
    }

    @Test
    void aBrokenJsonArrayIsSetAsideWhole(SparkSession session) {
        Company company = company(session, "format = json")
                .deliver("a.txt", "[{\"id\": 1}, {\"id\": }]")
                .deliver("b.txt", "[{\"id\": 7}]");

        company.runWell();

        assertEquals(List.of("1|7|null|null|null"), bronze(company));
        assertEquals(List.of("0|unreadable_file"), rejected(company));
    }

    @Test
    void xmlElementsAreRowsAndNothingOutsideIsLookedUp(SparkSession session) {
        Company company = new Company(
                        session,
                        folder,
                        """
                        quality.max-rejected-share = 1
                        sources.things {
                          format = xml, row-tag = thing, files = "*.xml", delivered-on = "2024-01-30"
                          columns = ["@id", name, tags]
                        }""")
                .deliver(
                        "a.xml",
                        """
                        <?xml version="1.0"?>
                        <!-- <thing id="0"/> -->
                        <all><thing id="1"><name>a &amp; b</name><tags><tag k="x"/><tag k="y">z</tag></tags></thing>
                        <thing id="2"><name><![CDATA[<thing>]]></name></thing></all>""")
                .deliver(
                        "b.xml",
                        "<!DOCTYPE all [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><all><thing id=\"3\"><name>&e;</name>"
                                + "</thing></all>");

        company.runWell();

        assertEquals(
                List.of("1|1|a & b|{\"tag\":[{\"@k\":\"x\"},{\"@k\":\"y\",\"#text\":\"z\"}]}", "2|2|<thing>|null"),
                company.rows("bronze/things", "_ordinal, id, name, tags", "struct(_file, _ordinal)"));
        assertEquals(
                List.of("b.xml|unreadable_file"),
                company.rows("ops/quarantine", "file, rule", "struct(file, ordinal)"));
    }

    @Test
    void parquetAvroAndDeltaAreReadByName(SparkSession session) {
        for (String format : List.of("parquet", "avro", "delta")) {
            Path own = folder.resolve(format);
            Company company = new Company(
                    session,
                    own,
                    """
                    sources.things {
                      format = %s, files = "table%s", delivered-on = "2024-01-30"
                      columns = [id, name, note]
                    }"""
                            .formatted(format, format.equals("delta") ? "" : "/*." + format));
            String table = company.landing().resolve("table").toString();
            session.sql("SELECT 1 AS id, 'a' AS name, CAST(1.10 AS DECIMAL(5,2)) AS note, array(1, 2) AS more")
                    .write()
                    .format(format)
                    .save(table);
            company.runWell();
            session.sql("SELECT 2 AS id, 'b' AS name, CAST(2.20 AS DECIMAL(5,2)) AS note, array(3) AS more")
                    .write()
                    .format(format)
                    .mode(SaveMode.Append)
                    .save(table);
            company.runWell();
            company.runWell();

            assertEquals(
                    List.of("1|a|1.10|[1,2]", "2|b|2.20|[3]"),
                    company.rows("bronze/things", "id, name, note, _extra['more']", "id"),
                    format);
            assertNothingLost(company, 2);
        }
    }

    @Test
    void compressedFilesAreReadByTheirEnding(SparkSession session) throws IOException {
        String text = THREE + "\n1,a,x\n";
        ByteArrayOutputStream gz = new ByteArrayOutputStream();
        write(new GZIPOutputStream(gz), text);
        ByteArrayOutputStream zst = new ByteArrayOutputStream();
        write(new ZstdOutputStream(zst), text);
        ByteArrayOutputStream bz2 = new ByteArrayOutputStream();
        BZip2Codec codec = new BZip2Codec();
        codec.setConf(new Configuration());
        write(codec.createOutputStream(bz2), text);
        Company company = company(session, "")
                .deliver("a.txt.gz", gz.toByteArray())
                .deliver("b.txt.zst", zst.toByteArray())
                .deliver("c.txt.bz2", bz2.toByteArray());

        company.runWell();

        assertEquals(List.of("2|1|a|x|null", "2|1|a|x|null", "2|1|a|x|null"), bronze(company));
    }

    private static void write(OutputStream out, String text) throws IOException {
        try (out) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void aFileThatExpandsWithoutEndIsSetAside(SparkSession session) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write((THREE + "\n").getBytes(StandardCharsets.UTF_8));
            byte[] block = new byte[1 << 20];
            java.util.Arrays.fill(block, (byte) 'a');
            for (int i = 0; i < 100; i++) {
                out.write(block);
            }
        }
        Company company = company(session, "")
                .deliver("bomb.txt.gz", bytes.toByteArray())
                .deliver("good.txt", THREE + "\n1,a,x\n");

        company.runWell();

        assertEquals(List.of("2|1|a|x|null"), bronze(company));
        assertEquals(
                List.of("0|unreadable_file|true"),
                company.rows(
                        "ops/quarantine", "ordinal, rule, detail LIKE '%expands to more than 200 times%'", "file"));
    }

    @Test
    void aFieldOfAMillionCharactersIsAValueLikeAnother(SparkSession session) {
        Company company = company(session, "").deliver("a.txt", THREE + "\n1," + "x".repeat(1_000_000) + ",y\n");

        company.runWell();

        assertEquals(List.of("1000000"), company.rows("bronze/things", "length(name)", "id"));
    }

    @Test
    void daysInThePathAreReadInAnyForm(SparkSession session) {
        Company company = company(session, "delivered-on = null, delivery-date = \"dt=(\\\\d{4})(\\\\d{2})(\\\\d{2})\"")
                .deliver("deep/dt=20240131/a.csv", THREE + "\n1,a,x\n");

        company.runWell();

        assertEquals(List.of("2024-01-31"), company.rows("bronze/things", "_known_date", "id"));
    }
}
