package dev.millrace.fuzz;

import static java.util.stream.Collectors.joining;

import dev.millrace.testing.Company;
import java.nio.file.Path;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * What became of damaged files.
 *
 * @param filesOff files of which lines delivered are not lines in bronze and in quarantine
 * @param undamagedMissing undamaged lines that are not in bronze
 * @param undamagedChanged undamaged lines whose values in bronze are others than those delivered
 * @param twice lines that are in bronze or in quarantine more than once, or in both
 */
public record FuzzBalance(long filesOff, long undamagedMissing, long undamagedChanged, long twice) {

    /** The configuration of a company that takes in such files and does nothing else. */
    public static String configuration() {
        return """
                quality.max-rejected-share = 1
                sources.invoices { files = "*.csv", delivered-on = "2024-01-30", columns = [%s] }
                """
                .formatted(String.join(", ", DamagedFiles.COLUMNS));
    }

    /** Holds a lake against the list of what was delivered. */
    public static FuzzBalance of(SparkSession session, Company company, Path list) {
        Dataset<Row> delivered = session.read()
                .schema("file STRING, ordinal BIGINT, checksum BIGINT")
                .option("sep", "\t")
                .csv(list.toString());
        delivered.createOrReplaceTempView("delivered");
        String values = DamagedFiles.COLUMNS.stream()
                .map(column -> "coalesce(" + column + ", '')")
                .collect(joining(", ", "crc32(CAST(concat_ws('" + DamagedFiles.BETWEEN + "', ", ") AS BINARY))"));
        company.table("bronze/invoices")
                .selectExpr("_file AS file", "_ordinal AS ordinal", values + " AS found")
                .createOrReplaceTempView("bronze");
        company.table("ops/quarantine").createOrReplaceTempView("rejected");
        return new FuzzBalance(
                count(session, FILES_OFF), count(session, MISSING), count(session, CHANGED), count(session, TWICE));
    }

    private static final String FILES_OFF =
            """
            SELECT count(*) FROM (SELECT file, count(*) AS lines FROM delivered GROUP BY file) d
            LEFT JOIN (SELECT file, count(*) AS lines FROM bronze GROUP BY file) b USING (file)
            LEFT JOIN (SELECT file, count(*) AS lines FROM rejected GROUP BY file) r USING (file)
            WHERE d.lines <> coalesce(b.lines, 0) + coalesce(r.lines, 0)""";

    private static final String MISSING =
            """
            SELECT count(*) FROM delivered LEFT ANTI JOIN bronze USING (file, ordinal) WHERE checksum IS NOT NULL""";

    private static final String CHANGED =
            """
            SELECT count(*) FROM delivered JOIN bronze USING (file, ordinal) WHERE checksum <> found""";

    private static final String TWICE =
            """
            SELECT count(*) FROM (
              SELECT file, ordinal FROM (
                SELECT file, ordinal FROM bronze UNION ALL SELECT file, ordinal FROM rejected)
              GROUP BY file, ordinal HAVING count(*) > 1)""";

    private static long count(SparkSession session, String sql) {
        return session.sql(sql).first().getLong(0);
    }

    /** Whether all is well. */
    public boolean holds() {
        return filesOff == 0 && undamagedMissing == 0 && undamagedChanged == 0 && twice == 0;
    }
}
