package org.koppel.codec.ubl;

import java.io.Writer;
import java.math.BigDecimal;
import java.util.Base64;
import java.util.function.Function;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.XmlStreams;
import org.koppel.shared.Money;
import org.koppel.shared.Numbers;
import org.koppel.shared.UnitCode;

/**
 * Writes a UBL 2.1 document, element by element, in the order of the calls: UBL's sequences are strict, so callers keep to
 * them. Basic elements without a value are left out, for Peppol forbids empty ones; an aggregate is opened by the caller only
 * when something will stand in it.
 */
public final class UblXml {
    private static final String NAMESPACE = "urn:oasis:names:specification:ubl:schema:xsd:";
    private static final String AGGREGATE = NAMESPACE + "CommonAggregateComponents-2";
    private static final String BASIC = NAMESPACE + "CommonBasicComponents-2";

    private final XMLStreamWriter xml;
    private final Function<UnitCode, String> units;

    private UblXml(XMLStreamWriter xml, Function<UnitCode, String> units) {
        this.xml = xml;
        this.units = units;
    }

    /** Begins a document of UTF-8 with units by Rec 20. @param root its type: {@code Catalogue}, {@code OrderResponse} */
    public static UblXml begin(Writer out, String root) throws XMLStreamException {
        return begin(out, root, UnitCode::value);
    }

    /** As {@link #begin(Writer, String)}. @param units how they are spelt in quantities: UBL itself has no list of them */
    static UblXml begin(Writer out, String root, Function<UnitCode, String> units) throws XMLStreamException {
        XMLStreamWriter xml = XmlStreams.writer(out);
        xml.writeStartDocument("UTF-8", "1.0");
        String namespace = NAMESPACE + root + "-2";
        xml.writeStartElement("", root, namespace);
        xml.writeDefaultNamespace(namespace);
        xml.writeNamespace("cac", AGGREGATE);
        xml.writeNamespace("cbc", BASIC);
        return new UblXml(xml, units);
    }

    /** Closes whatever is open. */
    public void end() throws XMLStreamException {
        xml.writeEndDocument();
        xml.flush();
    }

    /** Opens a {@code cac:} element. */
    public void open(String aggregate) throws XMLStreamException {
        xml.writeStartElement("cac", aggregate, AGGREGATE);
    }

    /** Closes the innermost open element. */
    public void close() throws XMLStreamException {
        xml.writeEndElement();
    }

    /** A {@code cbc:} element. @param value null or blank leaves it out */
    public void basic(String name, String value) throws XMLStreamException {
        basic(name, value, null, null);
    }

    /** A {@code cbc:} element with an attribute. @param attributeValue null leaves the attribute out */
    public void basic(String name, String value, String attribute, String attributeValue) throws XMLStreamException {
        if (value == null || value.isBlank()) {
            return;
        }
        xml.writeStartElement("cbc", name, BASIC);
        if (attributeValue != null) {
            xml.writeAttribute(attribute, XmlStreams.clean(attributeValue));
        }
        xml.writeCharacters(XmlStreams.clean(value.strip()));
        xml.writeEndElement();
    }

    /** A {@code cbc:} element with a file in it. */
    public void binary(String name, byte[] content, String mediaType, String fileName) throws XMLStreamException {
        xml.writeStartElement("cbc", name, BASIC);
        xml.writeAttribute("mimeCode", XmlStreams.clean(mediaType));
        xml.writeAttribute("filename", XmlStreams.clean(fileName));
        xml.writeCharacters(Base64.getEncoder().encodeToString(content));
        xml.writeEndElement();
    }

    /** A {@code cac:} element with nothing but one {@code cbc:} element, such as a name or an identification. */
    public void wrapped(String aggregate, String name, String value) throws XMLStreamException {
        wrapped(aggregate, name, value, null, null);
    }

    /** As {@link #wrapped(String, String, String)}, with an attribute. */
    public void wrapped(String aggregate, String name, String value, String attribute, String attributeValue)
            throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            open(aggregate);
            basic(name, value, attribute, attributeValue);
            close();
        }
    }

    /** @param amount null leaves it out */
    public void amount(String name, Money amount) throws XMLStreamException {
        if (amount != null) {
            basic(name, Numbers.plain(amount.amount()), "currencyID", amount.currency());
        }
    }

    /** An amount of an invoice, with its cents. @param amount null leaves it out */
    void cents(String name, Money amount) throws XMLStreamException {
        if (amount != null) {
            BigDecimal plain = amount.amount().stripTrailingZeros();
            String text = (plain.scale() < 2 ? plain.setScale(2) : plain).toPlainString();
            basic(name, text, "currencyID", amount.currency());
        }
    }

    public void quantity(String name, BigDecimal quantity, UnitCode unit) throws XMLStreamException {
        basic(name, Numbers.plain(quantity), "unitCode", units.apply(unit));
    }
}
