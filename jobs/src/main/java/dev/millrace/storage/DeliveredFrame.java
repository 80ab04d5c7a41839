package dev.millrace.storage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;
import static org.apache.spark.sql.functions.not;

import dev.millrace.table.ColumnTypes;
import dev.millrace.table.CsvDialect;
import dev.millrace.table.SourceFormat;
import dev.millrace.table.SourceSpec;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/**
 * The rows of delivered files as a frame: {@code line} (the bytes of a row of text, or of a record that cannot be read),
 * {@code fields} (values by name, for formats that name them), {@code _file, _ordinal, _known_date}.
 *
 * <p>Each file is a partition of its own, read from start to end, so that a row's number in its partition is its number in
 * its file: no shuffle, no second pass, and the same on every run.
 */
final class DeliveredFrame {

    /** The columns of the frame. */
    static final StructType SCHEMA = new StructType()
            .add("line", DataTypes.BinaryType)
            .add("fields", ColumnTypes.ATTRIBUTES)
            .add("_file", DataTypes.StringType)
            .add("_ordinal", DataTypes.LongType)
            .add("_known_date", DataTypes.DateType);

    private static final long ONE_FILE_A_PARTITION = 1L << 40;
    private static final long ROW_IN_PARTITION = (1L << 33) - 1;

    private static final String PATHS_LISTED_BY = "spark.sql.sources.parallelPartitionDiscovery.parallelism";

    /** The first character decides nearly every row; the expression is for lines that begin with white space. */
    private static final String NOT_BLANK = "(ascii(value) > 32 OR value RLIKE '[^\\\\r\\\\t ]')";

    private static final String WITHOUT_CARRIAGE_RETURN =
            """
            CASE WHEN endswith(value, '\\r') THEN substring(CAST(value AS BINARY), 1, octet_length(value) - 1)
                 ELSE CAST(value AS BINARY) END""";

    private static final String WITHOUT_BYTE_ORDER_MARK =
            """
            CASE WHEN _ordinal = 1 AND hex(substring(line, 1, 3)) = 'EFBBBF'
                 THEN substring(line, 4, octet_length(line)) ELSE line END""";

    private final SparkSession session;
    private final SourceSpec source;
    private final List<LandedFile> files;

    DeliveredFrame(SparkSession session, SourceSpec source, List<LandedFile> files) {
        this.session = session;
        this.source = source;
        this.files = List.copyOf(files);
    }

    Dataset<Row> rows() {
        if (files.isEmpty()) {
            return session.createDataFrame(List.of(), SCHEMA);
        }
        SourceFormat format = source.format();
        if (format instanceof SourceFormat.FixedWidth fixed) {
            return splitsOnBytes(fixed.encoding()) ? lines(fixed.skippedLines(), "", false) : records();
        }
        if (format instanceof SourceFormat.Delimited delimited) {
            CsvDialect dialect = delimited.dialect();
            return dialect.multiLine() || !splitsOnBytes(dialect.encoding())
                    ? records()
                    : lines(dialect.skippedLines() + (dialect.header() ? 1 : 0), dialect.comment(), dialect.header());
        }
        if (format instanceof SourceFormat.Json || format instanceof SourceFormat.Xml) {
            return records();
        }
        return columnar();
    }

    /** Whether a line end is one byte, so that lines are found without decoding. */
    static boolean splitsOnBytes(String encoding) {
        return "\n".getBytes(Charset.forName(encoding)).length == 1;
    }

