package org.koppel.codec.cebeo;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.OrderLine;
import org.koppel.document.Reference;
import org.koppel.shared.UnitCode;

/** Writes {@code Request/Order/Create}. Its customer number is the buyer's GLN, else our id of the customer; there is no password. */
final class CebeoOrderPart {
    /** References with a place of their own in the header; the others become attributes. */
    private static final List<String> HEADER = List.of("CustomerOrderRef", "PriceOnDeliveryNote", "DeliveryOption");

    private CebeoOrderPart() {}

    static void write(OrderMessage message, UnitSpelling units, OutputStream out) throws IOException {
        Cebeo.request(xml -> request(xml, message, units), out);
    }

    private static void request(XMLStreamWriter xml, OrderMessage message, UnitSpelling units)
            throws XMLStreamException {
        xml.writeStartElement("Customer");
        Cebeo.text(xml, "CustomerNumber", message.buyersId("?"));
        Contact contact = message.buyer() == null ? null : message.buyer().contact();
        Cebeo.text(xml, "UserName", contact == null ? null : contact.name());
        xml.writeEndElement();
        xml.writeStartElement("Order");
        xml.writeStartElement("Create");
        header(xml, message, contact);
        for (OrderLine line : message.lines()) {
            line(xml, line, message.content().requestedDelivery(), units);
        }
        for (Reference reference : message.content().references()) {
            if (!HEADER.contains(String.valueOf(reference.name()))) {
                CebeoAttributes.write(xml, reference);
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void header(XMLStreamWriter xml, OrderMessage message, Contact contact) throws XMLStreamException {
        xml.writeStartElement("OrderHeader");
        Cebeo.text(xml, "CustomerOrderID", message.order().value());
        for (Reference reference : message.content().references()) {
            if (HEADER.contains(String.valueOf(reference.name()))) {
                Cebeo.text(xml, reference.name(), reference.value());
            }
        }
        Cebeo.day(xml, "OrderDate", message.issuedAt().toLocalDate());
        Address place = message.content().shipTo();
        if (place != null) {
            xml.writeStartElement("DeliveryLocation");
            Cebeo.text(xml, "ContactPerson", place.deliverTo());
            Cebeo.text(xml, "ContactTelephone", contact == null ? null : contact.telephone());
            xml.writeStartElement("DeliveryAddress");
            Cebeo.text(xml, "DeliverTo", place.name());
            Cebeo.text(xml, "Street", place.street());
            Cebeo.text(xml, "City", place.city());
            Cebeo.text(xml, "PostalCode", place.postalCode());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        Cebeo.text(xml, "Comments", message.note());
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, OrderLine line, LocalDate wanted, UnitSpelling units)
            throws XMLStreamException {
        xml.writeStartElement("OrderLine");
        Cebeo.text(xml, "CustomerOrderLineID", line.number());
        Item item = line.item();
        xml.writeStartElement("Material");
        Cebeo.text(xml, "SupplierItemID", item.sellersId());
        Cebeo.text(xml, "CustomerItemID", item.buyersId());
        Cebeo.text(xml, "BrandName", item.manufacturer());
        Cebeo.text(xml, "Reference", item.manufacturersId());
        Cebeo.text(xml, "EAN", item.gtin());
        Cebeo.text(xml, "Description", item.description());
        xml.writeEndElement();
        Cebeo.number(xml, "OrderedQuantity", line.quantity().value());
        if (!line.quantity().unit().equals(UnitCode.AGREED)) {
            Cebeo.text(xml, "UnitOfMeasure", units.of(line.quantity().unit()));
        }
        if (line.price() != null) {
            Cebeo.number(xml, "RequestedPrice", line.price().perOne().amount());
        }
        LocalDate own = line.requestedDelivery();
        Cebeo.day(xml, "RequestedDeliveryDate", own == null ? wanted : own); // the format has no day of the whole order
        xml.writeEndElement();
    }
}
