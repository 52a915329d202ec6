package org.koppel.codec.cxml;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.koppel.codec.CxmlVersion;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.UnitSpelling;
import org.koppel.document.Address;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Contact;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;
import org.koppel.shared.Units;

/**
 * {@code InvoiceDetailRequest}: parties, an {@code InvoiceDetailOrder} for each order, and the sums. VAT stands in the summary only,
 * by rate, because it is rounded there. A credit note is a line-level credit memo with negative quantities and amounts.
 */
final class InvoiceDetailPart {
    private static final String VAT_ID = "vatID";

    private final Invoice invoice;
    private final CxmlMoney money;
    private final FormatSettings settings;
    private final CxmlVersion version;
    private final UnitSpelling units;

    /** @throws DocumentException when the channel spells units in no list */
    InvoiceDetailPart(Invoice invoice, FormatSettings settings) throws DocumentException {
        this.invoice = invoice;
        this.settings = settings;
        this.version = Dtd.INVOICE_DETAIL.version(settings);
        this.money = new CxmlMoney(invoice.credits());
        this.units = UnitSpelling.of(settings, Units::each);
    }

    /** Noon: the same day in every zone that matters. */
    static OffsetDateTime at(LocalDate day) {
        return day.atTime(12, 0).atOffset(ZoneOffset.UTC);
    }

    void write(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("InvoiceDetailRequest");
        header(xml);
        Map<DocumentNumber, List<InvoiceLine>> byOrder = new LinkedHashMap<>();
        for (InvoiceLine line : invoice.lines()) {
            byOrder.computeIfAbsent(order(line), o -> new ArrayList<>()).add(line);
        }
        for (Map.Entry<DocumentNumber, List<InvoiceLine>> order : byOrder.entrySet()) {
            order(xml, order.getKey(), order.getValue());
        }
        summary(xml);
        xml.writeEndElement();
    }

    /** The order of a line; those without one go with the first order that is named. */
    private DocumentNumber order(InvoiceLine line) {
        if (line.order() != null) {
            return line.order();
        }
        return invoice.order() != null
                ? invoice.order()
                : invoice.lines().stream()
                        .map(InvoiceLine::order)
                        .filter(o -> o != null)
                        .findFirst()
                        .orElseThrow();
    }

    private void header(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("InvoiceDetailRequestHeader");
        xml.writeAttribute("invoiceID", invoice.number().value());
        xml.writeAttribute("purpose", invoice.credits() ? "lineLevelCreditMemo" : "standard");
        xml.writeAttribute("operation", "new");
        xml.writeAttribute("invoiceDate", Dates.write(at(invoice.issuedOn())));
        xml.writeEmptyElement("InvoiceDetailHeaderIndicator");
        xml.writeEmptyElement("InvoiceDetailLineIndicator");
        partner(xml, "issuerOfInvoice", invoice.seller());
        partner(xml, "soldTo", invoice.buyer());
        partner(xml, "billTo", invoice.debtor());
        remitTo(xml);
        preceding(xml);
        shipping(xml);
        if (invoice.despatch() != null) {
            xml.writeEmptyElement("ShipNoticeIDInfo");
            RequestWriter.attribute(xml, "shipNoticeID", invoice.despatch());
        }
        terms(xml);
        RequestWriter.text(xml, "Comments", invoice.language(), invoice.note());
        extrinsics(xml);
        xml.writeEndElement();
    }

    /** cXML has a place for one. */
    private void preceding(XMLStreamWriter xml) throws XMLStreamException {
        for (Invoice.Preceding earlier : invoice.preceding().stream().limit(1).toList()) {
            xml.writeEmptyElement("InvoiceIDInfo");
            RequestWriter.attribute(xml, "invoiceID", earlier.number().value());
            if (earlier.issuedOn() != null) {
                xml.writeAttribute("invoiceDate", Dates.write(at(earlier.issuedOn())));
            }
        }
    }

    /** What cXML has no element for. */
    private void extrinsics(XMLStreamWriter xml) throws XMLStreamException {
        extrinsic(xml, "BuyerReference", invoice.buyerReference());
        extrinsic(xml, "Project", invoice.project());
        if (invoice.payment() != null) {
            extrinsic(xml, "PaymentReference", invoice.payment().reference());
            extrinsic(xml, "PaymentTerms", invoice.payment().terms());
        }
        if (invoice.dueOn() != null) {
            extrinsic(xml, "DueDate", invoice.dueOn().toString());
        }
        ConfirmationPart.extrinsics(xml, headReferences());
    }

    /** The contract and our own order stand with the order. */
    private List<Reference> headReferences() {
        Reference contract = first(Reference.Kind.CONTRACT);
        Reference ours = first(Reference.Kind.SUPPLIER_ORDER);
        return invoice.references().stream()
                .filter(r -> r != contract && r != ours)
                .toList();
    }

    private Reference first(Reference.Kind kind) {
        return invoice.references().stream()
                .filter(r -> r.kind() == kind)
                .findFirst()
                .orElse(null);
    }

    private static void extrinsic(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        if (value != null && !value.isBlank()) {
            xml.writeStartElement("Extrinsic");
            xml.writeAttribute("name", name);
            RequestWriter.characters(xml, value);
            xml.writeEndElement();
        }
    }

    private void partner(XMLStreamWriter xml, String role, Party party) throws XMLStreamException {
        xml.writeStartElement("InvoicePartner");
        contact(xml, role, party.name(), party.address(), party.contact());
        RoleContact.reference(xml, VAT_ID, party.vat());
        RoleContact.reference(xml, RoleContact.EAN, party.gln());
        xml.writeEndElement();
    }

