package org.koppel.codec.x12;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.EdiTexts;
import org.koppel.document.Address;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.Invoice.Payment;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Item;
import org.koppel.document.Party;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/** Writes the segments of 810; a credit note is one of type CR, its amounts positive. */
final class InvoiceSet {
    private static final int NAME_WIDTH = 60;
    private static final int STREET_WIDTH = 55;
    private static final int TEXT_WIDTH = 80;

    /** 955: defined by the parties. */
    private static final String OWN_CODE = "CD";

    private final Invoice invoice;
    private final X12Output out;

    InvoiceSet(Invoice invoice, X12Output out) {
        this.invoice = invoice;
        this.out = out;
    }

    void write() {
        out.segment(
                "BIG",
                day(invoice.issuedOn()),
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
            out.segment("ITD", "01", "3", null, null, null, day(invoice.dueOn()), Long.toString(days));
        }
        date("035", invoice.deliveredOn());
        date("198", invoice.taxPointOn());
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
        references(invoice.references());
    }

    private void ref(String qualifier, String value) {
        if (value != null && !value.isBlank()) {
            out.segment("REF", qualifier, value);
        }
    }

    private void date(String qualifier, LocalDate day) {
        if (day != null) {
            out.segment("DTM", qualifier, day(day));
        }
    }

    private static String day(LocalDate day) {
        return day.toString().replace("-", "");
    }

    /** Those of the order or line itself; what belonged to a party or stood in an N9 has no place here. */
    private void references(List<Reference> references) {
        for (Reference reference : references) {
            RefQualifiers.write(reference)
                    .filter(r -> r.place() == null)
                    .ifPresent(r -> out.segment("REF", r.qualifier(), r.value(), r.words()));
        }
    }

    private void parties() {
        party("SE", invoice.seller());
        party("BY", invoice.buyer());
        if (invoice.invoicee() != null) {
            party("BT", invoice.invoicee());
        }
        Address place = invoice.shipTo();
        if (place != null) {
            party("ST", new Party(place.name(), place.gln(), null, null, place));
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
        Address address = party.address();
        String id = party.gln() == null && address != null ? address.id() : party.gln();
        List<String> names = EdiTexts.pieces(party.name(), NAME_WIDTH);
        if (names.isEmpty() && id == null) {
            return;
        }
        out.segment(
                "N1",
                role,
                names.isEmpty() ? null : names.get(0),
                id == null ? null : party.gln() == null ? "92" : "UL",
                id);
        if (address != null) {
            List<String> streets = EdiTexts.pieces(address.street(), STREET_WIDTH);
            if (!streets.isEmpty()) {
                out.segment("N3", streets.toArray());
            }
            if (address.city() != null || address.postalCode() != null) {
                out.segment("N4", address.city(), null, address.postalCode(), address.country());
            }
        }
        ref("VX", party.vat());
    }

    private void line(InvoiceLine line) {
        Item item = line.item();
        List<Object> it1 = new ArrayList<>();
        it1.add(line.number());
        it1.add(plain(line.quantity().value()));
        it1.add(X12.spelling(line.quantity().unit()));
        it1.add(plain(line.price().perOne().amount().setScale(6, RoundingMode.HALF_UP)));
        it1.add(null);
        number(it1, "VN", item.sellersId());
        number(it1, "BP", item.buyersId());
        number(it1, item.gtin() != null && item.gtin().length() == 12 ? "UP" : "EN", item.gtin());
        out.segment("IT1", it1.toArray());
        rate(line.taxCategory(), line.taxPercent());
        EdiTexts.pieces(item.description(), TEXT_WIDTH)
                .forEach(words -> out.segment("PID", "F", null, null, null, words));
        DocumentNumber order = line.order();
        ref("PO", order == null ? null : order.value());
        ref("LI", line.orderLine());
        ref("PK", line.despatch());
        references(line.references());
        EdiTexts.pieces(line.note(), TEXT_WIDTH).forEach(words -> out.segment("REF", "L1", "NOTE", words));
        date("035", line.deliveredOn());
        line.allowanceCharges().forEach(this::extra);
    }

    /** The category of UNCL 5305 goes as a code of our own. */
    private void rate(String category, BigDecimal percent) {
        out.segment("TXI", "VA", null, plain(percent), OWN_CODE, category);
    }

    private static void number(List<Object> it1, String type, String value) {
        if (value != null) {
            it1.add(type);
            it1.add(value);
        }
    }

    /** D240 is freight; what the list does not know goes as F050, other, with its words. */
    private void extra(AllowanceCharge extra) {
        Object[] sac = new Object[15];
        sac[0] = extra.adds() ? "C" : "A";
        sac[1] = "FC".equals(extra.code()) ? "D240" : "F050";
        sac[4] = cents(extra.amount());
        List<String> words = EdiTexts.pieces(extra.reason() == null ? extra.code() : extra.reason(), TEXT_WIDTH);
        sac[14] = words.isEmpty() ? null : words.get(0);
        out.segment("SAC", sac);
    }

    private void sums() {
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

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }
}
