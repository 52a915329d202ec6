package org.koppel.codec.ubl;

import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.OrderMessage.Kind;
import org.koppel.document.Address;
import org.koppel.document.Contact;
import org.koppel.document.Item;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.Money;

/** Writes UBL 2.1 {@code Order}, {@code OrderChange} (the order as it shall be) or {@code OrderCancellation}. */
final class OrderPart {
    private final OrderMessage message;
    private final UblXml xml;

    private OrderPart(OrderMessage message, UblXml xml) {
        this.message = message;
        this.xml = xml;
    }

    static String write(OrderMessage message) {
        StringWriter text = new StringWriter();
        try {
            UblXml xml = UblXml.begin(
                    text,
                    switch (message.kind()) {
                        case NEW -> "Order";
                        case CHANGE -> "OrderChange";
                        case CANCELLATION -> "OrderCancellation";
                    });
            OrderPart part = new OrderPart(message, xml);
            if (message.kind() == Kind.CANCELLATION) {
                part.cancellation();
            } else {
                part.order();
            }
            xml.end();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write an order into memory", e);
        }
    }

    private void cancellation() throws XMLStreamException {
        xml.basic("ID", message.number().value());
        issued();
        xml.basic("CancellationNote", message.note() == null ? "Cancelled by the buyer" : message.note());
        xml.wrapped("OrderReference", "ID", message.order().value());
        buyer();
        seller();
    }

    private void order() throws XMLStreamException {
        List<Reference> references = new ArrayList<>(message.content().references());
        String sales = take(references, Reference.Kind.SUPPLIER_ORDER);
        String cart = take(references, Reference.Kind.CART);
        String requisition = take(references, Reference.Kind.REQUISITION);
        String contract = take(references, Reference.Kind.CONTRACT);
        String cost = take(references, Reference.Kind.ACCOUNTING);
        String customers = customerReference(references);
        xml.basic("ID", message.number().value());
        xml.basic("SalesOrderID", sales);
        issued();
        if (message.kind() == Kind.CHANGE) {
            xml.basic("SequenceNumberID", message.revision() == null ? "1" : message.revision());
        }
        xml.basic("Note", message.note());
        xml.basic("DocumentCurrencyCode", message.content().currency());
        xml.basic("CustomerReference", customers);
        xml.basic("AccountingCost", cost);
        xml.wrapped(
                "OrderReference",
                "ID",
                message.kind() == Kind.CHANGE ? message.order().value() : null);
        xml.wrapped("QuotationDocumentReference", "ID", cart);
        xml.wrapped("OriginatorDocumentReference", "ID", requisition);
        for (Reference reference : references) {
            other(reference);
        }
        xml.wrapped("Contract", "ID", contract);
        buyer();
        seller();
        invoicee(message.content().invoicee());
        delivery(message.content().shipTo(), message.content().requestedDelivery());
        total(message.content().total());
        for (OrderLine line : message.lines()) {
            line(line);
        }
    }

    private void issued() throws XMLStreamException {
        xml.basic("IssueDate", DateTimeFormatter.ISO_LOCAL_DATE.format(message.issuedAt()));
        xml.basic("IssueTime", DateTimeFormatter.ofPattern("HH:mm:ssXXX").format(message.issuedAt()));
    }

    /** The first of a kind that has one place; it is taken out of the list. */
    private static String take(List<Reference> references, Reference.Kind kind) {
        for (Reference reference : references) {
            if (reference.kind() == kind) {
                references.remove(reference);
                return reference.value();
            }
        }
        return null;
    }

    private static String customerReference(List<Reference> references) {
        for (Reference reference : references) {
            if ("CustomerReference".equals(reference.name())) {
                references.remove(reference);
                return reference.value();
            }
        }
        return null;
    }

    private void other(Reference reference) throws XMLStreamException {
        if (reference.kind() != Reference.Kind.ATTACHMENT) {
            xml.open("AdditionalDocumentReference");
            xml.basic("ID", reference.value());
            xml.basic(
                    "DocumentType", reference.name() == null ? reference.kind().name() : reference.name());
            xml.close();
        }
    }

    private void buyer() throws XMLStreamException {
        party("BuyerCustomerParty", message.buyer() == null ? Party.named(null) : message.buyer());
    }

    /** UBL wants one; the back office knows who it is. */
    private void seller() throws XMLStreamException {
        xml.open("SellerSupplierParty");
        xml.close();
    }