    /** Where the money goes. */
    private void remitTo(XMLStreamWriter xml) throws XMLStreamException {
        if (invoice.payment() != null && invoice.payment().iban() != null) {
            xml.writeStartElement("InvoicePartner");
            contact(xml, "remitTo", invoice.seller().name(), invoice.seller().address(), null);
            RoleContact.reference(xml, "ibanID", invoice.payment().iban().replace(" ", ""));
            RoleContact.reference(xml, "swiftID", invoice.payment().bic());
            xml.writeEndElement();
        }
    }

    private void contact(XMLStreamWriter xml, String role, String name, Address address, Contact person)
            throws XMLStreamException {
        new RoleContact(role, name, address, person, null).write(xml, invoice.language());
    }

    private void shipping(XMLStreamWriter xml) throws XMLStreamException {
        if (invoice.shipTo() != null) {
            xml.writeStartElement("InvoiceDetailShipping");
            if (invoice.deliveredOn() != null) {
                xml.writeAttribute("shippingDate", Dates.write(at(invoice.deliveredOn())));
            }
            contact(xml, "shipFrom", invoice.seller().name(), invoice.seller().address(), null);
            RoleContact.shipTo(invoice.shipTo(), version.knowsWholeLines()).write(xml, invoice.language());
            xml.writeEndElement();
        }
    }

    private void terms(XMLStreamWriter xml) throws XMLStreamException {
        if (invoice.dueOn() != null) {
            long days = Math.max(0, ChronoUnit.DAYS.between(invoice.issuedOn(), invoice.dueOn()));
            xml.writeEmptyElement("PaymentTerm");
            xml.writeAttribute("payInNumberOfDays", Long.toString(days));
        }
    }

    private void order(XMLStreamWriter xml, DocumentNumber number, List<InvoiceLine> lines) throws XMLStreamException {
        boolean head = number.equals(invoice.order());
        xml.writeStartElement("InvoiceDetailOrder");
        xml.writeStartElement("InvoiceDetailOrderInfo");
        if (head && invoice.orderMessageId() != null) {
            xml.writeStartElement("OrderReference");
            orderAttributes(xml, number, true);
            xml.writeEmptyElement("DocumentReference");
            RequestWriter.attribute(xml, "payloadID", invoice.orderMessageId());
            xml.writeEndElement();
            Reference contract = first(Reference.Kind.CONTRACT);
            if (contract != null) {
                xml.writeEmptyElement("MasterAgreementIDInfo");
                RequestWriter.attribute(xml, "agreementID", contract.value());
            }
        } else {
            xml.writeEmptyElement("OrderIDInfo");
            orderAttributes(xml, number, head);
        }
        Reference ours = first(Reference.Kind.SUPPLIER_ORDER);
        if (ours != null && head) {
            xml.writeEmptyElement("SupplierOrderInfo");
            RequestWriter.attribute(xml, "orderID", ours.value());
        }
        xml.writeEndElement();
        InvoiceItemPart items = new InvoiceItemPart(invoice, money, version, units);
        for (InvoiceLine line : lines) {
            items.write(xml, line);
        }
        xml.writeEndElement();
    }

    private void orderAttributes(XMLStreamWriter xml, DocumentNumber number, boolean head) throws XMLStreamException {
        xml.writeAttribute("orderID", number.value());
        if (head && invoice.orderIssuedAt() != null) {
            xml.writeAttribute("orderDate", Dates.write(invoice.orderIssuedAt()));
        }
    }

    /** The subtotal is that of the items, and charges and allowances are those of lines and whole: together they are the amount without tax (comment of the DTD). */
    private void summary(XMLStreamWriter xml) throws XMLStreamException {
        InvoiceTotals totals = invoice.totals();
        xml.writeStartElement("InvoiceDetailSummary");
        Money goods = invoice.lines().stream()
                .map(InvoiceItemPart::goods)
                .reduce(Money.zero(invoice.currency()), Money::plus);
        money.element(xml, "SubtotalAmount", goods);
        tax(xml, totals);
        if (!invoice.allowanceCharges().isEmpty()) {
            xml.writeStartElement("InvoiceHeaderModifications");
            for (AllowanceCharge extra : invoice.allowanceCharges()) {
                InvoiceItemPart.modification(xml, extra, invoice.language(), money);
            }
            xml.writeEndElement();
        }
        if (version.knowsWholeLines()) {
            money.element(xml, "TotalCharges", extras(AllowanceCharge::adds));
            money.element(xml, "TotalAllowances", extras(e -> !e.adds()));
            money.element(xml, "TotalAmountWithoutTax", totals.net());
        }
        money.element(xml, "NetAmount", totals.gross());
        money.element(xml, "DepositAmount", totals.prepaid());
        money.element(xml, "DueAmount", totals.payable());
        xml.writeEndElement();
    }

    /** Null when there are none. */
    private Money extras(Predicate<AllowanceCharge> which) {
        return Stream.concat(
                        invoice.allowanceCharges().stream(),
                        invoice.lines().stream().flatMap(l -> l.allowanceCharges().stream()))
                .filter(which)
                .map(AllowanceCharge::amount)
                .reduce(Money::plus)
                .orElse(null);
    }

    private void tax(XMLStreamWriter xml, InvoiceTotals totals) throws XMLStreamException {
        xml.writeStartElement("Tax");
        money.write(xml, totals.tax());
        RequestWriter.text(xml, "Description", "en", "VAT");
        TaxDetailPart details = new TaxDetailPart(money, invoice.taxPointOn(), settings);
        for (InvoiceTax tax : invoice.taxes()) {
            details.write(xml, tax);
        }
        xml.writeEndElement();
    }
}
