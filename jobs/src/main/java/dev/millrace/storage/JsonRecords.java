package dev.millrace.storage;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/**
 * The records of a JSON file: the elements of its outermost array, numbered from 1, or else its lines. A number keeps the digits
 * that it was delivered with; what is nested is JSON text; an element that is no object has the one field {@code value}.
 */
final class JsonRecords implements Iterator<RecordFile.FieldsOrText> {

    private static final int PEEK = 1 << 16;
    private static final ObjectMapper EXACT = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(new JsonNodeFactory(true));

    private static final ObjectReader ONE_A_LINE = EXACT.reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final InputStream in;
    private final JsonParser elements;
    private long ordinal;
    private RecordFile.FieldsOrText next;
    private boolean ended;

    JsonRecords(InputStream content) throws IOException {
        this.in = new BufferedInputStream(content, PEEK);
        this.elements = isArray() ? EXACT.getFactory().createParser(in) : null;
        if (elements != null) {
            elements.nextToken();
        }
    }

    private boolean isArray() throws IOException {
        in.mark(PEEK);
        int first = in.read();
        for (int skipped = 1; isBeforeContent(first) && skipped < PEEK; skipped++) {
            first = in.read();
        }
        in.reset();
        return first == '[';
    }

    private static boolean isBeforeContent(int b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\n' || b == 0xEF || b == 0xBB || b == 0xBF;
    }

    @Override
    public boolean hasNext() {
        try {
            while (next == null && !ended) {
                next = elements == null ? line() : element();
            }
            return next != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RecordFile.FieldsOrText next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RecordFile.FieldsOrText result = next;
        next = null;
        return result;
    }

    private RecordFile.FieldsOrText element() throws IOException {
        if (elements.nextToken() == JsonToken.END_ARRAY || elements.currentToken() == null) {
            ended = true;
            return null;
        }
        JsonNode node = EXACT.readTree(elements);
        return new RecordFile.FieldsOrText(fields(node), null, ++ordinal);
    }

    private RecordFile.FieldsOrText line() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int b = in.read();
        while (b >= 0 && b != '\n') {
            bytes.write(b);
            b = in.read();
        }
        ended = b < 0;
        ordinal++;
        byte[] text = withoutMark(bytes.toByteArray());
        if (new String(text, java.nio.charset.StandardCharsets.UTF_8).isBlank()) {
            return null;
        }
        try {
            return new RecordFile.FieldsOrText(fields(ONE_A_LINE.readTree(text)), null, ordinal);
        } catch (JsonProcessingException e) {
            return new RecordFile.FieldsOrText(null, text, ordinal);
        }
    }

    private byte[] withoutMark(byte[] line) {
        boolean marked = ordinal == 1 && line.length >= 3 && (line[0] & 0xFF) == 0xEF && (line[1] & 0xFF) == 0xBB;
        return marked ? Arrays.copyOfRange(line, 3, line.length) : line;
    }

    private static Map<String, String> fields(JsonNode node) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (node.isObject()) {
            node.fields().forEachRemaining(field -> fields.put(field.getKey(), text(field.getValue())));
        } else {
            fields.put("value", text(node));
        }
        return fields;
    }

    private static String text(JsonNode value) {
        if (value.isNull()) {
            return null;
        }
        if (value.isBigDecimal()) {
            return value.decimalValue().toPlainString();
        }
        return value.isValueNode() ? value.asText() : value.toString();
    }
}