    private Dataset<Row> lines(int before, String comment, boolean header) {
        Dataset<Row> text = oneFileAPartition(session.read().format("text").option("lineSep", "\n"), col("value"))
                .filter("_ordinal > " + before + " AND " + NOT_BLANK);
        Dataset<Row> rows =
                comment.isEmpty() ? text : text.filter(not(col("value").startsWith(comment)));
        Dataset<Row> named = rows.join(broadcast(names()), "uri")
                .selectExpr(WITHOUT_CARRIAGE_RETURN + " AS line", "_file", "_ordinal", "_known_date");
        return named.selectExpr(
                header || before > 0 ? "line" : WITHOUT_BYTE_ORDER_MARK + " AS line",
                "CAST(NULL AS " + ColumnTypes.ATTRIBUTES.sql() + ") AS fields",
                "_file",
                "_ordinal",
                "_known_date");
    }

    private Dataset<Row> oneFileAPartition(org.apache.spark.sql.DataFrameReader reader, Column... columns) {
        session.conf().set("spark.sql.files.maxPartitionBytes", ONE_FILE_A_PARTITION);
        session.conf().set("spark.sql.files.openCostInBytes", ONE_FILE_A_PARTITION);
        // A task a path, as Spark has it, takes five seconds for a thousand small files, most of them for starting
        // tasks.
        session.conf().set(PATHS_LISTED_BY, 4L * session.sparkContext().defaultParallelism());
        return numbered(reader.load(files.stream().map(LandedFile::uri).toArray(String[]::new)), columns);
    }

    private Dataset<Row> numbered(Dataset<Row> read, Column... columns) {
        Column[] all = new Column[columns.length + 2];
        System.arraycopy(columns, 0, all, 0, columns.length);
        all[columns.length] = col("_metadata.file_path").alias("uri");
        all[columns.length + 1] = monotonically_increasing_id()
                .bitwiseAND(lit(ROW_IN_PARTITION))
                .plus(1)
                .alias("_ordinal");
        int partitions = Math.min(files.size(), 2 * session.sparkContext().defaultParallelism());
        return read.select(all).coalesce(partitions);
    }

    private Dataset<Row> records() {
        SerializableConfiguration hadoop =
                new SerializableConfiguration(session.sessionState().newHadoopConf());
        SourceFormat format = source.format();
        int maxExpansion = source.maxExpansion();
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        int slices = Math.min(files.size(), 4 * spark.defaultParallelism());
        JavaRDD<Row> rows = spark.parallelize(files, slices)
                .flatMap(file -> RecordFile.open(file, format, maxExpansion, hadoop.value()));
        return session.createDataFrame(rows, SCHEMA);
    }

    private Dataset<Row> columnar() {
        Dataset<Row> read;
        if (source.format() instanceof SourceFormat.DeltaTable) {
            session.conf().set("spark.sql.files.maxPartitionBytes", ONE_FILE_A_PARTITION);
            session.conf().set("spark.sql.files.openCostInBytes", ONE_FILE_A_PARTITION);
            Dataset<Row> table = DeliveredDeltaTable.read(session, files);
            read = numbered(table, StructuredFields.of(table.schema()).alias("fields"));
        } else {
            String format = source.format() instanceof SourceFormat.Avro ? "avro" : "parquet";
            StructType schema =
                    session.read().format(format).load(files.get(0).uri()).schema();
            read = oneFileAPartition(
                    session.read().format(format).schema(schema),
                    StructuredFields.of(schema).alias("fields"));
        }
        return read.join(broadcast(names()), "uri")
                .selectExpr("CAST(NULL AS BINARY) AS line", "fields", "_file", "_ordinal", "_known_date");
    }

    private Dataset<Row> names() {
        List<Row> rows = files.stream()
                .map(file -> RowFactory.create(encoded(file.uri()), file.path(), java.sql.Date.valueOf(file.day())))
                .toList();
        StructType schema = new StructType()
                .add("uri", DataTypes.StringType)
                .add("_file", DataTypes.StringType)
                .add("_known_date", DataTypes.DateType);
        return session.createDataFrame(rows, schema);
    }

    /** A path as Spark's file metadata spells it. */
    private static String encoded(String uri) {
        return org.apache.spark.paths.SparkPath.fromPath(new Path(uri)).urlEncoded();
    }
}
