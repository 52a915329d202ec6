package org.koppel.codec.cxml;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.Problem;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Contact;
import org.koppel.document.Order;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.Money;
import org.koppel.shared.Units;

/**
 * {@code OrderRequest} to a back office: an order as it is to be delivered, as it shall be from now on, or that it is taken back. What the DTD wants and
 * nobody said is empty, never made up; a cancellation, of which only the order is known, has a total in no currency ({@code XXX}, ISO 4217) and one
 * item of quantity 0.
 */
final class OrderRequestPart {
    private static final String NO_CURRENCY = "XXX";

    /** {@code Contact/@role} is a NMTOKEN. */
    private static final String ROLE = "[\\w.:-]+";

    private final OrderMessage message;
    private final Order content;
    private final String language;
    private final UnitSpelling units;
    private final CxmlMoney money = new CxmlMoney(false);

    private OrderRequestPart(OrderMessage message, String language, UnitSpelling units) {
        this.message = message;
        this.content = message.content();
        this.language = language;
        this.units = units;
    }

    /** @throws DocumentException when the channel does not say who is who, spells units in no list, or names a version that has no place for the buyer */
    static void write(OrderMessage message, FormatSettings settings, OutputStream out)
            throws DocumentException, IOException {
        if (!Dtd.ORDER.version(settings).knowsSoldTo()) {
            throw new DocumentException(new Problem(
                    "BAD_OPTION",
                    "dtd",
                    "cXML " + Dtd.ORDER.version(settings).value()
                            + " has no place for who ordered (BusinessPartner); agree on 1.2.050 or a newer version"));
        }
        String said = message.content() == null ? null : message.content().language();
        String language = said == null ? settings.language() : said;
        OrderRequestPart order = new OrderRequestPart(message, language, UnitSpelling.of(settings, Units::each));
        // behind the last point stands no part of the number: a receipt that names the payloadID finds the order by it
        String id = message.number().value()
                + '.'
                + message.issuedAt().toInstant().toEpochMilli()
                + '-'
                + message.buyersId("").replace('.', '_');
        new RequestWriter(Dtd.ORDER, new FormatSettings(language, settings.options()))
                .write(id, message.issuedAt(), message.test(), order::request, out);
    }

    private void request(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("OrderRequest");
        header(xml);
        OrderedItemPart items = new OrderedItemPart(xml, language, units);
        if (content == null) {
            items.none();
        } else {
            for (OrderLine line : content.lines()) {
                items.write(line, content.currency());
            }
        }
        xml.writeEndElement();
    }

    private void header(XMLStreamWriter xml) throws XMLStreamException {
        List<Reference> references = new ArrayList<>(content == null ? List.of() : content.references());
        xml.writeStartElement("OrderRequestHeader");
        attributes(xml, references);
        money.element(xml, "Total", total());
        PlacePart places = new PlacePart(xml, language);
        if (content != null && content.shipTo() != null) {
            places.place("ShipTo", content.shipTo());
        }
        Party buyer = message.buyer() == null ? Party.named(null) : message.buyer();
        xml.writeStartElement("BillTo");
        places.inside(content == null || content.invoicee() == null ? buyer : content.invoicee(), null);
        xml.writeEndElement();
        xml.writeStartElement("BusinessPartner");
        xml.writeAttribute("type", "organization");
        xml.writeAttribute("role", "soldTo");
        places.inside(buyer, "buyerAccountID");
        xml.writeEndElement();
        contact(xml, buyer.contact());
        RequestWriter.text(xml, "Comments", language, message.note());
        String ours = taken(references, Kind.SUPPLIER_ORDER);
        if (ours != null) {
            xml.writeEmptyElement("SupplierOrderInfo");
            RequestWriter.attribute(xml, "orderID", ours);
        }
        ConfirmationPart.extrinsics(xml, references);
        xml.writeEndElement();
    }

    private void attributes(XMLStreamWriter xml, List<Reference> references) throws XMLStreamException {
        xml.writeAttribute("orderID", message.order().value());
        xml.writeAttribute("orderDate", Dates.write(message.issuedAt()));
        xml.writeAttribute(
                "type",
                switch (message.kind()) {
                    case NEW -> "new";
                    case CHANGE -> "update";
                    case CANCELLATION -> "delete";
                });
        RequestWriter.attribute(xml, "orderVersion", message.revision());
        RequestWriter.attribute(xml, "agreementID", taken(references, Kind.CONTRACT));
        if (message.lines().stream().noneMatch(OrderRequestPart::isRequired)) { // comment of the DTD: one or the other
            RequestWriter.attribute(xml, "requisitionID", taken(references, Kind.REQUISITION));
        }
        if (content != null && content.requestedDelivery() != null) {
            xml.writeAttribute(
                    "requestedDeliveryDate",
                    Dates.write(content.requestedDelivery().atTime(12, 0).atOffset(ZoneOffset.UTC)));
        }
    }

    private static boolean isRequired(OrderLine line) {
        return line.references().stream().anyMatch(r -> r.kind() == Kind.REQUISITION);
    }

    /** The first without a name of a kind that has one place; it is taken out of the list. */
    static String taken(List<Reference> references, Kind kind) {
        for (Reference reference : references) {
            if (reference.kind() == kind && reference.name() == null) {
                references.remove(reference);
                return reference.value();
            }
        }
        return null;
    }

    private Money total() {
        if (content == null) {
            return Money.zero(NO_CURRENCY);
        }
        return content.total() == null
                ? content.lines().stream()
                        .filter(l -> l.price() != null)
                        .map(l -> l.price().of(l.quantity().value()))
                        .reduce(Money.zero(content.currency()), Money::plus)
                : content.total();
    }

    private void contact(XMLStreamWriter xml, Contact person) throws XMLStreamException {
        if (person == null) {
            return;
        }
        boolean named = person.role() != null && person.role().matches(ROLE);
        xml.writeStartElement("Contact");
        xml.writeAttribute("role", named ? person.role() : "buyer");
        PlacePart.named(xml, "Name", language, person.name());
        RequestWriter.text(xml, "Email", person.email());
        if (person.telephone() != null) {
            xml.writeStartElement("Phone");
            xml.writeStartElement("TelephoneNumber");
            xml.writeEmptyElement("CountryCode"); // the number as it was given has it, or nobody knows
            xml.writeAttribute("isoCountryCode", "");
            xml.writeEmptyElement("AreaOrCityCode");
            RequestWriter.text(xml, "Number", person.telephone());
            xml.writeEndElement();
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }
}
