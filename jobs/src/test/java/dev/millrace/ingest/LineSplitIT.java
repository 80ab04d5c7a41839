package dev.millrace.ingest;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.from_csv;
import static org.apache.spark.sql.functions.lit;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceFormat;
import dev.millrace.testing.SparkExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@ExtendWith(SparkExtension.class)
class LineSplitIT {

    private static final int FIELDS = 3;
    private static final int LINES = 400;
    private static final String OTHERS = "aZ9 é水\\#.|^$'\t\r\0";

    static Stream<CsvDialect> dialects() {
        return Stream.of(",", ";", "|", "\t", "\\t", " ", ".", "^", "\u0001", "é", "||", "a.", "::")
                .flatMap(separator -> Stream.of("\"", "'", "")
                        .filter(quote -> !separator.equals(quote))
                        .map(quote -> new CsvDialect(
                                separator, quote, quote.isEmpty() ? "\\" : quote, "UTF-8", true, 0, "", false, false)));
    }

    @ParameterizedTest
    @MethodSource("dialects")
    void aLineIsSplitAsSparksParserSplitsIt(CsvDialect dialect, SparkSession session) {
        Dataset<Row> lines =
                session.createDataset(lines(dialect), Encoders.STRING()).toDF("text");
        LineSplit split = LineSplit.of(new SourceFormat.Delimited(dialect), FIELDS);
        Dataset<Row> own =
                split.split(lines, col("text")).select(fields(split, split.wrongNumberOfFields(col("text"))));
        assertEquals(sparks(lines, dialect).collectAsList(), own.collectAsList());
    }

    private static Column[] fields(LineSplit split, Column wrong) {
        return Stream.concat(
                        Stream.of(col("text"), wrong.alias("wrong")),
                        IntStream.range(0, FIELDS).mapToObj(i -> split.field(i).alias("c" + i)))
                .toArray(Column[]::new);
    }

    private static Dataset<Row> sparks(Dataset<Row> lines, CsvDialect dialect) {
        String schema =
                IntStream.range(0, FIELDS).mapToObj(i -> "c" + i + " STRING").collect(Collectors.joining(", "));
        Map<String, String> options = Map.of(
                "sep",
                dialect.separator(),
                "quote",
                dialect.quote().isEmpty() ? "\0" : dialect.quote(),
                "escape",
                dialect.escape(),
                "columnNameOfCorruptRecord",
                "bad");
        Column parsed = from_csv(col("text"), lit(schema + ", bad STRING"), options);
        return lines.withColumn("csv", parsed).selectExpr("text", "csv.bad IS NOT NULL", "csv.c0", "csv.c1", "csv.c2");
    }

    private static List<String> lines(CsvDialect dialect) {
        Random random = new Random(7);
        String separator = dialect.separator().equals("\\t") ? "\t" : dialect.separator();
        List<String> lines = new ArrayList<>();
        while (lines.size() < LINES) {
            StringBuilder line = new StringBuilder();
            for (int pieces = 1 + random.nextInt(12); pieces > 0; pieces--) {
                int kind = random.nextInt(10);
                line.append(
                        kind < 3
                                ? separator
                                : kind < 4 ? dialect.quote() : OTHERS.charAt(random.nextInt(OTHERS.length())));
            }
            if (!line.toString().isBlank()) {
                lines.add(line.toString());
            }
        }
        return lines;
    }
}
