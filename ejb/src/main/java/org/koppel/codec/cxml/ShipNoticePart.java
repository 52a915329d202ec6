package org.koppel.codec.cxml;

import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.CxmlVersion;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.DespatchAdvice;
import org.koppel.document.DespatchAdvice.Carrier;
import org.koppel.document.DespatchAdvice.HandlingUnit;
import org.koppel.document.DespatchLine;
import org.koppel.shared.Numbers;

/** {@code ShipNoticeRequest}: one order, its lines that left, and by whom. */
final class ShipNoticePart {
    /** A package of whatever kind (UN/ECE recommendation 21). */
    static final String PACKAGE = "PK";

    /** What a {@code Dimension} tells of a package. */
    static final String GROSS_WEIGHT = "grossWeight";

    /** UN/ECE recommendation 20. */
    static final String KILOGRAM = "KGM";

    private final DespatchAdvice advice;
    private final boolean whole;
    private final boolean described;
    private final UnitSpelling units;

    ShipNoticePart(DespatchAdvice advice, CxmlVersion version, UnitSpelling units) {
        this.advice = advice;
        this.whole = version.knowsWholeLines();
        this.described = version.knowsWholeShipments();
        this.units = units;
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("ShipNoticeRequest");
        xml.writeStartElement("ShipNoticeHeader");
        xml.writeAttribute("shipmentID", advice.number().value());
        xml.writeAttribute("operation", "new");
        xml.writeAttribute("noticeDate", Dates.write(advice.issuedAt()));
        day(xml, "shipmentDate", advice.despatchedOn());
        day(xml, "deliveryDate", advice.expectedOn());
        xml.writeAttribute("shipmentType", "actual");
        xml.writeAttribute("fulfillmentType", advice.complete() ? "complete" : "partial");
        if (advice.shipTo() != null) {
            RoleContact.shipTo(advice.shipTo(), whole).write(xml, advice.language());
        }
        RequestWriter.text(xml, "Comments", advice.language(), advice.note());
        ConfirmationPart.extrinsics(xml, advice.references());
        xml.writeEndElement();
        carrier(xml);
        portion(xml);
        xml.writeEndElement();
    }

    private static void day(XMLStreamWriter xml, String attribute, LocalDate day) throws XMLStreamException {
        if (day != null) {
            xml.writeAttribute(attribute, Dates.write(day.atTime(12, 0).atOffset(ZoneOffset.UTC)));
        }
    }

    private void carrier(XMLStreamWriter xml) throws XMLStreamException {
        Carrier carrier = advice.carrier();
        if (carrier == null || carrier.tracking() == null || carrier.name() == null && carrier.scac() == null) {
            return; // ShipControl needs both
        }
        xml.writeStartElement("ShipControl");
        if (carrier.scac() != null) {
            identifier(xml, "SCAC", carrier.scac());
        }
        if (carrier.name() != null) {
            identifier(xml, "companyName", carrier.name());
        }
        RequestWriter.text(xml, "ShipmentIdentifier", carrier.tracking());
        xml.writeEndElement();
    }

    private static void identifier(XMLStreamWriter xml, String domain, String value) throws XMLStreamException {
        xml.writeStartElement("CarrierIdentifier");
        xml.writeAttribute("domain", domain);
        RequestWriter.characters(xml, value);
        xml.writeEndElement();
    }

    private void portion(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("ShipNoticePortion");
        xml.writeStartElement("OrderReference");
        xml.writeAttribute("orderID", advice.order().value());
        if (advice.orderIssuedAt() != null) {
            xml.writeAttribute("orderDate", Dates.write(advice.orderIssuedAt()));
        }
        xml.writeEmptyElement("DocumentReference");
        RequestWriter.attribute(xml, "payloadID", advice.orderMessageId());
        xml.writeEndElement();
        for (DespatchLine line : advice.lines()) {
            item(xml, line);
        }
        xml.writeEndElement();
    }

    private void item(XMLStreamWriter xml, DespatchLine line) throws XMLStreamException {
        xml.writeStartElement("ShipNoticeItem");
        xml.writeAttribute("quantity", Numbers.plain(line.delivered().value()));
        xml.writeAttribute("lineNumber", line.orderLine());
        if (line.item().sellersId() != null) {
            xml.writeStartElement("ItemID");
            RequestWriter.text(xml, "SupplierPartID", line.item().sellersId());
            RequestWriter.text(xml, "BuyerPartID", whole ? line.item().buyersId() : null);
            xml.writeEndElement();
        }
        RequestWriter.text(xml, "UnitOfMeasure", units.of(line.delivered().unit()));
        if (line.sscc() != null) {
            packaging(xml, packageOf(line.sscc()));
        }
        if (described) {
            RequestWriter.text(xml, "Comments", advice.language(), line.note());
            ConfirmationPart.extrinsics(xml, line.references());
        }
        xml.writeEndElement();
    }

    private HandlingUnit packageOf(String sscc) {
        return advice.packages().stream()
                .filter(p -> sscc.equals(p.sscc()))
                .findFirst()
                .orElse(new HandlingUnit(sscc, null, null));
    }

    private void packaging(XMLStreamWriter xml, HandlingUnit unit) throws XMLStreamException {
        xml.writeStartElement("Packaging");
        String kind = unit.kind() == null ? PACKAGE : unit.kind();
        RequestWriter.text(xml, "PackagingCode", "en", kind); // this or a dimension is required
        if (described && unit.grossKilograms() != null) {
            xml.writeStartElement("Dimension");
            xml.writeAttribute("quantity", Numbers.plain(unit.grossKilograms()));
            xml.writeAttribute("type", GROSS_WEIGHT);
            RequestWriter.text(xml, "UnitOfMeasure", KILOGRAM);
            xml.writeEndElement();
        }
        RequestWriter.text(xml, "ShippingContainerSerialCode", unit.sscc());
        xml.writeEndElement();
    }
}
