package org.koppel.codec.own;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLStreamException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatId;
import org.koppel.codec.Problem;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Document;

/** Our own XML: the record's fields as elements; {@code koppel-1.xsd} beside the classes describes it. */
final class OwnXml {
    static final FormatId FORMAT = new FormatId("koppel-xml");
    static final String MEDIA_TYPE = "application/xml; charset=UTF-8";

    private OwnXml() {}

    static void write(Document document, OutputStream out) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XmlTree.write(document, Trees.MAPPER.valueToTree(document), text);
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write Koppel XML into memory", e);
        }
        out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** @throws DocumentException when it is no XML, or another document */
    static ObjectNode read(InputStream in, Class<? extends Document> type) throws DocumentException, IOException {
        XmlCursor xml = XmlStreams.open(in);
        xml.nextChild(0);
        if (!type.getSimpleName().equals(xml.name())) {
            throw new DocumentException(new Problem(
                    "WRONG_ROOT", xml.place(), "The root element is " + xml.name() + "; send " + type.getSimpleName()));
        }
        ObjectNode tree = XmlTree.read(xml, type);
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        return tree;
    }
}
