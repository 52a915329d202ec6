package org.koppel.codec.cxml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.CxmlVersion;
import org.koppel.codec.UnitSpelling;
import org.koppel.codec.XmlStreams;
import org.koppel.document.LineStatus;
import org.koppel.document.OrderResponse;
import org.koppel.document.OrderResponseLine;
import org.koppel.document.Price;
import org.koppel.document.Reason;
import org.koppel.document.Reference;
import org.koppel.shared.Money;
import org.koppel.shared.Numbers;

/**
 * {@code ConfirmationRequest}: accept where the whole order is, reject where it is without a line, else detail with every line. The quantities of a line's
 * statuses add up to its own, as the guide demands; that is what was ordered, or what is delivered where that is more. A price is said where it is not
 * the ordered one (comment of the DTD), for as many units as that: the buyer compares both as they stand.
 */
final class ConfirmationPart {
    private static final CxmlMoney MONEY = new CxmlMoney(false);

    private final OrderResponse response;
    private final boolean located;
    private final UnitSpelling units;

    ConfirmationPart(OrderResponse response, CxmlVersion version, UnitSpelling units) {
        this.response = response;
        this.located = version.knowsWholeLines();
        this.units = units;
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("ConfirmationRequest");
        header(xml);
        reference(xml);
        for (OrderResponseLine line : response.lines()) {
            item(xml, line);
        }
        xml.writeEndElement();
    }

    private void header(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("ConfirmationHeader");
        xml.writeAttribute("confirmID", response.number().value());
        xml.writeAttribute("operation", "new");
        xml.writeAttribute("type", type());
        xml.writeAttribute("noticeDate", Dates.write(response.issuedAt()));
        if (response.net() != null && response.status() != LineStatus.REJECTED) {
            amounts(xml);
        }
        if (response.shipTo() != null) {
            RoleContact.shipTo(response.shipTo(), located).write(xml, response.language());
        }
        comments(xml, response.note(), response.reasons());
        extrinsics(xml, response.references());
        xml.writeEndElement();
    }

    /** A rejection of the whole must not list items (comment of the DTD), and the reasons stand with the lines. */
    private String type() {
        return switch (response.status()) {
            case ACCEPTED -> response.lines().stream().allMatch(l -> newPrice(l) == null) ? "accept" : "detail";
            case REJECTED -> response.lines().isEmpty() ? "reject" : "detail";
            case CHANGED, BACKORDERED -> "detail";
        };
    }

    private void amounts(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("Total");
        MONEY.write(xml, response.net());
        xml.writeEndElement();
        if (response.tax() != null) {
            xml.writeStartElement("Tax");
            MONEY.write(xml, response.tax());
            RequestWriter.text(xml, "Description", "en", "VAT");
            xml.writeEndElement();
        }
    }

    private void reference(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("OrderReference");
        xml.writeAttribute("orderID", response.order().value());
        if (response.orderIssuedAt() != null) {
            xml.writeAttribute("orderDate", Dates.write(response.orderIssuedAt()));
        }
        xml.writeEmptyElement("DocumentReference");
        RequestWriter.attribute(xml, "payloadID", response.orderMessageId());
        xml.writeEndElement();
    }

    private void item(XMLStreamWriter xml, OrderResponseLine line) throws XMLStreamException {
        boolean refused = line.status() == LineStatus.REJECTED;
        BigDecimal now = refused ? BigDecimal.ZERO : line.confirmed().value();
        BigDecimal later = refused || line.backordered() == null
                ? BigDecimal.ZERO
                : line.backordered().value();
        BigDecimal never = line.ordered().value().subtract(now).subtract(later).max(BigDecimal.ZERO);
        xml.writeStartElement("ConfirmationItem");
        xml.writeAttribute("quantity", Numbers.plain(now.add(later).add(never)));
        xml.writeAttribute("lineNumber", line.number());
        unit(xml, line);
        boolean first = true;
        if (now.signum() > 0) {
            String taken = isChanged(line, now) ? "detail" : "accept";
            status(xml, line, taken, now, line.deliveryDate(), first);
            first = false;
        }
        if (later.signum() > 0) {
            status(xml, line, "backordered", later, line.backorderDate(), first);
            first = false;
        }
        if (never.signum() > 0) {
            status(xml, line, "reject", never, null, first);
        }
        xml.writeEndElement();
    }

