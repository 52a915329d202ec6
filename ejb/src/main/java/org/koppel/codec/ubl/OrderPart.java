package org.koppel.codec.ubl;

import java.io.StringWriter;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.OrderMessage;
import org.koppel.codec.OrderMessage.Kind;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Address;
import org.koppel.document.Item;
import org.koppel.document.OrderChangeLine;
import org.koppel.document.OrderChangeLine.Action;
import org.koppel.document.OrderLine;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.Money;
import org.koppel.shared.UnitCode;

/**
 * Writes UBL {@code Order}, {@code OrderChange} (the order as it shall be) or {@code OrderCancellation}, plain or of Peppol (T01, T114,
 * T115), which has fewer places and checks the sums.
 */
final class OrderPart {
    /** The seller of a supplier that has not said who it is. */
    private static final String NOBODY = "Koppel";

    private static final String ADDED = "1";
    private static final String REMOVED = "2";
    private static final String CHANGED = "3";
    private static final String UNCHANGED = "4";

    private final OrderMessage message;
    private final Party seller;
    private final PeppolParties peppol;
    private final UblXml xml;
    private final OrderPartyPart parties;

    private OrderPart(OrderMessage message, Party seller, PeppolParties peppol, UblXml xml) {
        this.message = message;
        this.seller = seller;
        this.peppol = peppol;
        this.xml = xml;
        this.parties = new OrderPartyPart(xml, peppol != null);
    }

    /** As plain UBL 2.1, with the units that the channel agreed. The seller is whom it is for; what is not known of it is null. */
    static String write(OrderMessage message, FormatSettings settings) throws DocumentException {
        return write(message, settings.supplier(), null, UnitSpelling.of(settings, UnitCode::value)::of);
    }

    /** As Peppol has it. */
    static String write(OrderMessage message, PeppolParties peppol) {
        return write(message, peppol.seller(), peppol, UnitCode::value);
    }

