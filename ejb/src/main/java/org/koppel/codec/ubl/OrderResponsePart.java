package org.koppel.codec.ubl;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponse.Occasion;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Party;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.UnitCode;

/**
 * Writes an answer to an order as UBL 2.1 {@code OrderResponse}, of Peppol BIS Ordering 3 (T76; T116 where a change is answered) or plain. As T76 demands, an
 * order that is taken or refused as a whole is answered without lines; any change brings all lines.
 */
final class OrderResponsePart {
    private final OrderResponse response;
    private final boolean peppol;
    private final UblXml xml;

    private OrderResponsePart(OrderResponse response, boolean peppol, UblXml xml) {
        this.response = response;
        this.peppol = peppol;
        this.xml = xml;
    }

    /**
     * @param units how they are spelt in plain UBL; null for Peppol, which has Rec 20 and rules of its own
     * @param sellers electronic addresses, {@code scheme:value}; null leaves them out
     */
    static String write(OrderResponse response, UnitSpelling units, String sellers, String buyers) {
        StringWriter text = new StringWriter();
        try {
            boolean peppol = units == null;
            UblXml xml = UblXml.begin(text, "OrderResponse", peppol ? UnitCode::value : units::of);
            OrderResponsePart part = new OrderResponsePart(response, peppol, xml);
            part.header();
            part.party("SellerSupplierParty", response.seller(), sellers, !peppol); // T76 has no place for whom to ask
            part.party("BuyerCustomerParty", response.buyer(), buyers, false);
            part.delivery();
            if (part.hasLines()) {
                for (OrderResponseLine line : response.lines()) {
                    part.line(line);
                }
            }
            xml.end();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write an order response into memory", e);
        }
    }

    private boolean hasLines() {
        return !peppol || response.status() == LineStatus.CHANGED || response.status() == LineStatus.BACKORDERED;
    }

    private void header() throws XMLStreamException {
        if (peppol) {
            PeppolDocument type = transaction(response);
            xml.basic("CustomizationID", type.customizationId());
            xml.basic("ProfileID", type.profileId());
        }
        ReferencePlaces places = new ReferencePlaces(response.references());
        String sales = places.take(Reference.Kind.SUPPLIER_ORDER);
        String customers = places.take("CustomerReference");
        xml.basic("ID", response.number().value());
        xml.basic("SalesOrderID", sales);
        xml.basic("IssueDate", DateTimeFormatter.ISO_LOCAL_DATE.format(response.issuedAt()));
        xml.basic("IssueTime", DateTimeFormatter.ofPattern("HH:mm:ssXXX").format(response.issuedAt()));
        xml.basic("OrderResponseCode", code(response.status()));
        xml.basic("Note", note(response.note(), response.reasons()));
        xml.basic("DocumentCurrencyCode", response.currency());
        xml.basic("CustomerReference", customers);
        xml.basic("AccountingCost", peppol ? null : places.take(Reference.Kind.ACCOUNTING));
        xml.wrapped("OrderReference", "ID", response.order().value());
        boolean change = response.occasion() != null && response.occasion().kind() == Occasion.Kind.CHANGE;
        if (peppol && change) {
            xml.wrapped(
                    "OrderChangeDocumentReference",
                    "ID",
                    response.occasion().number().value());
        }
        if (!peppol) { // T76 has no place for them
            documents(places, change ? response.occasion().number().value() : null);
        }
    }

    /** @param change that is answered: UBL 2.1 has no element of its own for it, as UBL 2.3 has; may be null */
    private void documents(ReferencePlaces places, String change) throws XMLStreamException {
        String requisition = places.take(Reference.Kind.REQUISITION);
        String contract = places.take(Reference.Kind.CONTRACT);
        xml.wrapped("OriginatorDocumentReference", "ID", requisition);
        if (change != null) {
            xml.open("AdditionalDocumentReference");
            xml.basic("ID", change);
            xml.basic("DocumentType", "OrderChange");
            xml.close();
        }
        places.documents(xml, "AdditionalDocumentReference");
        xml.wrapped("Contract", "ID", contract);
    }

    /** Where the goods go. T76 says only when. */
    private void delivery() throws XMLStreamException {
        Address place = response.shipTo();
        if (peppol || place == null) {
            return;
        }
        String own = place.gln() == null ? place.id() : place.gln();
        if (own == null && place.name() == null) {
            return;
        }
        xml.open("Delivery");
        xml.open("DeliveryLocation");
        xml.basic("ID", own, "schemeID", place.gln() == null ? null : Ubl.GLN);
        xml.basic("Name", place.name());
        xml.close();
        if (place.gln() != null && place.id() != null) {
            xml.open("DeliveryParty");
            xml.wrapped("PartyIdentification", "ID", place.id());
            xml.close();
        }
        xml.close();
    }

