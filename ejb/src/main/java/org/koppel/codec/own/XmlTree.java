package org.koppel.codec.own;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.Writer;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Document;

/**
 * A document as XML: an element for each field of the record, in the record's order, a list as an element with one child for each
 * entry. The shape comes from the records, so that it is the JSON's.
 */
final class XmlTree {
    private static final int TEXT_LENGTH = 1_000_000; // a logo in Base64 fits
    private static final Map<String, String> ENTRIES = Map.ofEntries(
            Map.entry("lines", "line"),
            Map.entry("references", "reference"),
            Map.entry("reasons", "reason"),
            Map.entry("classifications", "classification"),
            Map.entry("taxSubtotals", "taxSubtotal"),
            Map.entry("packages", "package"),
            Map.entry("findings", "finding"),
            Map.entry("parts", "part"),
            Map.entry("taxes", "tax"),
            Map.entry("allowanceCharges", "allowanceCharge"),
            Map.entry("preceding", "invoice"));

    private XmlTree() {}

    /** The fields inside the element just entered; elements that no field has are skipped. */
    static ObjectNode read(XmlCursor xml, Class<?> shape) throws DocumentException, IOException {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        int here = xml.depth();
        while (xml.nextChild(here)) {
            RecordComponent field = field(shape, xml.name());
            if (field != null) {
                JsonNode value = value(xml, field);
                if (value != null) {
                    tree.set(field.getName(), value);
                }
            }
        }
        return tree;
    }

    private static JsonNode value(XmlCursor xml, RecordComponent field) throws DocumentException, IOException {
        if (List.class.equals(field.getType())) {
            Class<?> entry = entry(field);
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            int here = xml.depth();
            while (xml.nextChild(here)) {
                if (list.size() == OwnDocuments.MOST_ENTRIES) {
                    throw OwnDocuments.tooMany(xml.place());
                }
                list.add(read(xml, entry));
            }
            return list;
        }
        if (isObject(field.getType())) {
            return read(xml, field.getType());
        }
        String text = xml.text(TEXT_LENGTH);
        return text == null ? null : JsonNodeFactory.instance.textNode(text);
    }

    /** The whole document. @param tree its JSON */
    static void write(Document document, ObjectNode tree, Writer out) throws XMLStreamException {
        XMLStreamWriter xml = XmlStreams.writer(out);
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement(document.type());
        xml.writeAttribute("xmlns", OwnDocuments.NAMESPACE);
        fields(xml, tree, document.getClass());
        xml.writeEndDocument();
        xml.flush();
    }

    private static void fields(XMLStreamWriter xml, JsonNode tree, Class<?> shape) throws XMLStreamException {
        for (RecordComponent field : shape.getRecordComponents()) {
            JsonNode value = tree.get(field.getName());
            if (value == null || value.isNull() || value.isArray() && value.isEmpty()) {
                continue;
            }
            xml.writeStartElement(field.getName());
            if (value.isArray()) {
                for (JsonNode entry : value) {
                    xml.writeStartElement(ENTRIES.getOrDefault(field.getName(), "entry"));
                    fields(xml, entry, entry(field));
                    xml.writeEndElement();
                }
            } else if (value.isObject()) {
                fields(xml, value, field.getType());
            } else {
                xml.writeCharacters(XmlStreams.clean(plain(value)));
            }
            xml.writeEndElement();
        }
    }

    private static String plain(JsonNode value) {
        return value.isNumber() ? value.decimalValue().toPlainString() : value.asText();
    }

    private static RecordComponent field(Class<?> shape, String name) {
        for (RecordComponent field : shape.getRecordComponents()) {
            if (field.getName().equals(name)) {
                return field;
            }
        }
        return null;
    }

    private static Class<?> entry(RecordComponent list) {
        return (Class<?>) ((ParameterizedType) list.getGenericType()).getActualTypeArguments()[0];
    }

    /** A record of several fields; one around a single text is that text. */
    private static boolean isObject(Class<?> type) {
        if (!type.isRecord()) {
            return false;
        }
        RecordComponent[] fields = type.getRecordComponents();
        return fields.length > 1 || fields[0].getType() != String.class;
    }
}
