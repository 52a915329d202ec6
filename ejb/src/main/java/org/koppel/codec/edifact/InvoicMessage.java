package org.koppel.codec.edifact;

import static org.koppel.codec.EdiOutput.of;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
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
import org.koppel.shared.Money;
import org.koppel.shared.Units;

/** Writes the segments of INVOIC, of invoices and of credit notes. */
final class InvoicMessage {
    private static final int NAME_WIDTH = 35;
    private static final int TEXT_WIDTH = 70;

    private final Invoice invoice;
    private final EdifactOutput out;

    InvoicMessage(Invoice invoice, EdifactOutput out) {
        this.invoice = invoice;
        this.out = out;
    }

    void write() {
        out.segment("BGM", invoice.kind().code(), invoice.number().value(), "9");
        day("137", invoice.issuedOn());
        day("35", invoice.deliveredOn());
        day("131", invoice.taxPointOn());
        text("AAI", invoice.note());
        invoice.taxes().stream()
                .map(t -> t.reason() == null ? t.exemption() : t.reason())
                .filter(Objects::nonNull)
                .distinct()
                .forEach(why -> text("TXD", why));
        if (invoice.payment() != null) {
            text("AAB", invoice.payment().terms());
        }
        documents();
        parties();
        out.segment("CUX", of("2", invoice.currency(), "4"));
        if (invoice.dueOn() != null) {
            out.segment("PAT", "3");
            day("13", invoice.dueOn());
        }
        invoice.allowanceCharges().forEach(e -> {
            extra(e);
            tax(e.taxCategory(), e.taxPercent());
        });
        invoice.lines().forEach(this::line);
        sums();
    }

    private void day(String qualifier, LocalDate day) {
        if (day != null) {
            out.segment("DTM", of(qualifier, day.toString().replace("-", ""), "102"));
        }
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
            day("171", earlier.issuedOn());
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
        references(invoice.references());
    }

    private void rff(String qualifier, String value) {
        if (value != null && !value.isBlank()) {
            out.segment("RFF", of(qualifier, value));
        }
    }

    /** Those of the order or line itself; what belonged to a party has no place here. */
    private void references(List<Reference> references) {
        for (Reference reference : references) {
            Qualifiers.write(reference)
                    .filter(r -> r.party() == null)
                    .ifPresent(r -> out.segment("RFF", of(r.qualifier(), r.value(), r.line() == null ? "" : r.line())));
        }
    }

    private void parties() {
        party("SU", invoice.seller());
        account(invoice.payment());
        rff("VA", invoice.seller().vat());
        party("BY", invoice.buyer());
        rff("VA", invoice.buyer().vat());
        if (invoice.invoicee() != null) {
            party("IV", invoice.invoicee());
            rff("VA", invoice.invoicee().vat());
        }
        Address place = invoice.shipTo();
        if (place != null) {
            party("DP", new Party(place.name(), place.gln(), null, null, place));
        }
    }

    private void party(String role, Party party) {
        Address address = party.address();
        String id = party.gln() == null && address != null ? address.id() : party.gln();
        out.segment(
                "NAD",
                role,
                id == null ? null : of(id, "", party.gln() == null ? "92" : "9"),
                null,
                of(EdiTexts.pieces(party.name(), NAME_WIDTH)),
                address == null ? null : of(EdiTexts.pieces(address.street(), NAME_WIDTH)),
                address == null ? null : address.city(),
                null,
                address == null ? null : address.postalCode(),
                address == null ? null : address.country());
    }

    private void account(Payment payment) {
        if (payment != null && payment.iban() != null) {
            List<String> holder = EdiTexts.pieces(payment.holder(), NAME_WIDTH);
            out.segment(
                    "FII",
                    "RB",
                    of(payment.iban().replace(" ", ""), holder.isEmpty() ? "" : holder.get(0)),
                    payment.bic() == null ? null : of(payment.bic()));
        }
    }

    private void extra(AllowanceCharge extra) {
        List<String> words = EdiTexts.pieces(extra.reason(), NAME_WIDTH);
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

    private void tax(String category, BigDecimal percent) {
        out.segment("TAX", "7", of("VAT"), null, null, of("", "", "", plain(percent)), category);
    }

    private void line(InvoiceLine line) {
        Item item = line.item();
        out.segment(
                "LIN",
                line.number(),
                null,
                item.gtin() == null ? null : of(item.gtin(), item.gtin().length() == 12 ? "UP" : "EN"));
        List<Object> numbers = new ArrayList<>(List.of("5"));
        Stream.of(number(item.sellersId(), "SA"), number(item.buyersId(), "IN"), number(item.manufacturersId(), "MF"))
                .filter(Objects::nonNull)
                .forEach(numbers::add);
        if (numbers.size() > 1) {
            out.segment("PIA", numbers.toArray());
        }
        List<String> words = EdiTexts.pieces(item.description(), NAME_WIDTH);
        for (int from = 0; from < words.size(); from += 2) {
            String second = from + 1 < words.size() ? words.get(from + 1) : "";
            out.segment("IMD", "F", null, of("", "", "", words.get(from), second));
        }
        String unit = Units.iso(line.quantity().unit());
        out.segment("QTY", of("47", plain(line.quantity().value()), unit));
        day("35", line.deliveredOn());
        text("AAI", line.note());
        amount("203", line.amount());
        out.segment(
                "PRI",
                of(
                        "AAA",
                        plain(line.price().amount().amount()),
                        "",
                        "",
                        plain(line.price().baseQuantity()),
                        unit));
        ordered(line);
        rff("DQ", line.despatch());
        references(line.references());
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

    private void amount(String qualifier, Money money) {
        if (money != null) {
            out.segment("MOA", of(qualifier, money.amount().toPlainString()));
        }
    }

    private void text(String subject, String text) {
        List<String> pieces = EdiTexts.pieces(text, TEXT_WIDTH);
        for (int from = 0; from < pieces.size(); from += 5) {
            out.segment("FTX", subject, null, null, of(pieces.subList(from, Math.min(from + 5, pieces.size()))));
        }
    }

    private static Object number(String value, String type) {
        return value == null ? null : of(value, type);
    }

    private static String plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.toBigInteger().toString() : stripped.toPlainString();
    }
}