    /** A change or cancellation is answered by the advanced order response (T116), which looks the same otherwise. */
    static PeppolDocument transaction(OrderResponse response) {
        return response.occasion() == null ? PeppolDocument.ORDER_RESPONSE : PeppolDocument.ORDER_RESPONSE_ADVANCED;
    }

    /** UNCL 4343, as far as T76 takes it. */
    private static String code(LineStatus status) {
        return switch (status) {
            case ACCEPTED -> "AP";
            case CHANGED, BACKORDERED -> "CA";
            case REJECTED -> "RE";
        };
    }

    private void party(String role, Party party, String endpoint, boolean withContact) throws XMLStreamException {
        xml.open(role);
        xml.open("Party");
        int colon = endpoint == null ? -1 : endpoint.indexOf(':');
        if (colon > 0) {
            xml.basic("EndpointID", endpoint.substring(colon + 1), "schemeID", endpoint.substring(0, colon));
        }
        xml.wrapped("PartyIdentification", "ID", party.gln(), "schemeID", Ubl.GLN);
        xml.wrapped("PartyLegalEntity", "RegistrationName", party.name());
        if (withContact && party.contact() != null) {
            contact(party);
        }
        xml.close();
        xml.close();
    }

    private void contact(Party party) throws XMLStreamException {
        String name = party.contact().name();
        String telephone = party.contact().telephone();
        String mail = party.contact().email();
        if (Stream.of(name, telephone, mail).anyMatch(v -> v != null && !v.isBlank())) {
            xml.open("Contact");
            xml.basic("Name", name);
            xml.basic("Telephone", telephone);
            xml.basic("ElectronicMail", mail);
            xml.close();
        }
    }

    private void line(OrderResponseLine line) throws XMLStreamException {
        ReferencePlaces places = new ReferencePlaces(line.references());
        String cost = places.take(Reference.Kind.ACCOUNTING);
        xml.open("OrderLine");
        xml.open("LineItem");
        xml.basic("ID", line.number());
        xml.basic("Note", note(line.note(), line.reasons()));
        xml.basic("LineStatusCode", lineCode(line.status()));
        boolean sold = line.status() != LineStatus.REJECTED;
        if (sold) {
            quantities(line);
        }
        xml.basic("AccountingCost", peppol ? null : cost);
        if (sold) {
            promised(line);
            price(line);
        }
        item(line.item());
        xml.close();
        xml.wrapped("OrderLineReference", "LineID", line.number());
        if (!peppol) {
            places.documents(xml, "DocumentReference");
        }
        xml.close();
    }

    /** UNCL 1229: 3 changed, 5 accepted, 7 not accepted. What follows later is a change of the date. */
    private static String lineCode(LineStatus status) {
        return switch (status) {
            case ACCEPTED -> "5";
            case CHANGED, BACKORDERED -> "3";
            case REJECTED -> "7";
        };
    }

    private void quantities(OrderResponseLine line) throws XMLStreamException {
        xml.quantity("Quantity", line.confirmed().value(), line.confirmed().unit());
        if (line.backordered() != null && !line.backordered().isZero()) {
            xml.quantity(
                    "MaximumBackorderQuantity",
                    line.backordered().value(),
                    line.backordered().unit());
        }
    }

    private void price(OrderResponseLine line) throws XMLStreamException {
        if (line.price() != null) {
            xml.open("Price");
            xml.amount("PriceAmount", line.price().amount());
            BigDecimal base = line.price().baseQuantity();
            xml.quantity("BaseQuantity", base, line.confirmed().unit());
            xml.close();
        }
    }

    /** From the first delivery to the last; one day is both. */
    private void promised(OrderResponseLine line) throws XMLStreamException {
        List<LocalDate> days = Stream.of(line.deliveryDate(), line.backorderDate())
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        if (!days.isEmpty()) {
            xml.open("Delivery");
            xml.open("PromisedDeliveryPeriod");
            xml.basic("StartDate", days.get(0).toString());
            xml.basic("EndDate", days.get(days.size() - 1).toString());
            xml.close();
            xml.close();
        }
    }

    private void item(Item item) throws XMLStreamException {
        xml.open("Item");
        String name = Stream.of(item.description(), item.sellersId(), item.buyersId(), item.gtin())
                .filter(n -> n != null && !n.isBlank())
                .findFirst()
                .orElse("?");
        xml.basic("Name", name);
        xml.wrapped("BuyersItemIdentification", "ID", item.buyersId());
        xml.wrapped("SellersItemIdentification", "ID", item.sellersId());
        xml.wrapped("StandardItemIdentification", "ID", item.gtin(), "schemeID", Ubl.GTIN);
        xml.close();
    }

    /** T76 has room for one note. */
    private static String note(String note, List<Reason> reasons) {
        String all = Stream.concat(Stream.ofNullable(note), reasons.stream().map(Reason::text))
                .filter(t -> t != null && !t.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? null : all;
    }
}
