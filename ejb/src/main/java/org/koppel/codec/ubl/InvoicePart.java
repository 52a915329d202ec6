package org.koppel.codec.ubl;

import java.io.StringWriter;
import java.time.LocalDate;
import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.koppel.document.Address;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Reference;
import org.koppel.shared.Numbers;

/** Writes UBL 2.1 {@code Invoice} and {@code CreditNote} as EN 16931 uses them, under the ids of Peppol BIS Billing 3 or without. */
final class InvoicePart {
    static final String VAT = "VAT";

    /** What stands where an identifier is mandatory and nobody has one. */
    private static final String NOT_APPLICABLE = "NA";

    private static final String TEST = "TEST: this is no invoice. Do not pay it and do not book it.";

    /** UNCL 1001 of a document reference that is a project, for credit notes, which have no place of its own for it. */
    private static final String PROJECT = "50";

    private final Invoice invoice;
    private final InvoicePlaces places;
    private final UblXml xml;

    private InvoicePart(Invoice invoice, UblXml xml) {
        this.invoice = invoice;
        this.places = InvoicePlaces.of(invoice);
        this.xml = xml;
    }

    /** @param sellers numbers of the seller; those that are null are left out */
    static String write(Invoice invoice, boolean peppol, CompanyNumbers sellers, CompanyNumbers buyers) {
        StringWriter text = new StringWriter();
        try {
            UblXml xml = UblXml.begin(text, invoice.credits() ? "CreditNote" : "Invoice");
            InvoicePart part = new InvoicePart(invoice, xml);
            part.header(peppol);
            part.documents();
            InvoicePartyPart parties = new InvoicePartyPart(xml);
            parties.write("AccountingSupplierParty", invoice.seller(), sellers);
            parties.write("AccountingCustomerParty", invoice.debtor(), buyers);
            part.delivery();
            part.payment();
            part.sums();
            InvoiceLinePart lines = new InvoiceLinePart(invoice, xml);
            for (InvoiceLine line : invoice.lines()) {
                lines.write(line);
            }
            xml.end();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("Cannot write an invoice into memory", e);
        }
    }

    private void header(boolean peppol) throws XMLStreamException {
        PeppolDocument type = invoice.credits() ? PeppolDocument.CREDIT_NOTE : PeppolDocument.INVOICE;
        xml.basic("CustomizationID", peppol ? type.customizationId() : "urn:cen.eu:en16931:2017");
        xml.basic("ProfileID", peppol ? type.profileId() : null);
        xml.basic("ID", invoice.number().value());
        xml.basic("IssueDate", invoice.issuedOn().toString());
        if (invoice.credits()) {
            xml.basic("TaxPointDate", day(invoice.taxPointOn()));
            xml.basic("CreditNoteTypeCode", invoice.kind().code());
            xml.basic("Note", note());
        } else {
            xml.basic("DueDate", day(invoice.dueOn()));
            xml.basic("InvoiceTypeCode", invoice.kind().code());
            xml.basic("Note", note());
            xml.basic("TaxPointDate", day(invoice.taxPointOn()));
        }
        xml.basic("DocumentCurrencyCode", invoice.currency());
        xml.basic("AccountingCost", places.accountingCost());
        xml.basic("BuyerReference", invoice.buyerReference());
        if (invoice.period() != null) {
            xml.open("InvoicePeriod");
            xml.basic("StartDate", day(invoice.period().from()));
            xml.basic("EndDate", day(invoice.period().until()));
            xml.close();
        }
    }

    /** UBL has no mark for tests. */
    private String note() {
        if (!invoice.test()) {
            return invoice.note();
        }
        return invoice.note() == null ? TEST : TEST + " " + invoice.note();
    }

    private void documents() throws XMLStreamException {
        order();
        for (Invoice.Preceding earlier : invoice.preceding()) {
            xml.open("BillingReference");
            xml.open("InvoiceDocumentReference");
            xml.basic("ID", earlier.number().value());
            xml.basic("IssueDate", day(earlier.issuedOn()));
            xml.close();
            xml.close();
        }
        xml.wrapped("DespatchDocumentReference", "ID", invoice.despatch());
        xml.wrapped("ContractDocumentReference", "ID", places.contract());
        for (Reference reference : places.others()) {
            xml.open("AdditionalDocumentReference");
            xml.basic("ID", reference.value());
            xml.basic("DocumentDescription", ReferencePlaces.words(reference));
            xml.close();
        }
        if (!invoice.credits()) {
            xml.wrapped("ProjectReference", "ID", invoice.project());
        } else if (invoice.project() != null) {
            xml.open("AdditionalDocumentReference");
            xml.basic("ID", invoice.project());
            xml.basic("DocumentTypeCode", PROJECT);
            xml.close();
        }
    }

