package dev.millrace.storage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The elements of a name in an XML file, numbered from 1: attributes as {@code @name}, children by name, text beside them as
 * {@code #text}; what is nested or repeated is JSON text. Nothing outside of the file is ever looked up.
 */
final class XmlRecords implements Iterator<RecordFile.FieldsOrText> {

    private static final String TEXT = "#text";

    private final XMLStreamReader reader;
    private final String rowTag;
    private long ordinal;
    private boolean found;

    XmlRecords(InputStream content, String rowTag) throws IOException {
        this.rowTag = rowTag;
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        try {
            this.reader = factory.createXMLStreamReader(content);
        } catch (XMLStreamException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public boolean hasNext() {
        try {
            while (!found && reader.hasNext()) {
                found = reader.next() == XMLStreamConstants.START_ELEMENT
                        && reader.getLocalName().equals(rowTag);
            }
            return found;
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    @Override
    public RecordFile.FieldsOrText next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        found = false;
        try {
            return new RecordFile.FieldsOrText(fields(element()), null, ++ordinal);
        } catch (XMLStreamException e) {
            throw new UncheckedIOException(new IOException(e.getMessage(), e));
        }
    }

    private static Map<String, String> fields(JsonNode element) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (element.isObject()) {
            element.fields()
                    .forEachRemaining(field -> fields.put(
                            field.getKey(),
                            field.getValue().isTextual()
                                    ? field.getValue().textValue()
                                    : field.getValue().toString()));
        } else {
            fields.put(TEXT, element.textValue());
        }
        return fields;
    }

    /** Reads the element that the reader stands on, to its end. */
    private JsonNode element() throws XMLStreamException {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            node.put("@" + reader.getAttributeLocalName(i), reader.getAttributeValue(i));
        }
        StringBuilder text = new StringBuilder();
        while (reader.next() != XMLStreamConstants.END_ELEMENT) {
            if (reader.getEventType() == XMLStreamConstants.START_ELEMENT) {
                String name = reader.getLocalName();
                add(node, name, element());
            } else if (reader.isCharacters()) {
                text.append(reader.getText());
            }
        }
        if (node.isEmpty()) {
            return TextNode.valueOf(text.toString());
        }
        if (!text.toString().isBlank()) {
            node.put(TEXT, text.toString());
        }
        return node;
    }

    private static void add(ObjectNode node, String name, JsonNode child) {
        JsonNode before = node.get(name);
        if (before == null) {
            node.set(name, child);
        } else if (before instanceof ArrayNode several) {
            several.add(child);
        } else {
            node.set(name, JsonNodeFactory.instance.arrayNode().add(before).add(child));
        }
    }
}
