package org.koppel.codec.cebeo;

import java.io.IOException;
import java.util.Arrays;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;

/** {@code OrderAttribute}: a reference of the order by its name, or by its kind where it has none. */
final class CebeoAttributes {
    private static final String ELEMENT = "OrderAttribute";

    private CebeoAttributes() {}

    /** Nothing of a file, which goes as a file. */
    static void write(XMLStreamWriter xml, Reference reference) throws XMLStreamException {
        if (reference.kind() == Kind.ATTACHMENT) {
            return;
        }
        xml.writeStartElement(ELEMENT);
        String name = reference.name() == null ? reference.kind().name() : reference.name();
        xml.writeAttribute("name", XmlStreams.clean(name));
        xml.writeCharacters(XmlStreams.clean(reference.value()));
        xml.writeEndElement();
    }

    /** The one just entered; null when it is empty. */
    static Reference read(CebeoFields fields) throws DocumentException, IOException {
        String name = fields.xml().attribute("name");
        String value = fields.text(Cebeo.NAME_LENGTH, ELEMENT);
        if (value == null) {
            return null;
        }
        return Arrays.stream(Kind.values())
                .filter(k -> k != Kind.ATTACHMENT && k != Kind.OTHER && k.name().equals(name))
                .findFirst()
                .map(k -> Reference.of(k, value))
                .orElseGet(() -> new Reference(Kind.OTHER, name == null ? ELEMENT : name, value));
    }
}