    /** An invoice for several orders names each at its lines. */
    private void order() throws XMLStreamException {
        boolean several = invoice.lines().stream().anyMatch(l -> l.order() != null);
        if (invoice.order() == null && !several && places.salesOrder() == null) {
            return;
        }
        xml.open("OrderReference");
        xml.basic(
                "ID", invoice.order() == null ? NOT_APPLICABLE : invoice.order().value());
        xml.basic("SalesOrderID", places.salesOrder());
        xml.close();
    }

    private void delivery() throws XMLStreamException {
        Address place = invoice.shipTo();
        boolean placed = place != null && place.country() != null;
        if (!placed && invoice.deliveredOn() == null) {
            return;
        }
        xml.open("Delivery");
        xml.basic("ActualDeliveryDate", day(invoice.deliveredOn()));
        if (placed) {
            xml.open("DeliveryLocation");
            if (place.gln() != null) {
                xml.basic("ID", place.gln(), "schemeID", Ubl.GLN);
            } else {
                xml.basic("ID", place.id());
            }
            InvoicePartyPart.address(xml, "Address", place);
            xml.close();
            if (place.name() != null) {
                xml.open("DeliveryParty");
                xml.wrapped("PartyName", "Name", place.name());
                xml.close();
            }
        }
        xml.close();
    }

    private void payment() throws XMLStreamException {
        Payment payment = invoice.payment();
        if (payment != null && payment.means() != null) {
            xml.open("PaymentMeans");
            xml.basic("PaymentMeansCode", payment.means());
            xml.basic("PaymentDueDate", invoice.credits() ? day(invoice.dueOn()) : null);
            xml.basic("PaymentID", payment.reference());
            if (payment.iban() != null) {
                xml.open("PayeeFinancialAccount");
                xml.basic("ID", payment.iban().replace(" ", ""));
                xml.basic("Name", payment.holder());
                xml.wrapped("FinancialInstitutionBranch", "ID", payment.bic());
                xml.close();
            }
            xml.close();
        }
        if (payment != null) {
            xml.wrapped("PaymentTerms", "Note", payment.terms());
        }
    }

    private void sums() throws XMLStreamException {
        for (AllowanceCharge extra : invoice.allowanceCharges()) {
            extra(xml, extra);
        }
        InvoiceTotals totals = invoice.totals();
        xml.open("TaxTotal");
        xml.cents("TaxAmount", totals.tax());
        for (InvoiceTax tax : invoice.taxes()) {
            xml.open("TaxSubtotal");
            xml.cents("TaxableAmount", tax.taxable());
            xml.cents("TaxAmount", tax.tax());
            xml.open("TaxCategory");
            category(xml, tax.category(), tax.percent() == null ? null : Numbers.plain(tax.percent()), List.of(tax));
            xml.close();
            xml.close();
        }
        xml.close();
        xml.open("LegalMonetaryTotal");
        xml.cents("LineExtensionAmount", totals.lines());
        xml.cents("TaxExclusiveAmount", totals.net());
        xml.cents("TaxInclusiveAmount", totals.gross());
        xml.cents("AllowanceTotalAmount", totals.allowances());
        xml.cents("ChargeTotalAmount", totals.charges());
        xml.cents("PrepaidAmount", totals.prepaid());
        xml.cents("PayableRoundingAmount", totals.rounding());
        xml.cents("PayableAmount", totals.payable());
        xml.close();
    }

    /** Of a line or of the whole invoice; only the latter has VAT of its own. */
    static void extra(UblXml xml, AllowanceCharge extra) throws XMLStreamException {
        boolean reckoned = extra.percent() != null && extra.base() != null;
        xml.open("AllowanceCharge");
        xml.basic("ChargeIndicator", Boolean.toString(extra.adds()));
        xml.basic("AllowanceChargeReasonCode", extra.code());
        xml.basic("AllowanceChargeReason", extra.reason());
        xml.basic("MultiplierFactorNumeric", reckoned ? Numbers.plain(extra.percent()) : null);
        xml.cents("Amount", extra.amount());
        xml.cents("BaseAmount", reckoned ? extra.base() : null);
        if (extra.taxPercent() != null) {
            xml.open("TaxCategory");
            category(xml, extra.taxCategory(), Numbers.plain(extra.taxPercent()), List.of());
            xml.close();
        }
        xml.close();
    }

    /** Inside a tax category. What is not subject to VAT has no rate. */
    static void category(UblXml xml, String category, String percent, List<InvoiceTax> why) throws XMLStreamException {
        xml.basic("ID", category);
        xml.basic("Percent", "O".equals(category) ? null : percent);
        for (InvoiceTax tax : why) {
            xml.basic("TaxExemptionReasonCode", tax.exemption());
            xml.basic("TaxExemptionReason", tax.reason());
        }
        xml.wrapped("TaxScheme", "ID", VAT);
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
