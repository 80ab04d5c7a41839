package dev.millrace.storage;

import dev.millrace.table.SourceFormat;
import java.io.BufferedInputStream;
import java.io.IOException;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.MessageType;

/**
 * The rows of a file that holds its own schema, told by its footer or by the heads of its blocks; no value is read.
 *
 * @param schema names and types of its columns, one a line, so that files of one shape are read together
 * @param rows how many rows it holds
 */
record ColumnarCount(String schema, long rows) {

    static ColumnarCount of(LandedFile file, SourceFormat format, Configuration hadoop) throws IOException {
        return format instanceof SourceFormat.Avro ? avro(file, hadoop) : parquet(file, hadoop);
    }

    private static ColumnarCount parquet(LandedFile file, Configuration hadoop) throws IOException {
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(new Path(file.uri()), hadoop))) {
            MessageType schema = reader.getFileMetaData().getSchema();
            StringBuilder text = new StringBuilder();
            schema.getFields().forEach(field -> line(text, field.getName(), field.toString()));
            return new ColumnarCount(text.toString(), reader.getRecordCount());
        }
    }

    private static ColumnarCount avro(LandedFile file, Configuration hadoop) throws IOException {
        Path path = new Path(file.uri());
        try (DataFileStream<GenericRecord> blocks = new DataFileStream<>(
                new BufferedInputStream(path.getFileSystem(hadoop).open(path)), new GenericDatumReader<>())) {
            StringBuilder text = new StringBuilder();
            blocks.getSchema()
                    .getFields()
                    .forEach(field -> line(text, field.name(), field.schema().toString()));
            long rows = 0;
            while (blocks.hasNext()) {
                rows += blocks.getBlockCount();
                blocks.nextBlock();
            }
            return new ColumnarCount(text.toString(), rows);
        }
    }

    private static void line(StringBuilder text, String name, String type) {
        text.append(name).append('\t').append(type.replace('\n', ' ')).append('\n');
    }
}
