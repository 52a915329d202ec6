package org.koppel.codec.cebeo;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.OutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.DocumentWriter;
import org.koppel.codec.FormatId;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.Units;

/** Writes the answer to an order as {@code Response/Order/Detail} of CebeoXML 2.0, each line split into what comes now and later. */
@ApplicationScoped
public class CebeoOrderResponseWriter implements DocumentWriter<OrderResponse> {

    @Override
    public FormatId format() {
        return Cebeo.FORMAT;
    }

    @Override
    public Class<OrderResponse> documentClass() {
        return OrderResponse.class;
    }

    @Override
    public String mediaType() {
        return Cebeo.MEDIA_TYPE;
    }

    @Override
    public String fileExtension() {
        return "xml";
    }

    @Override
    public void write(OrderResponse response, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        UnitSpelling units = UnitSpelling.of(settings, Units::iso);
        boolean refused = response.status() == LineStatus.REJECTED;
        String said = response.reasons().stream().map(Reason::text).collect(Collectors.joining(" "));
        Cebeo.respond(
                refused ? 1 : 0,
                said.isEmpty() ? response.status().name() : said,
                xml -> detail(xml, response, units),
                out);
    }

    private static void detail(XMLStreamWriter xml, OrderResponse response, UnitSpelling units)
            throws XMLStreamException {
        xml.writeStartElement("Order");
        xml.writeStartElement("Detail");
        header(xml, response);
        int position = 0;
        for (OrderResponseLine line : response.lines()) {
            line(xml, line, ++position, units);
        }
        for (Reference reference : response.references()) {
            if (!"CustomerOrderRef".equals(reference.name())) {
                CebeoAttributes.write(xml, reference);
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void header(XMLStreamWriter xml, OrderResponse response) throws XMLStreamException {
        xml.writeStartElement("OrderHeader");
        Cebeo.text(xml, "SupplierOrderID", response.number().value());
        Cebeo.text(xml, "CustomerOrderID", response.order().value());
        for (Reference reference : response.references()) {
            if ("CustomerOrderRef".equals(reference.name())) {
                Cebeo.text(xml, "CustomerOrderRef", reference.value());
            }
        }
        Cebeo.day(
                xml,
                "OrderDate",
                response.orderIssuedAt() == null
                        ? null
                        : response.orderIssuedAt().toLocalDate());
        Address place = response.shipTo();
        if (place != null) {
            xml.writeStartElement("DeliveryLocation");
            xml.writeStartElement("DeliveryAddress");
            Cebeo.text(xml, "DeliverTo", place.name());
            Cebeo.text(xml, "Street", place.street());
            Cebeo.text(xml, "City", place.city());
            Cebeo.text(xml, "PostalCode", place.postalCode());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        Cebeo.text(xml, "Comments", response.note());
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml, OrderResponseLine line, int position, UnitSpelling units)
            throws XMLStreamException {
        xml.writeStartElement("OrderLine");
        Cebeo.text(xml, "SupplierOrderLineID", Integer.toString(position));
        Cebeo.text(xml, "CustomerOrderLineID", line.number());
        material(xml, line.item());
        Cebeo.text(xml, "UnitOfMeasure", units.of(line.ordered().unit()));
        Cebeo.number(xml, "OrderedQuantity", line.ordered().value());
        if (line.price() != null) {
            xml.writeStartElement("UnitPrice");
            Cebeo.number(xml, "NetPrice", line.price().perOne().amount());
            xml.writeEndElement();
        }
        Cebeo.number(xml, "DeliveryQuantity", line.confirmed().value());
        Cebeo.day(xml, "DeliveryDate", line.deliveryDate());
        if (line.backordered() != null && !line.backordered().isZero()) {
            Cebeo.number(xml, "BOQuantity", line.backordered().value());
            Cebeo.day(xml, "BOEstimatedDeliveryDate", line.backorderDate());
        }
        String said = Stream.concat(
                        Stream.ofNullable(line.note()), line.reasons().stream().map(Reason::text))
                .filter(t -> t != null && !t.isBlank())
                .collect(Collectors.joining("\n"));
        Cebeo.text(xml, "Comments", said);
        xml.writeEndElement();
    }

    private static void material(XMLStreamWriter xml, Item item) throws XMLStreamException {
        xml.writeStartElement("Material");
        Cebeo.text(xml, "SupplierItemID", item.sellersId());
        Cebeo.text(xml, "CustomerItemID", item.buyersId());
        Cebeo.text(xml, "BrandName", item.manufacturer());
        Cebeo.text(xml, "Reference", item.manufacturersId());
        Cebeo.text(xml, "EAN", item.gtin());
        Cebeo.text(xml, "Description", item.description());
        xml.writeEndElement();
    }
}
