package org.koppel.codec.ubl;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.InvoiceChecks;
import org.koppel.codec.Problem;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Address;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Kind;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.Invoice.Period;
import org.koppel.document.Invoice.Preceding;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;

/** One pass over a UBL 2.1 {@code Invoice} or {@code CreditNote}. */
final class InvoiceWalk {
    static final String INVOICE = "Invoice";
    static final String CREDIT_NOTE = "CreditNote";

    /** UNCL 1001 of a document reference that is a project. */
    private static final String PROJECT = "50";

    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final UblFields fields;
    private final InvoiceMoney money;
    private final List<Reference> references = new ArrayList<>();
    private final List<Preceding> preceding = new ArrayList<>();
    private final List<AllowanceCharge> extras = new ArrayList<>();
    private final List<InvoiceLine> lines = new ArrayList<>();
    private final List<InvoiceTax> taxes = new ArrayList<>();
    private boolean credit;
    private String number;
    private LocalDate issued;
    private LocalDate due;
    private LocalDate taxPoint;
    private String currency;
    private String note;
    private String buyerReference;
    private String order;
    private String despatch;
    private String project;
    private Party seller;
    private Party buyer;
    private Address shipTo;
    private LocalDate delivered;
    private Period period;
    private Payment payment;
    private String terms;
    private InvoiceTotals totals;

    private InvoiceWalk(XmlCursor xml, UnitReading units) {
        this.xml = xml;
        this.fields = new UblFields(xml, problems, units);
        this.money = new InvoiceMoney(fields);
    }

    /** @throws DocumentException with everything that is wrong */
    static Invoice read(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        return new InvoiceWalk(XmlStreams.open(in), UnitReading.of(settings)).read();
    }

