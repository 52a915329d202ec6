package org.koppel.punchout.cxml;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.catalogue.Listing;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Price;
import org.koppel.shared.Units;

/**
 * Writes a PunchOut index (cXML 1.2 {@code Index} of {@code IndexItemPunchout}): the buyer's system searches in it, and opens the
 * article in the shop by a PunchOutSetupRequest with SelectedItem. What the agreed version of the DTD has no place for is left out.
 */
final class IndexWriter implements CatalogueWriter {
    private final Writer text;
    private final XMLStreamWriter xml;
    private final CxmlConnection agreed;
    private final CatalogueHead head;

    IndexWriter(OutputStream out, CxmlConnection agreed, CatalogueHead head) throws IOException {
        this.text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        this.agreed = agreed;
        this.head = head;
        try {
            this.xml = XmlStreams.writer(text);
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write XML", e);
        }
    }

    @Override
    public void begin() throws IOException {
        try {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeDTD("<!DOCTYPE Index SYSTEM \"http://xml.cxml.org/schemas/cXML/" + agreed.dtd() + "/cXML.dtd\">");
            xml.writeStartElement("Index");
            xml.writeAttribute("loadmode", "Full");
            xml.writeStartElement("SupplierID");
            xml.writeAttribute("domain", head.domain());
            xml.writeCharacters(XmlStreams.clean(head.supplier()));
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write the head of an index", e);
        }
    }

    @Override
    public void article(Listing listing, String longText) throws IOException {
        try {
            xml.writeStartElement("IndexItem");
            xml.writeStartElement("IndexItemPunchout");
            xml.writeStartElement("ItemID");
            ItemInWriter.element(xml, "SupplierPartID", listing.article());
            ItemInWriter.element(xml, "BuyerPartID", agreed.version().knowsWholeLines() ? listing.buyersId() : null);
            xml.writeEndElement();
            detail(listing, longText);
            xml.writeEndElement();
            xml.writeEndElement();
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write article " + listing.article(), e);
        }
    }

    @Override
    public void end() throws IOException {
        try {
            xml.writeEndDocument();
            xml.flush();
            text.flush();
        } catch (XMLStreamException e) {
            throw new IOException("Cannot write the end of an index", e);
        }
    }

    private void detail(Listing listing, String longText) throws XMLStreamException {
        boolean priced = agreed.version().knowsPricesInIndex();
        xml.writeStartElement("PunchoutDetail");
        if (priced) {
            xml.writeAttribute("punchoutLevel", "product");
        }
        descriptions(listing, longText);
        ItemInWriter.element(xml, "URL", head.address());
        ItemInWriter.classification(xml, agreed, listing.classifications());
        if (priced) {
            price(listing);
        }
        if (listing.manufacturer() != null) {
            xml.writeStartElement("ManufacturerName");
            xml.writeAttribute("xml:lang", head.language());
            xml.writeCharacters(XmlStreams.clean(listing.manufacturer()));
            xml.writeEndElement();
        }
        ItemInWriter.element(xml, "ManufacturerPartID", listing.manufacturersId());
        if (priced) {
            ItemInWriter.element(xml, "LeadTime", Integer.toString(listing.leadTimeDays()));
        }
        xml.writeEndElement();
    }

    private void price(Listing listing) throws XMLStreamException {
        Price listed = listing.scales().get(0).price();
        boolean perOne = agreed.pricePerOne() || !agreed.version().knowsPriceBasisInIndex();
        Price price = perOne ? Price.perUnit(listed.perOne()) : listed;
        String unit = Units.each(listing.unit());
        xml.writeStartElement("UnitPrice");
        ItemInWriter.money(xml, price.amount());
        xml.writeEndElement();
        ItemInWriter.element(xml, "UnitOfMeasure", unit);
        if (price.baseQuantity().compareTo(BigDecimal.ONE) != 0) {
            xml.writeStartElement("PriceBasisQuantity");
            xml.writeAttribute("quantity", ItemInWriter.plain(price.baseQuantity(), 0));
            xml.writeAttribute("conversionFactor", "1");
            ItemInWriter.element(xml, "UnitOfMeasure", unit);
            xml.writeEndElement();
        }
    }

    /** The customer's language first: many systems read only one. */
    private void descriptions(Listing listing, String longText) throws XMLStreamException {
        Map<String, String> names = new LinkedHashMap<>();
        names.put(head.language(), listing.names().getOrDefault(head.language(), listing.article()));
        listing.names().forEach(names::putIfAbsent);
        for (Map.Entry<String, String> name : names.entrySet()) {
            boolean whole = longText != null && name.getKey().equals(head.language());
            xml.writeStartElement("Description");
            xml.writeAttribute("xml:lang", name.getKey());
            if (whole) {
                ItemInWriter.element(xml, "ShortName", name.getValue());
                xml.writeCharacters(" ");
            }
            xml.writeCharacters(XmlStreams.clean(whole ? longText : name.getValue()));
            xml.writeEndElement();
        }
    }
}
