package dev.millrace.storage;

import static org.apache.spark.sql.functions.broadcast;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.monotonically_increasing_id;

import dev.millrace.table.SourceSpec;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.util.SerializableConfiguration;

/** The folder where sources deliver files; read only. */
public final class LandingZone {

    private static final long ONE_FILE_A_PARTITION = 1L << 40;
    private static final long ROW_IN_PARTITION = (1L << 33) - 1;

    /** The first character decides nearly every row; the expression is for lines that begin with white space. */
    private static final String NOT_BLANK = "(ascii(value) > 32 OR value RLIKE '[^\\\\r\\\\t ]')";

    private static final String WITHOUT_CARRIAGE_RETURN =
            """
            CASE WHEN endswith(value, '\\r') THEN substring(CAST(value AS BINARY), 1, octet_length(value) - 1)
                 ELSE CAST(value AS BINARY) END""";

    private final SparkSession session;
    private final String root;

    public LandingZone(SparkSession session, String root) {
        this.session = session;
        this.root = root;
    }

    /**
     * The files of a source, ordered by path.
     *
     * @throws LandingException when the folder is missing, or a file's path tells no day of delivery
     */
    public List<LandedFile> list(SourceSpec source) {
        try {
            Path folder = new Path(root);
            FileSystem files = folder.getFileSystem(hadoop());
            Path base = existing(files, folder);
            FileStatus[] found = files.globStatus(new Path(base, source.files()));
            List<LandedFile> landed = new ArrayList<>();
            for (FileStatus status : found == null ? new FileStatus[0] : found) {
                if (status.isFile()) {
                    landed.add(landed(source, base, status));
                }
            }
            landed.sort(java.util.Comparator.comparing(LandedFile::path));
            return landed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path existing(FileSystem files, Path folder) throws IOException {
        try {
            return files.getFileStatus(folder).getPath();
        } catch (FileNotFoundException e) {
            throw new LandingException("There is no landing folder " + root
                    + ": give the folder that sources deliver to with --landing or the setting 'landing'.");
        }
    }

    private static LandedFile landed(SourceSpec source, Path base, FileStatus status) {
        String uri = status.getPath().toString();
        if (!uri.startsWith(base + "/")) {
            throw new LandingException("The files of source '" + source.name() + "' leave the landing folder: " + uri
                    + " does not lie below " + base + ". Mend sources." + source.name() + ".files.");
        }
        String path = uri.substring(base.toString().length() + 1);
        return new LandedFile(uri, path, deliveryDay(source, path), status.getLen(), status.getModificationTime());
    }

    private static LocalDate deliveryDay(SourceSpec source, String path) {
        Matcher matcher = source.deliveryDate().matcher(path);
        try {
            if (matcher.find()) {
                return LocalDate.parse(matcher.group(1));
            }
        } catch (DateTimeException e) {
            throw new LandingException("The path " + path + " of source '" + source.name() + "' names the day '"
                    + matcher.group(1) + "', which is no ISO date. Mend the file's name or sources." + source.name()
                    + ".delivery-date.");
        }
        throw new LandingException("The path " + path + " of source '" + source.name()
                + "' tells no day of delivery by " + source.deliveryDate()
                + ". Mend the file's name or sources." + source.name() + ".delivery-date.");
    }

    /** Counts what each file holds, spread over the cluster. */
    public List<FileCensus> census(List<LandedFile> files, String encoding) {
        if (files.isEmpty()) {
            return List.of();
        }
        SerializableConfiguration configuration = new SerializableConfiguration(hadoop());
        JavaSparkContext spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        int slices = Math.min(files.size(), 4 * spark.defaultParallelism());
        return spark.parallelize(files, slices)
                .map(file -> FileCensus.take(file, encoding, configuration.value()))
                .collect();
    }

    /**
     * The lines of files as bytes: {@code line, _file, _ordinal, _known_date}; line ends and blank lines left out.
     *
     * <p>Each file is a partition of its own, read from start to end, so that a row's number in its partition is the line's
     * number in its file: no shuffle, no second pass, and the same on every run.
     */
    public Dataset<Row> lines(List<LandedFile> files) {
        session.conf().set("spark.sql.files.maxPartitionBytes", ONE_FILE_A_PARTITION);
        session.conf().set("spark.sql.files.openCostInBytes", ONE_FILE_A_PARTITION);
        Dataset<Row> text = session.read()
                .format("text")
                .option("lineSep", "\n")
                .load(files.stream().map(LandedFile::uri).toArray(String[]::new))
                .select(
                        col("value"),
                        col("_metadata.file_path").alias("uri"),
                        monotonically_increasing_id()
                                .bitwiseAND(lit(ROW_IN_PARTITION))
                                .plus(1)
                                .alias("_ordinal"));
        int partitions = Math.min(files.size(), 2 * session.sparkContext().defaultParallelism());
        return text.coalesce(partitions)
                .filter("_ordinal > 1 AND " + NOT_BLANK)
                .join(broadcast(names(files)), "uri")
                .selectExpr(WITHOUT_CARRIAGE_RETURN + " AS line", "_file", "_ordinal", "_known_date");
    }

    private Dataset<Row> names(List<LandedFile> files) {
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

    private Configuration hadoop() {
        return session.sessionState().newHadoopConf();
    }
}