    private Invoice read() throws DocumentException, IOException {
        xml.nextChild(0);
        credit = CREDIT_NOTE.equals(xml.name());
        if (!credit && !INVOICE.equals(xml.name())) {
            throw new DocumentException(new Problem(
                    "WRONG_ROOT",
                    xml.place(),
                    "The root element is " + xml.name() + "; send a UBL Invoice or CreditNote"));
        }
        while (xml.nextChild(1)) {
            fields.at("");
            if (!simple()) {
                aggregate();
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.at("");
        fields.required(number, "ID", "give the invoice a number");
        problems.throwIfAny();
        Invoice invoice = invoice();
        new InvoiceChecks(problems, line -> "line " + line + ", ").check(invoice);
        problems.throwIfAny();
        return invoice;
    }

    private boolean simple() throws DocumentException, IOException {
        switch (xml.name()) {
            case "ID" -> number = fields.text(Ubl.NUMBER_LENGTH, "ID");
            case "InvoiceTypeCode" -> type("InvoiceTypeCode", Invoice.Kind.INVOICE);
            case "CreditNoteTypeCode" -> type("CreditNoteTypeCode", Invoice.Kind.CREDIT_NOTE);
            case "IssueDate" -> issued = fields.date("IssueDate");
            case "DueDate" -> due = fields.date("DueDate");
            case "TaxPointDate" -> taxPoint = fields.date("TaxPointDate");
            case "Note" -> note = UblFields.joined(note, fields.text(Ubl.TEXT_LENGTH, "Note"));
            case "DocumentCurrencyCode" -> currency = fields.text(Ubl.NAME_LENGTH, "DocumentCurrencyCode");
            case "AccountingCost" -> reference(Reference.Kind.ACCOUNTING, null, text("AccountingCost"));
            case "BuyerReference" -> buyerReference = text("BuyerReference");
            default -> {
                return false;
            }
        }
        return true;
    }

    /** A debit note, a corrected or a self-billed invoice would go out as something else than it is. */
    private void type(String field, Invoice.Kind kind) throws DocumentException, IOException {
        String code = text(field);
        if (code != null && !code.equals(kind.code())) {
            fields.problem(
                    "UNSUPPORTED_VALUE",
                    field,
                    field + " " + code + " is not taken; send " + kind.code()
                            + ", and a credit note and a new invoice for what was wrong");
        }
    }

    private String text(String field) throws DocumentException, IOException {
        return fields.text(Ubl.NAME_LENGTH, field);
    }

    private void aggregate() throws DocumentException, IOException {
        switch (xml.name()) {
            case "InvoicePeriod" -> period = money.period("InvoicePeriod");
            case "OrderReference" -> orderReference();
            case "BillingReference" -> billing();
            case "DespatchDocumentReference" -> despatch = id();
            case "ContractDocumentReference" -> reference(Reference.Kind.CONTRACT, null, id());
            case "ProjectReference" -> project = id();
            case "AdditionalDocumentReference" -> document();
            case "AccountingSupplierParty" ->
                seller = PartyPart.inside(fields, "AccountingSupplierParty").party();
            case "AccountingCustomerParty" ->
                buyer = PartyPart.inside(fields, "AccountingCustomerParty").party();
            case "Delivery" -> delivery();
            case "PaymentMeans" -> means();
            case "PaymentTerms" -> terms = fields.childText("Note", Ubl.TEXT_LENGTH, "PaymentTerms");
            case "AllowanceCharge" -> extras.add(money.extra("AllowanceCharge"));
            case "TaxTotal" -> money.taxes(taxes);
            case "LegalMonetaryTotal" -> totals = money.totals();
            case "InvoiceLine", "CreditNoteLine" -> line();
            default -> {} // payees, tax representatives and whatever else an invoice may say
        }
    }

    private void line() throws DocumentException, IOException {
        if (lines.size() == Ubl.MOST_LINES) {
            throw problems.with(
                    "TOO_MANY_LINES",
                    "InvoiceLine",
                    "There are more than " + Ubl.MOST_LINES + " lines; split the invoice");
        }
        lines.add(InvoiceLineWalk.read(fields, money, lines.size() + 1));
    }

    private String id() throws DocumentException, IOException {
        return fields.childText("ID", Ubl.NAME_LENGTH, xml.name());
    }

    private void reference(Reference.Kind kind, String name, String value) {
        keep(value == null ? null : new Reference(kind, name, value));
    }

    private void keep(Reference reference) {
        if (reference != null && references.size() < Ubl.MOST_REFERENCES) {
            references.add(reference);
        }
    }

    private void orderReference() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ID" -> order = fields.text(Ubl.NUMBER_LENGTH, "OrderReference/ID");
                case "SalesOrderID" ->
                    reference(Reference.Kind.SUPPLIER_ORDER, null, text("OrderReference/SalesOrderID"));
                default -> {}
            }
        }
        order = "NA".equals(order) ? null : order;
    }

    private void billing() throws DocumentException, IOException {
        String earlier = null;
        LocalDate day = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            int inner = xml.depth();
            while (xml.nextChild(inner)) {
                switch (xml.name()) {
                    case "ID" -> earlier = fields.text(Ubl.NUMBER_LENGTH, "BillingReference/ID");
                    case "IssueDate" -> day = fields.date("BillingReference/IssueDate");
                    default -> {}
                }
            }
        }
        if (earlier != null && preceding.size() < Ubl.MOST_REFERENCES) {
            preceding.add(new Preceding(new DocumentNumber(earlier), day));
        }
    }

    private void document() throws DocumentException, IOException {
        String value = null;
        String name = null;
        String type = null;
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ID" -> value = text("AdditionalDocumentReference/ID");
                case "DocumentDescription" -> name = text("AdditionalDocumentReference/DocumentDescription");
                case "DocumentTypeCode" -> type = text("AdditionalDocumentReference/DocumentTypeCode");
                default -> {}
            }
        }
        if (PROJECT.equals(type)) {
            project = value;
            return;
        }
        keep(value == null ? null : ReferencePlaces.named(name, null, value));
    }

    private void delivery() throws DocumentException, IOException {
        InvoiceDeliveryPart part = InvoiceDeliveryPart.read(fields);
        shipTo = part.shipTo();
        delivered = part.delivered();
    }

    private void means() throws DocumentException, IOException {
        if (payment != null) {
            return; // the first way to pay counts
        }
        String code = null;
        String reference = null;
        String[] account = new String[3];
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "PaymentMeansCode" -> code = text("PaymentMeans/PaymentMeansCode");
                case "PaymentDueDate" -> due = fields.date("PaymentMeans/PaymentDueDate");
                case "PaymentID" -> reference = text("PaymentMeans/PaymentID");
                case "PayeeFinancialAccount" -> account(account);
                default -> {}
            }
        }
        payment = new Payment(code, reference, account[0], account[2], account[1], null);
    }

    private void account(String[] account) throws DocumentException, IOException {
        String path = "PaymentMeans/PayeeFinancialAccount";
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "ID" -> account[0] = text(path + "/ID");
                case "Name" -> account[1] = text(path + "/Name");
                case "FinancialInstitutionBranch" ->
                    account[2] = fields.childText("ID", Ubl.NAME_LENGTH, path + "/FinancialInstitutionBranch");
                default -> {}
            }
        }
    }

    private Payment payment() {
        if (payment == null) {
            return terms == null ? null : new Payment(null, null, null, null, null, terms);
        }
        return new Payment(
                payment.means(), payment.reference(), payment.iban(), payment.bic(), payment.holder(), terms);
    }

    private Invoice invoice() {
        return new Invoice(
                new DocumentNumber(number),
                credit ? Kind.CREDIT_NOTE : Kind.INVOICE,
                null,
                issued,
                due,
                taxPoint,
                currency,
                null,
                false,
                note,
                buyerReference,
                order == null ? null : new DocumentNumber(order),
                null,
                null,
                despatch,
                project,
                preceding,
                seller,
                buyer,
                null,
                shipTo,
                delivered,
                period,
                payment(),
                references,
                extras,
                lines,
                taxes,
                totals);
    }
}