    private void invoicee(Party invoicee) throws XMLStreamException {
        if (invoicee != null) {
            party("AccountingCustomerParty", invoicee);
        }
    }

    private void total(Money total) throws XMLStreamException {
        if (total != null) {
            xml.open("AnticipatedMonetaryTotal");
            xml.amount("LineExtensionAmount", total);
            xml.amount("PayableAmount", total);
            xml.close();
        }
    }

    private void party(String role, Party party) throws XMLStreamException {
        xml.open(role);
        xml.open("Party");
        boolean own = party.gln() == null && party.address() != null;
        xml.wrapped("PartyIdentification", "ID", party.gln(), "schemeID", Ubl.GLN);
        xml.wrapped("PartyIdentification", "ID", own ? party.address().id() : null);
        xml.wrapped("PartyName", "Name", party.name());
        address("PostalAddress", party.address());
        if (party.vat() != null) {
            xml.open("PartyTaxScheme");
            xml.basic("CompanyID", party.vat());
            xml.wrapped("TaxScheme", "ID", "VAT");
            xml.close();
        }
        xml.wrapped("PartyLegalEntity", "RegistrationName", party.name());
        contact(party.contact());
        xml.close();
        xml.close();
    }

    private void contact(Contact contact) throws XMLStreamException {
        if (contact != null
                && Stream.of(contact.name(), contact.telephone(), contact.email())
                        .anyMatch(v -> v != null && !v.isBlank())) {
            xml.open("Contact");
            xml.basic("Name", contact.name());
            xml.basic("Telephone", contact.telephone());
            xml.basic("ElectronicMail", contact.email());
            xml.close();
        }
    }

    private void address(String name, Address address) throws XMLStreamException {
        boolean any = address != null
                && Stream.of(address.street(), address.city(), address.postalCode(), address.country())
                        .anyMatch(v -> v != null && !v.isBlank());
        if (any) {
            xml.open(name);
            xml.basic("StreetName", address.street());
            xml.basic("CityName", address.city());
            xml.basic("PostalZone", address.postalCode());
            xml.wrapped("Country", "IdentificationCode", address.country());
            xml.close();
        }
    }

    private void delivery(Address place, LocalDate day) throws XMLStreamException {
        if (place == null && day == null) {
            return;
        }
        xml.open("Delivery");
        if (place != null) {
            xml.open("DeliveryLocation");
            if (place.gln() != null) {
                xml.basic("ID", place.gln(), "schemeID", Ubl.GLN);
            } else {
                xml.basic("ID", place.id());
            }
            xml.basic("Name", place.name());
            address("Address", place);
            xml.close();
        }
        if (day != null) {
            xml.open("RequestedDeliveryPeriod");
            xml.basic("StartDate", day.toString());
            xml.close();
        }
        if (place != null && place.deliverTo() != null) {
            xml.open("DeliveryParty");
            xml.wrapped("Contact", "Name", place.deliverTo());
            xml.close();
        }
        xml.close();
    }

    private void line(OrderLine line) throws XMLStreamException {
        xml.open("OrderLine");
        xml.open("LineItem");
        xml.basic("ID", line.number());
        xml.basic("Note", line.note());
        xml.quantity("Quantity", line.quantity().value(), line.quantity().unit());
        xml.basic(
                "AccountingCost",
                line.references().stream()
                        .filter(r -> r.kind() == Reference.Kind.ACCOUNTING)
                        .map(Reference::value)
                        .findFirst()
                        .orElse(null));
        delivery(line.shipTo(), line.requestedDelivery());
        if (line.price() != null) {
            xml.open("Price");
            xml.amount("PriceAmount", line.price().amount());
            xml.quantity(
                    "BaseQuantity", line.price().baseQuantity(), line.quantity().unit());
            xml.close();
        }
        item(line.item());
        xml.close();
        xml.close();
    }

    private void item(Item item) throws XMLStreamException {
        xml.open("Item");
        xml.basic(
                "Name",
                Stream.of(item.description(), item.sellersId(), item.buyersId(), item.gtin())
                        .filter(n -> n != null && !n.isBlank())
                        .findFirst()
                        .orElse("?"));
        xml.wrapped("BuyersItemIdentification", "ID", item.buyersId());
        xml.wrapped("SellersItemIdentification", "ID", item.sellersId());
        xml.wrapped("ManufacturersItemIdentification", "ID", item.manufacturersId());
        xml.wrapped("StandardItemIdentification", "ID", item.gtin(), "schemeID", Ubl.GTIN);
        xml.close();
    }
}
