package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;
import static org.koppel.codec.EdiOutput.plain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.Fitting.Place;
import org.koppel.codec.Shortening.Kind;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.shared.Money;

/** Writes the segments of INVOIC, of invoices and of credit notes. */
final class InvoicMessage {
    private final Invoice invoice;
    private final EdifactSegments out;

    InvoicMessage(Invoice invoice, EdifactOutput out) {
        this.invoice = invoice;
        this.out = new EdifactSegments(out);
    }

    void write() {
        out.segment("BGM", invoice.kind().code(), invoice.number().value(), "9");
        out.day("137", invoice.issuedOn());
        out.day("35", invoice.deliveredOn());
        out.day("131", invoice.taxPointOn());
        out.text("AAI", invoice.note());
        invoice.taxes().stream()
                .map(t -> t.reason() == null ? t.exemption() : t.reason())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(why -> out.text("TXD", why));
        if (invoice.payment() != null) {
            out.text("AAB", invoice.payment().terms());
        }
        documents();
        parties();
        out.segment("CUX", of("2", invoice.currency(), "4"));
        if (invoice.dueOn() != null) {
            out.segment("PAT", "3");
            out.day("13", invoice.dueOn());
        }
        invoice.allowanceCharges().forEach(e -> {
            extra(e);
            tax(e.taxCategory(), e.taxPercent());
        });
        invoice.lines().forEach(this::line);
        sums();
    }

    private void documents() {
        if (invoice.order() != null) {
            out.segment("RFF", of("ON", invoice.order().value()));
            if (invoice.orderIssuedAt() != null) {
                out.segment("DTM", of("171", EdifactOutput.day(invoice.orderIssuedAt()), "102"));
            }
        }
        rff("DQ", invoice.despatch());
        for (Invoice.Preceding earlier : invoice.preceding()) {
            rff("IV", earlier.number().value());
            out.day("171", earlier.issuedOn());
        }
        if (invoice.references().stream().noneMatch(r -> "CR".equals(r.name()))) {
            rff("CR", invoice.buyerReference());
        }
        if (invoice.references().stream().noneMatch(r -> "AEP".equals(r.name()))) {
            rff("AEP", invoice.project());
        }
        if (invoice.payment() != null) {
            rff("PQ", invoice.payment().reference());
        }
        out.references(null, invoice.references());
    }

    private void rff(String qualifier, String value) {
        if (value != null && !value.isBlank()) {
            out.segment("RFF", of(qualifier, value));
        }
    }

    private void parties() {
        out.nad("SU", invoice.seller());
        account(invoice.payment());
        rff("VA", invoice.seller().vat());
        out.nad("BY", invoice.buyer());
        rff("VA", invoice.buyer().vat());
        if (invoice.invoicee() != null) {
            out.nad("IV", invoice.invoicee());
            rff("VA", invoice.invoicee().vat());
        }
        if (invoice.shipTo() != null) {
            out.nad("DP", EdifactSegments.party(invoice.shipTo()));
        }
    }

    private void account(Payment payment) {
        if (payment != null && payment.iban() != null) {
            List<String> account = new ArrayList<>(List.of(payment.iban().replace(" ", "")));
            account.addAll(pieces(payment.holder(), Kind.ACCOUNT_HOLDER, "FII"));
            out.segment("FII", "RB", of(account), payment.bic() == null ? null : of(payment.bic()));
        }
    }

    private void extra(AllowanceCharge extra) {
        List<String> words = pieces(extra.reason(), Kind.REASON, "ALC");
        out.segment(
                "ALC",
                extra.adds() ? "C" : "A",
                null,
                null,
                null,
                of(
                        extra.code() == null ? "" : extra.code(),
                        "",
                        "",
                        words.isEmpty() ? "" : words.get(0),
                        words.size() < 2 ? "" : words.get(1)));
        if (extra.percent() != null) {
            out.segment("PCD", of("3", plain(extra.percent())));
        }
        amount("8", extra.amount());
        if (extra.percent() != null) {
            amount("25", extra.base());
        }
    }

    private List<String> pieces(String text, Kind kind, String segment) {
        return EdiTexts.pieces(text, new Place(kind, segment, EdifactSegments.NAME_WIDTH, 2), out.fitting());
    }

    private void tax(String category, BigDecimal percent) {
        out.segment("TAX", "7", of("VAT"), null, null, of("", "", "", plain(percent)), category);
    }

    private void line(InvoiceLine line) {
        out.article(line.number(), null, line.item());
        out.quantity("47", line.quantity());
        out.day("35", line.deliveredOn());
        out.text("AAI", line.note());
        amount("203", line.amount());
        out.segment(
                "PRI",
                of(
                        "AAA",
                        plain(line.price().amount().amount()),
                        "",
                        "",
                        plain(line.price().baseQuantity()),
                        out.unit(line.quantity().unit())));
        ordered(line);
        rff("DQ", line.despatch());
        out.references(null, line.references());
        tax(line.taxCategory(), line.taxPercent());
        line.allowanceCharges().forEach(this::extra);
    }

    private void ordered(InvoiceLine line) {
        String order = line.order() != null
                ? line.order().value()
                : invoice.order() == null ? null : invoice.order().value();
        if (order != null && line.orderLine() != null) {
            out.segment("RFF", of("ON", order, line.orderLine()));
        } else if (line.order() != null) {
            rff("ON", order);
        }
    }

    private void sums() {
        InvoiceTotals totals = invoice.totals();
        out.segment("UNS", "S");
        out.segment("CNT", of("2", Integer.toString(invoice.lines().size())));
        amount("79", totals.lines());
        amount("259", totals.charges());
        amount("260", totals.allowances());
        amount("125", totals.net());
        amount("124", totals.tax());
        amount("77", totals.gross());
        amount("113", totals.prepaid());
        amount("165", totals.rounding());
        amount("9", totals.payable());
        for (InvoiceTax tax : invoice.taxes()) {
            tax(tax.category(), tax.percent());
            amount("125", tax.taxable());
            amount("124", tax.tax());
        }
    }

    /** With its cents, as sums are written. */
    private void amount(String qualifier, Money money) {
        if (money != null) {
            out.segment("MOA", of(qualifier, money.amount().toPlainString()));
        }
    }
}
