package dev.millrace.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.millrace.job.Answer;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.StructField;
import scala.collection.JavaConverters;

/** The one document that a command prints when JSON is asked for, field by field. */
final class JsonDocument {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN);

    private static final Pattern UPPER_CONTROL = Pattern.compile("[\\x7f-\\x9f]");

    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Adds a field. */
    JsonDocument with(String name, Object value) {
        fields.put(name, value(value));
        return this;
    }

    /** Adds one object a row, its fields named after the columns. */
    JsonDocument withRows(Answer answer) {
        List<JsonDocument> columns = new ArrayList<>();
        for (StructField field : answer.schema().fields()) {
            columns.add(new JsonDocument()
                    .with("name", field.name())
                    .with("type", field.dataType().sql()));
        }
        return with("columns", columns).with("rows", answer.rows()).with("more", answer.more());
    }

    /** Prints the document. */
    void print(PrintWriter out) {
        try {
            out.println(escaped(JSON.writeValueAsString(fields)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** JSON lets stand the control characters from 7F on, which some terminals act upon; they are only ever inside texts. */
    private static String escaped(String document) {
        return UPPER_CONTROL
                .matcher(document)
                .replaceAll(
                        match -> String.format("\\\\u%04x", (int) match.group().charAt(0)));
    }

    private static Object value(Object value) {
        if (value instanceof BigDecimal number) {
            return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
        }
        if (value instanceof Timestamp moment) {
            return moment.toInstant().toString();
        }
        if (value instanceof Date || value instanceof LocalDate) {
            return value.toString();
        }
        if (value instanceof JsonDocument inner) {
            return inner.fields;
        }
        if (value instanceof List<?> list) {
            return list.stream().map(JsonDocument::value).toList();
        }
        return value instanceof Row row ? object(row) : ofScala(value);
    }

    private static Object ofScala(Object value) {
        if (value instanceof scala.collection.Map<?, ?> map) {
            Map<String, Object> object = new LinkedHashMap<>();
            JavaConverters.mapAsJavaMap(map).forEach((key, item) -> object.put(String.valueOf(key), value(item)));
            return object;
        }
        return value instanceof scala.collection.Seq<?> seq ? value(JavaConverters.seqAsJavaList(seq)) : value;
    }

    private static Map<String, Object> object(Row row) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (int i = 0; i < row.length(); i++) {
            object.put(row.schema().fieldNames()[i], value(row.get(i)));
        }
        return object;
    }
}