    private static String write(
            OrderMessage message, Party seller, PeppolParties peppol, Function<UnitCode, String> units) {
        StringWriter text = new StringWriter();
        try {
            UblXml xml = UblXml.begin(
                    text,
                    switch (message.kind()) {
                        case NEW -> "Order";
                        case CHANGE -> "OrderChange";
                        case CANCELLATION -> "OrderCancellation";
                    },
                    units);
            OrderPart part = new OrderPart(message, seller, peppol, xml);
            part.transaction();
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

    private void transaction() throws XMLStreamException {
        if (peppol != null) {
            PeppolDocument type = switch (message.kind()) {
                case NEW -> PeppolDocument.ORDER;
                case CHANGE -> PeppolDocument.ORDER_CHANGE;
                case CANCELLATION -> PeppolDocument.ORDER_CANCELLATION;
            };
            xml.basic("CustomizationID", type.customizationId());
            xml.basic("ProfileID", type.profileId());
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
        ReferencePlaces places = new ReferencePlaces(message.content().references());
        String sales = places.take(Reference.Kind.SUPPLIER_ORDER);
        String cart = places.take(Reference.Kind.CART);
        String requisition = places.take(Reference.Kind.REQUISITION);
        String contract = places.take(Reference.Kind.CONTRACT);
        String cost = places.take(Reference.Kind.ACCOUNTING);
        String customers = places.take("CustomerReference");
        xml.basic("ID", message.number().value());
        xml.basic("SalesOrderID", sales);
        issued();
        if (message.kind() == Kind.CHANGE) {
            xml.basic("SequenceNumberID", message.revision() == null ? "1" : message.revision());
        }
        xml.basic(
                "Note",
                UblFields.joined(message.note(), parties.words(message.content().shipTo(), true)));
        xml.basic("DocumentCurrencyCode", message.content().currency());
        xml.basic("CustomerReference", customers);
        xml.basic("AccountingCost", cost);
        xml.wrapped(
                "OrderReference",
                "ID",
                message.kind() == Kind.CHANGE ? message.order().value() : null);
        xml.wrapped("QuotationDocumentReference", "ID", cart);
        xml.wrapped("OriginatorDocumentReference", "ID", requisition);
        places.documents(xml, "AdditionalDocumentReference");
        unplaced(message.content().invoicee());
        xml.wrapped("Contract", "ID", contract);
        buyer();
        seller();
        invoicee(message.content().invoicee());
        parties.delivery(message.content().shipTo(), message.content().requestedDelivery());
        total(message.content().total());
        for (OrderLine line : message.lines()) {
            line(line, status(line));
        }
        if (peppol != null) {
            for (OrderChangeLine gone : message.changes()) {
                if (gone.action() == Action.REMOVE && gone.line() != null) {
                    line(gone.line(), REMOVED);
                }
            }
        }
    }

    /** UNCL 1229. Plain UBL is the order as it shall be, in which no line says what becomes of it. */
    private String status(OrderLine line) {
        if (peppol == null || message.kind() != Kind.CHANGE) {
            return null;
        }
        boolean all = message.changes().isEmpty(); // what changed is not known
        Optional<Action> action = message.changes().stream()
                .filter(c -> c.number().equals(line.number()))
                .map(OrderChangeLine::action)
                .findFirst();
        return action.map(a -> a == Action.ADD ? ADDED : CHANGED).orElse(all ? CHANGED : UNCHANGED);
    }

    private void issued() throws XMLStreamException {
        xml.basic("IssueDate", DateTimeFormatter.ISO_LOCAL_DATE.format(message.issuedAt()));
        xml.basic("IssueTime", DateTimeFormatter.ofPattern("HH:mm:ssXXX").format(message.issuedAt()));
    }

    /** Who is charged, where Peppol does not take it as a party: its GLN or VAT number, so that it is not lost. */
    private void unplaced(Party invoicee) throws XMLStreamException {
        if (invoicee != null && !parties.takes(invoicee)) {
            String id = Stream.of(invoicee.gln(), invoicee.vat(), invoicee.name())
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse("?");
            xml.open("AdditionalDocumentReference");
            xml.basic("ID", id);
            xml.basic("DocumentType", "AccountingCustomerParty");
            xml.close();
        }
    }

    private void buyer() throws XMLStreamException {
        Party buyer = message.buyer() == null ? Party.named(null) : message.buyer();
        parties.party("BuyerCustomerParty", buyer, peppol == null ? null : peppol.buyerEndpoint());
    }

    /** UBL wants one, and nothing empty (IND5); its VAT number has no place in Peppol. */
    private void seller() throws XMLStreamException {
        boolean unknown = seller.name() == null && seller.gln() == null;
        Address place = seller.address() == null || seller.address().country() == null ? null : seller.address();
        parties.party(
                "SellerSupplierParty",
                unknown ? Party.named(NOBODY) : new Party(seller.name(), seller.gln(), null, null, place),
                peppol == null ? null : peppol.sellerEndpoint());
    }

    private void invoicee(Party invoicee) throws XMLStreamException {
        if (invoicee != null && parties.takes(invoicee)) {
            parties.party("AccountingCustomerParty", invoicee, null);
        }
    }

    /** Peppol takes only a total that the lines come to (R008). */
    private void total(Money total) throws XMLStreamException {
        if (total != null && (peppol == null || total.rounded().equals(sum()))) {
            Money shown = peppol == null ? total : total.rounded();
            xml.open("AnticipatedMonetaryTotal");
            xml.amount("LineExtensionAmount", shown);
            xml.amount("TaxExclusiveAmount", peppol == null ? null : shown);
            xml.amount("PayableAmount", shown);
            xml.close();
        }
    }

    /** Null where the lines come to nothing that can be said. */
    private Money sum() {
        if (message.lines().stream().anyMatch(l -> l.price() == null)
                || message.lines().stream()
                                .map(l -> l.price().amount().currency())
                                .distinct()
                                .count()
                        != 1) {
            return null;
        }
        return message.lines().stream()
                .map(OrderPart::amount)
                .reduce(Money::plus)
                .orElse(null);
    }

    private static Money amount(OrderLine line) {
        return line.price().of(line.quantity().value()).rounded();
    }

    private void line(OrderLine line, String status) throws XMLStreamException {
        ReferencePlaces places = new ReferencePlaces(line.references());
        xml.open("OrderLine");
        boolean room = message.kind() != Kind.CHANGE && day(line) != null; // for the place of a line, in Peppol
        xml.basic("Note", peppol == null ? null : UblFields.joined(line.note(), parties.words(line.shipTo(), room)));
        xml.open("LineItem");
        xml.basic("ID", line.number());
        xml.basic("Note", peppol == null ? line.note() : null);
        xml.basic("LineStatusCode", status);
        xml.quantity("Quantity", line.quantity().value(), line.quantity().unit());
        xml.amount("LineExtensionAmount", peppol == null || line.price() == null ? null : amount(line));
        xml.basic("AccountingCost", places.take(Reference.Kind.ACCOUNTING));
        if (peppol == null) {
            parties.delivery(line.shipTo(), line.requestedDelivery());
        } else {
            boolean placed = room && line.shipTo() != null;
            parties.deliveryOfLine(placed ? line.shipTo() : null, placed ? day(line) : line.requestedDelivery());
        }
        if (line.price() != null) {
            xml.open("Price");
            xml.amount("PriceAmount", line.price().amount());
            xml.quantity(
                    "BaseQuantity", line.price().baseQuantity(), line.quantity().unit());
            xml.close();
        }
        item(line.item());
        xml.close();
        if (peppol == null) { // T01 and T114 have no place for them
            places.documents(xml, "DocumentReference");
        }
        xml.close();
    }

    /** The line's day, else the order's. */
    private LocalDate day(OrderLine line) {
        return line.requestedDelivery() == null ? message.content().requestedDelivery() : line.requestedDelivery();
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
        if (peppol == null || message.kind() != Kind.CHANGE) { // T114 has no place for it
            xml.wrapped("ManufacturersItemIdentification", "ID", item.manufacturersId());
        }
        xml.wrapped("StandardItemIdentification", "ID", item.gtin(), "schemeID", Ubl.GTIN);
        xml.close();
    }
}
