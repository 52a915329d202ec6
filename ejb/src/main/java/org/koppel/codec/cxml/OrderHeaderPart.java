package org.koppel.codec.cxml;

import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.XmlCursor;
import org.koppel.document.Address;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.document.Reference.Kind;
import org.koppel.shared.Money;

/** {@code OrderRequestHeader}. */
final class OrderHeaderPart {
    private final OrderType wanted;
    private final Fields fields;
    private final XmlCursor xml;
    private final AddressPart addresses;
    private final ContactPart contacts;
    private final References references;
    private final CommentsPart comments;
    private boolean seen;
    private String number;
    private String version;
    private OffsetDateTime issuedAt;
    private LocalDate requestedDelivery;
    private Money total;
    private Address shipTo;
    private Party billTo;
    private Party soldTo;
    private String note;

    OrderHeaderPart(Fields fields, OrderType wanted, CommentsPart comments) {
        this.wanted = wanted;
        this.comments = comments;
        this.fields = fields;
        this.xml = fields.xml();
        this.addresses = new AddressPart(fields);
        this.contacts = new ContactPart(fields);
        this.references = new References(fields);
    }

    void read() throws DocumentException, IOException {
        seen = true;
        fields.at("OrderRequestHeader/");
        attributes();
        boolean totalSeen = false;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "Total" -> {
                    totalSeen = true;
                    total = fields.money("Total");
                }
                case "ShipTo" -> shipTo = addresses.within("ShipTo");
                case "BillTo" -> billTo = addresses.party("BillTo");
                case "BusinessPartner" -> partner();
                case "Contact" -> contacts.read();
                case "Comments" -> note = Texts.joined(note, comments.read(references));
                case "SupplierOrderInfo" -> references.attribute(Kind.SUPPLIER_ORDER, "orderID", "SupplierOrderInfo");
                case "IdReference" -> references.idReference();
                case "Extrinsic" -> references.extrinsic();
                default -> {} // Payment (never kept), Tax, Shipping, PaymentTerm …: agreed outside the order
            }
        }
        if (!totalSeen && wanted != OrderType.DELETE) {
            fields.required(null, "Total", "write the order's total, such as <Money currency=\"EUR\">25.00</Money>");
        }
    }

    private void attributes() {
        number = fields.required(
                fields.identifier("orderID", Cxml.NUMBER_LENGTH, "@orderID"), "@orderID", "give the order its number");
        issuedAt = fields.dateTime(
                fields.required(
                        xml.attribute("orderDate"), "@orderDate", "write ISO 8601, such as 2026-03-31T10:15:00+02:00"),
                "@orderDate");
        version = fields.identifier("orderVersion", Cxml.LINE_NUMBER_LENGTH, "@orderVersion");
        requestedDelivery = fields.date(xml.attribute("requestedDeliveryDate"), "@requestedDeliveryDate");
        String type = fields.attribute("type", Cxml.NAME_LENGTH, "@type");
        if (OrderType.of(type) != wanted) {
            fields.problem("UNSUPPORTED_VALUE", "@type", "@type is \"" + type + "\"; send new, update or delete");
        }
        if ("blanket".equals(xml.attribute("orderType"))) {
            fields.problem(
                    "UNSUPPORTED_VALUE",
                    "@orderType",
                    "@orderType is \"blanket\"; send the releases as regular orders");
        }
        references.add(Kind.CONTRACT, null, fields.attribute("agreementID", Cxml.NAME_LENGTH, "@agreementID"));
        references.add(Kind.REQUISITION, null, fields.attribute("requisitionID", Cxml.NAME_LENGTH, "@requisitionID"));
    }

    private void partner() throws DocumentException, IOException {
        boolean buyer = "soldTo".equals(xml.attribute("role"));
        Party named = addresses.party("BusinessPartner");
        soldTo = buyer ? named : soldTo;
    }

    boolean seen() {
        return seen;
    }

    String number() {
        return number;
    }

    String version() {
        return version;
    }

    OffsetDateTime issuedAt() {
        return issuedAt;
    }

    LocalDate requestedDelivery() {
        return requestedDelivery;
    }

    Money total() {
        return total;
    }

    Address shipTo() {
        return shipTo;
    }

    Party billTo() {
        return billTo;
    }

    /** Who ordered: as it says itself, else known by the name of who pays. */
    Party buyer() {
        Party named = soldTo == null ? Party.named(billTo == null ? null : billTo.name()) : soldTo;
        return new Party(named.name(), named.gln(), named.vat(), contacts.best(), named.address());
    }

    String note() {
        return note;
    }

    List<Reference> references() {
        return references.all();
    }
}
