package org.koppel.punchout.oci;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.punchout.FormField;

/**
 * The XML variant of the return: the items as one document, base64 in one field, beside its type. No public source confirms
 * what stands inside the document; here it is one element per item with an element per field.
 */
final class OciXml {
    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newFactory();

    private OciXml() {}

    static List<FormField> fields(List<Map<String, String>> items, Dialect.Xml xml) {
        String document = Base64.getEncoder().encodeToString(document(items, xml));
        return List.of(new FormField(xml.documentField(), document), new FormField(xml.typeField(), xml.type()));
    }

    private static byte[] document(List<Map<String, String>> items, Dialect.Xml names) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer = FACTORY.createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            writer.writeStartElement(names.root());
            for (Map<String, String> item : items) {
                writer.writeStartElement(names.item());
                for (Map.Entry<String, String> field : item.entrySet()) {
                    writer.writeStartElement(field.getKey());
                    writer.writeCharacters(field.getValue());
                    writer.writeEndElement();
                }
                writer.writeEndElement();
            }
            writer.writeEndElement();
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write the cart as XML", e);
        }
        return bytes.toByteArray();
    }
}
