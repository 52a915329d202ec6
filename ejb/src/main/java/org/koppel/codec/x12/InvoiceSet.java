package org.koppel.codec.x12;

import static org.koppel.codec.EdiOutput.plain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiTexts;
import org.koppel.codec.Fitting.Place;
import org.koppel.codec.Shortening.Kind;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/** Writes the segments of 810; a credit note is one of type CR, its amounts positive. */
final class InvoiceSet {
    private static final int TEXT_WIDTH = 80;

    /** 955: defined by the parties. */
    private static final String OWN_CODE = "CD";

    private final Invoice invoice;
    private final X12Segments out;

    InvoiceSet(Invoice invoice, X12Output out) {
        this.invoice = invoice;
        this.out = new X12Segments(out);
    }

    void write() {
        out.segment(
                "BIG",
                X12Segments.day(invoice.issuedOn()),
                invoice.number().value(),
                invoice.orderIssuedAt() == null ? null : X12Output.day(invoice.orderIssuedAt()),
                invoice.order() == null ? null : invoice.order().value(),
                null,
                null,
                invoice.credits() ? "CR" : "DI");
        EdiTexts.pieces(invoice.note(), TEXT_WIDTH).forEach(words -> out.segment("NTE", "GEN", words));
        Payment payment = invoice.payment();
        if (payment != null) {
            EdiTexts.pieces(payment.terms(), TEXT_WIDTH).forEach(words -> out.segment("NTE", "PMT", words));
        }
        out.segment("CUR", "SE", invoice.currency());
        documents(payment);
        parties();
        if (invoice.dueOn() != null) {
            long days = Math.max(0, ChronoUnit.DAYS.between(invoice.issuedOn(), invoice.dueOn()));
            out.segment("ITD", "01", "3", null, null, null, X12Segments.day(invoice.dueOn()), Long.toString(days));
        }
        out.day("035", invoice.deliveredOn());
        out.day("198", invoice.taxPointOn());
        invoice.lines().forEach(this::line);
        sums();
    }

    private void documents(Payment payment) {
        ref("PK", invoice.despatch());
        for (Invoice.Preceding earlier : invoice.preceding()) {
            ref("OI", earlier.number().value());
        }
        if (invoice.references().stream().noneMatch(r -> "CR".equals(r.name()))) {
            ref("CR", invoice.buyerReference());
        }
        ref("PJ", invoice.project());
        if (payment != null) {
            ref("TN", payment.reference());
        }
        out.references(null, invoice.references());
    }

    private void ref(String qualifier, String value) {
        if (value != null && !value.isBlank()) {
            out.segment("REF", qualifier, value);
        }
    }

    private void parties() {
        party("SE", invoice.seller());
        party("BY", invoice.buyer());
        if (invoice.invoicee() != null) {
            party("BT", invoice.invoicee());
        }
        if (invoice.shipTo() != null) {
            party("ST", X12Segments.party(invoice.shipTo()));
        }
        if (invoice.payment() != null && invoice.payment().iban() != null) {
            Party remit = new Party(
                    invoice.seller().name(),
                    invoice.seller().gln(),
                    null,
                    null,
                    invoice.seller().address());
            party("RE", remit);
            ref("11", invoice.payment().iban().replace(" ", ""));
        }
    }

    private void party(String role, Party party) {
        if (out.party(role, party)) {
            ref("VX", party.vat());
        }
    }

    private void line(InvoiceLine line) {
        out.fitting().inLine(line.number());
        Item item = line.item();
        List<Object> it1 = new ArrayList<>();
        it1.add(line.number());
        it1.add(plain(line.quantity().value()));
        it1.add(out.unit(line.quantity().unit()));
        it1.add(plain(line.price().perOne().amount().setScale(6, RoundingMode.HALF_UP)));
        it1.add(null);
        X12Segments.numbers(it1, item);
        out.segment("IT1", it1.toArray());
        rate(line.taxCategory(), line.taxPercent());
        out.description(item);
        DocumentNumber order = line.order();
        ref("PO", order == null ? null : order.value());
        ref("LI", line.orderLine());
        ref("PK", line.despatch());
        out.references(null, line.references());
        EdiTexts.pieces(line.note(), TEXT_WIDTH).forEach(words -> out.segment("REF", "L1", "NOTE", words));
        out.day("035", line.deliveredOn());
        line.allowanceCharges().forEach(this::extra);
    }

    /** The category of UNCL 5305 goes as a code of our own. */
    private void rate(String category, BigDecimal percent) {
        out.segment("TXI", "VA", null, plain(percent), OWN_CODE, category);
    }

    /** D240 is freight; what the list does not know goes as F050, other, with its words. */
    private void extra(AllowanceCharge extra) {
        Object[] sac = new Object[15];
        sac[0] = extra.adds() ? "C" : "A";
        sac[1] = "FC".equals(extra.code()) ? "D240" : "F050";
        sac[4] = cents(extra.amount());
        String words = extra.reason() == null ? extra.code() : extra.reason();
        sac[14] = EdiTexts.one(words, new Place(Kind.REASON, "SAC", TEXT_WIDTH), out.fitting());
        out.segment("SAC", sac);
    }

    private void sums() {
        out.fitting().inLine(null);
        InvoiceTotals totals = invoice.totals();
        out.segment("TDS", cents(totals.payable()));
        for (InvoiceTax tax : invoice.taxes()) {
            out.segment(
                    "TXI",
                    "VA",
                    plain(tax.tax().amount()),
                    plain(tax.percent()),
                    OWN_CODE,
                    tax.category(),
                    tax.percent().signum() == 0 ? "1" : null,
                    null,
                    plain(tax.taxable().amount()));
        }
        invoice.allowanceCharges().forEach(e -> {
            extra(e);
            rate(e.taxCategory(), e.taxPercent());
        });
        out.segment("CTT", Integer.toString(invoice.lines().size()));
    }

    /** N2: two decimals, without the point. */
    private static String cents(Money money) {
        return money.rounded().amount().movePointRight(2).toBigInteger().toString();
    }
}
