package org.koppel.codec.cxml;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.koppel.codec.DocumentException;
import org.koppel.codec.FormatSettings;
import org.koppel.codec.InvoiceChecks;
import org.koppel.codec.Problems;
import org.koppel.codec.UnitReading;
import org.koppel.codec.XmlCursor;
import org.koppel.codec.XmlStreams;
import org.koppel.document.Address;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Kind;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.Invoice.Preceding;
import org.koppel.document.InvoiceLine;
import org.koppel.shared.DocumentNumber;

/** One pass over a cXML 1.2 {@code InvoiceDetailRequest}; the quantities and amounts of a credit memo lose their sign. */
final class InvoiceDetailWalk {
    private static final Set<String> PURPOSES = Set.of("standard", "creditmemo", "linelevelcreditmemo");
    private final XmlCursor xml;
    private final Problems problems = new Problems();
    private final Fields fields;
    private final InvoiceParties parties;
    private final InvoiceExtrinsics extrinsics;
    private final InvoiceDetailMoney money;
    private final List<Preceding> preceding = new ArrayList<>();
    private final List<InvoiceLine> lines = new ArrayList<>();
    private boolean test;
    private String number;
    private Kind kind = Kind.INVOICE;
    private LocalDate issued;
    private String note;
    private LocalDate delivered;
    private String despatch;
    private Integer days;
    private Address shipTo;
    private int requests;

    private InvoiceDetailWalk(XmlCursor xml, UnitReading units) {
        this.xml = xml;
        this.fields = new Fields(xml, problems, units);
        this.parties = new InvoiceParties(fields);
        this.extrinsics = new InvoiceExtrinsics(fields);
        this.money = new InvoiceDetailMoney(fields);
    }

    /** @throws DocumentException with everything that is wrong */
    static Invoice read(InputStream in, FormatSettings settings) throws DocumentException, IOException {
        return new InvoiceDetailWalk(XmlStreams.open(in), UnitReading.of(settings)).read();
    }

    private Invoice read() throws DocumentException, IOException {
        EnvelopeWalk.enterRoot(xml);
        while (xml.nextChild(1)) {
            if ("Request".equals(xml.name())) {
                test = "test".equalsIgnoreCase(xml.attribute("deploymentMode"));
                int here = xml.depth();
                while (xml.nextChild(here)) {
                    if ("InvoiceDetailRequest".equals(xml.name()) && requests++ == 0) {
                        request();
                    }
                }
            }
        }
        xml.nextChild(0); // to the very end: what follows the root must be well-formed too
        fields.at("");
        fields.required(number, "InvoiceDetailRequestHeader/@invoiceID", "give the invoice a number");
        problems.throwIfAny();
        Invoice invoice = invoice();
        new InvoiceChecks(problems, line -> "line " + line + ", ").check(invoice);
        problems.throwIfAny();
        return invoice;
    }

    private void request() throws DocumentException, IOException {
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "InvoiceDetailRequestHeader" -> header();
                case "InvoiceDetailOrder" -> order();
                case "InvoiceDetailSummary" -> money.summary();
                default -> {}
            }
            fields.at("");
        }
    }

    private void header() throws DocumentException, IOException {
        String path = "InvoiceDetailRequestHeader/";
        number = fields.identifier("invoiceID", Cxml.NUMBER_LENGTH, path + "@invoiceID");
        issued = fields.date(
                fields.attribute("invoiceDate", Cxml.NAME_LENGTH, path + "@invoiceDate"), path + "@invoiceDate");
        String purpose = xml.attribute("purpose");
        if (purpose != null && !PURPOSES.contains(purpose.toLowerCase(Locale.ROOT))) {
            fields.problem(
                    "UNSUPPORTED_VALUE",
                    path + "@purpose",
                    "The purpose \"" + purpose + "\" is not taken; send standard, creditMemo or lineLevelCreditMemo");
        }
        kind = purpose != null && purpose.toLowerCase(Locale.ROOT).endsWith("creditmemo")
                ? Kind.CREDIT_NOTE
                : Kind.INVOICE;
        money.credit(kind == Kind.CREDIT_NOTE);
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "InvoicePartner" -> parties.partner();
                case "InvoiceIDInfo" -> earlier();
                case "InvoiceDetailShipping" -> shipping();
                case "ShipNoticeIDInfo" ->
                    despatch = fields.identifier("shipNoticeID", Cxml.NAME_LENGTH, "ShipNoticeIDInfo/@shipNoticeID");
                case "PaymentTerm", "InvoiceDetailPaymentTerm" -> term();
                case "Comments" -> note = fields.deepText(Cxml.TEXT_LENGTH, "Comments");
                case "Extrinsic" -> extrinsics.read();
                default -> {}
            }
        }
    }

    private void earlier() {
        String id = fields.identifier("invoiceID", Cxml.NUMBER_LENGTH, "InvoiceIDInfo/@invoiceID");
        String day = fields.attribute("invoiceDate", Cxml.NAME_LENGTH, "InvoiceIDInfo/@invoiceDate");
        if (id != null) {
            preceding.add(new Preceding(new DocumentNumber(id), fields.date(day, "InvoiceIDInfo/@invoiceDate")));
        }
    }

    private void shipping() throws DocumentException, IOException {
        String field = "InvoiceDetailShipping/@shippingDate";
        delivered = fields.date(fields.attribute("shippingDate", Cxml.NAME_LENGTH, field), field);
        int here = xml.depth();
        while (xml.nextChild(here)) {
            boolean to = "Contact".equals(xml.name()) && "shipTo".equals(xml.attribute("role"));
            if (to) {
                shipTo = new AddressPart(fields).here("InvoiceDetailShipping/Contact");
            }
        }
    }

    private void term() {
        String count = xml.attribute("payInNumberOfDays");
        if (count != null && count.matches("\\d{1,3}")) {
            days = Integer.valueOf(count);
        }
    }

    private void order() throws DocumentException, IOException {
        InvoiceDetailOrder order = new InvoiceDetailOrder(fields, money, extrinsics);
        int here = xml.depth();
        while (xml.nextChild(here)) {
            switch (xml.name()) {
                case "InvoiceDetailOrderInfo" -> order.info();
                case "InvoiceDetailItem", "InvoiceDetailServiceItem" -> {
                    if (lines.size() == Cxml.MOST_LINES) {
                        throw problems.with(
                                "TOO_MANY_LINES",
                                xml.name(),
                                "There are more than " + Cxml.MOST_LINES + " lines; split the invoice");
                    }
                    lines.add(order.item(lines.size() + 1));
                }
                default -> {}
            }
        }
    }

    private LocalDate due() {
        LocalDate said = extrinsics.due();
        return said != null || issued == null || days == null ? said : issued.plusDays(days);
    }

    private Payment payment() {
        String reference = extrinsics.paymentReference();
        String terms = extrinsics.paymentTerms();
        return reference == null && terms == null && parties.iban() == null
                ? null
                : new Payment(null, reference, parties.iban(), parties.bic(), null, terms);
    }

    private Invoice invoice() {
        return new Invoice(
                new DocumentNumber(number),
                kind,
                null,
                issued,
                due(),
                money.taxPoint(),
                money.currency(lines),
                null,
                test,
                note,
                extrinsics.buyerReference(),
                null,
                null,
                null,
                despatch,
                extrinsics.project(),
                preceding,
                parties.seller(),
                parties.buyer(),
                parties.invoicee(),
                shipTo,
                delivered,
                null,
                payment(),
                extrinsics.references(),
                money.extras(),
                money.rated(lines),
                money.taxes(),
                money.totals(lines));
    }
}