    /** Whether what comes now differs by its price, or by its day: where a line is changed and all of it comes, nothing else is left. */
    private static boolean isChanged(OrderResponseLine line, BigDecimal now) {
        boolean otherDay = line.status() == LineStatus.CHANGED
                && line.deliveryDate() != null
                && now.compareTo(line.ordered().value()) >= 0;
        return otherDay || newPrice(line) != null;
    }

    /** What is charged, for the base quantity of the ordered price; null where that is what was ordered. */
    private static Price newPrice(OrderResponseLine line) {
        Price ordered = line.orderedPrice();
        if (line.price() == null || ordered == null) {
            return line.price() == null ? null : line.price().per(BigDecimal.ONE);
        }
        Price now = line.price().per(ordered.baseQuantity());
        Money wanted = ordered.per(ordered.baseQuantity()).amount(); // as finely as it is said
        boolean same = now.amount().amount().compareTo(wanted.amount()) == 0
                && now.amount().currency().equals(wanted.currency());
        return same ? null : now;
    }

    /** @param first what is said of the whole line stands in its first status */
    private void status(
            XMLStreamWriter xml, OrderResponseLine line, String type, BigDecimal quantity, LocalDate day, boolean first)
            throws XMLStreamException {
        xml.writeStartElement("ConfirmationStatus");
        xml.writeAttribute("quantity", Numbers.plain(quantity));
        xml.writeAttribute("type", type);
        if (day != null) {
            OffsetDateTime noon = day.atTime(12, 0).atOffset(ZoneOffset.UTC); // the same day in every zone that matters
            xml.writeAttribute("deliveryDate", Dates.write(noon));
        }
        unit(xml, line);
        Price price = "reject".equals(type) ? null : newPrice(line);
        if (price != null) {
            xml.writeStartElement("UnitPrice");
            MONEY.price(xml, price.amount());
            xml.writeEndElement();
        }
        if (price != null && "backordered".equals(type)) {
            // there the DTD has room for UnitPrice, but by its comment nobody has to heed it: people shall see it
            RequestWriter.text(xml, "Comments", response.language(), words(price, line));
        }
        if (first) {
            comments(xml, line.note(), line.reasons());
            extrinsics(xml, line.references());
        }
        xml.writeEndElement();
    }

    /** The same in every language: {@code 6.25 EUR / 100 MTR}. */
    private String words(Price price, OrderResponseLine line) {
        return CxmlMoney.shown(price.amount().amount()) + ' ' + price.amount().currency() + " / "
                + Numbers.plain(price.baseQuantity()) + ' '
                + units.of(line.ordered().unit());
    }

    private void unit(XMLStreamWriter xml, OrderResponseLine line) throws XMLStreamException {
        RequestWriter.text(xml, "UnitOfMeasure", units.of(line.ordered().unit()));
    }

    private void comments(XMLStreamWriter xml, String note, List<Reason> reasons) throws XMLStreamException {
        RequestWriter.text(xml, "Comments", response.language(), note);
        for (Reason reason : reasons) {
            RequestWriter.text(xml, "Comments", response.language(), reason.text());
        }
    }

    /** The buyer's own names where it gave some, else the name of the kind as cXML spells it. */
    static void extrinsics(XMLStreamWriter xml, List<Reference> references) throws XMLStreamException {
        for (Reference reference : references) {
            if (reference.kind() == Reference.Kind.ATTACHMENT) {
                continue; // the id of a file says nothing to the buyer's system
            }
            xml.writeStartElement("Extrinsic");
            RequestWriter.attribute(xml, "name", name(reference));
            xml.writeCharacters(XmlStreams.clean(reference.value()));
            xml.writeEndElement();
        }
    }

    private static String name(Reference reference) {
        if (reference.name() != null) {
            return reference.name();
        }
        return switch (reference.kind()) {
            case REQUISITION -> "requisitionID";
            case CONTRACT -> "agreementID";
            case ACCOUNTING -> "Accounting";
            case CART -> "SupplierPartAuxiliaryID";
            case SUPPLIER_ORDER -> "SupplierOrderInfo";
            case OTHER, ATTACHMENT -> "Reference";
        };
    }
}
