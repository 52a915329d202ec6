package org.koppel.punchout.cxml;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Classification;
import org.koppel.document.Price;
import org.koppel.punchout.CartItem;
import org.koppel.punchout.FormField;
import org.koppel.shared.Money;
import org.koppel.shared.Units;

/**
 * Writes {@code ItemIn} elements, their children in the order of the DTD. Where the agreed version has no place for them
 * ({@link org.koppel.codec.CxmlVersion#knowsWholeLines}), comments, files and extrinsics are extrinsics of the detail, prices are for one unit, and the
 * buyer's own number is left out.
 */
final class ItemInWriter {
    private static final int CENTS = 2;
    private static final int MOST_DECIMALS = 6;
    private final XMLStreamWriter xml;
    private final CxmlConnection agreed;
    private final String language;
    private final List<FormField> extrinsics;
    private final boolean whole;

    /** @param extrinsics of the request, that come back with every line */
    ItemInWriter(XMLStreamWriter xml, CxmlConnection agreed, String language, List<FormField> extrinsics) {
        this.xml = xml;
        this.agreed = agreed;
        this.language = language;
        this.extrinsics = extrinsics;
        this.whole = agreed.version().knowsWholeLines();
    }

    /**
     * @param reference of the cart: comes back with the order and finds it
     * @param files that the buyer gave along with the line
     */
    void write(CartItem item, String reference, List<FileLink> files) throws XMLStreamException {
        xml.writeStartElement("ItemIn");
        xml.writeAttribute("quantity", plain(item.quantity(), 0));
        xml.writeAttribute("lineNumber", Integer.toString(item.number()));
        xml.writeStartElement("ItemID");
        element(xml, "SupplierPartID", item.article());
        element(xml, "SupplierPartAuxiliaryID", reference);
        element(xml, "BuyerPartID", whole ? item.buyersId() : null);
        xml.writeEndElement();
        detail(item, whole ? List.of() : files);
        if (whole) {
            comments(item.wishes().text(), files);
            echo();
        }
        xml.writeEndElement();
    }

    private void echo() throws XMLStreamException {
        for (FormField extrinsic : extrinsics) {
            extrinsic(XmlStreams.clean(extrinsic.name()), extrinsic.value());
        }
    }

    /** The line's text, then its files: an Attachment stands nowhere else. */
    private void comments(String said, List<FileLink> files) throws XMLStreamException {
        if (said == null && files.isEmpty()) {
            return;
        }
        xml.writeStartElement("Comments");
        xml.writeAttribute("xml:lang", language);
        xml.writeCharacters(said == null ? "" : XmlStreams.clean(said));
        for (FileLink file : files) {
            xml.writeStartElement("Attachment");
            xml.writeStartElement("URL");
            xml.writeAttribute("name", XmlStreams.clean(file.name()));
            xml.writeCharacters(file.address());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void extrinsic(String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement("Extrinsic");
            xml.writeAttribute("name", name);
            xml.writeCharacters(XmlStreams.clean(value));
            xml.writeEndElement();
        }
    }

    /** @param files that have no other place */
    private void detail(CartItem item, List<FileLink> files) throws XMLStreamException {
        Price price =
                agreed.pricePerOne() || !whole ? Price.perUnit(item.price().perOne()) : item.price();
        xml.writeStartElement("ItemDetail");
        xml.writeStartElement("UnitPrice");
        money(xml, price.amount());
        xml.writeEndElement();
        description(item);
        element(xml, "UnitOfMeasure", Units.each(item.unit()));
        if (price.baseQuantity().compareTo(BigDecimal.ONE) != 0) {
            xml.writeStartElement("PriceBasisQuantity");
            xml.writeAttribute("quantity", plain(price.baseQuantity(), 0));
            xml.writeAttribute("conversionFactor", "1");
            element(xml, "UnitOfMeasure", Units.each(item.unit()));
            xml.writeEndElement();
        }
        classification(xml, agreed, item.classifications());
        element(xml, "ManufacturerPartID", item.manufacturersId());
        named("ManufacturerName", item.manufacturer());
        element(xml, "LeadTime", Integer.toString(item.leadTimeDays()));
        extrinsic("RequestedDeliveryDate", Objects.toString(item.wishes().delivery(), null));
        extrinsic("CostCenter", item.wishes().costCentre());
        extrinsic("CardText", item.wishes().cardText());
        if (!whole) {
            extrinsic("Comments", item.wishes().text());
            for (FileLink file : files) {
                extrinsic("Attachment", file.address());
            }
            echo();
        }
        xml.writeEndElement();
    }

    private void description(CartItem item) throws XMLStreamException {
        xml.writeStartElement("Description");
        xml.writeAttribute("xml:lang", language);
        if (item.longText() != null) {
            element(xml, "ShortName", item.description());
            xml.writeCharacters(" "); // many systems show the text of both
        }
        xml.writeCharacters(XmlStreams.clean(item.longText() == null ? item.description() : item.longText()));
        xml.writeEndElement();
    }

    /** The agreed scheme, or any other: cXML demands one. */
    static void classification(XMLStreamWriter xml, CxmlConnection agreed, List<Classification> known)
            throws XMLStreamException {
        Classification chosen = Stream.concat(
                        known.stream().filter(c -> c.scheme().equalsIgnoreCase(agreed.scheme())), known.stream())
                .findFirst()
                .orElse(new Classification("custom", null, "unclassified"));
        xml.writeStartElement("Classification");
        xml.writeAttribute("domain", XmlStreams.clean(chosen.scheme()));
        xml.writeCharacters(XmlStreams.clean(chosen.code()));
        xml.writeEndElement();
    }

    private void named(String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement(name);
            xml.writeAttribute("xml:lang", language);
            xml.writeCharacters(XmlStreams.clean(value));
            xml.writeEndElement();
        }
    }

    static void money(XMLStreamWriter xml, Money money) throws XMLStreamException {
        xml.writeStartElement("Money");
        xml.writeAttribute("currency", money.currency());
        xml.writeCharacters(plain(money.amount(), CENTS));
        xml.writeEndElement();
    }

    /** Without zeros at the end, but with so many decimals; at most six, which every reader takes. */
    static String plain(BigDecimal value, int decimals) {
        BigDecimal rounded = value.setScale(Math.min(value.scale(), MOST_DECIMALS), RoundingMode.HALF_UP);
        BigDecimal stripped = rounded.stripTrailingZeros();
        return stripped.setScale(Math.max(stripped.scale(), decimals), RoundingMode.UNNECESSARY)
                .toPlainString();
    }

    /** Nothing for null. */
    static void element(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        if (value != null) {
            xml.writeStartElement(name);
            xml.writeCharacters(XmlStreams.clean(value));
            xml.writeEndElement();
        }
    }
}
