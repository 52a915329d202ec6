package org.koppel.codec.table;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.codec.Shortening;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceSums;
import org.koppel.document.InvoiceTax;
import org.koppel.document.Reference;
import org.koppel.shared.DocumentNumber;
import org.koppel.shared.Money;

/**
 * An invoice or credit note, one row for each of its lines with the totals repeated; what is charged or taken off the whole invoice is
 * a row of its own without an article. docs/formats/invoice.md explains the columns.
 */
final class InvoiceTable {
    private static final int PLACES = 4;
    private static final int CENTS = 2;

    /** A line, or what is charged on the whole, and the document it stands in; one of the two is null. */
    record Row(Invoice invoice, InvoiceLine line, AllowanceCharge extra) {

        String references(Reference.Kind kind) {
            Stream<Reference> ofLine = line == null ? Stream.of() : line.references().stream();
            String joined = Stream.concat(ofLine, invoice.references().stream())
                    .filter(r -> r.kind() == kind)
                    .map(r -> r.name() == null ? r.value() : r.name() + "=" + r.value())
                    .distinct()
                    .collect(Collectors.joining("; "));
            return joined.isEmpty() ? null : joined;
        }

        String order() {
            DocumentNumber number = line == null || line.order() == null ? invoice.order() : line.order();
            return number == null ? null : number.value();
        }

        String despatch() {
            return line == null || line.despatch() == null ? invoice.despatch() : line.despatch();
        }

        BigDecimal amount() {
            return line == null ? extra.effect().amount() : line.amount().amount();
        }

        String category() {
            return line == null ? extra.taxCategory() : line.taxCategory();
        }

        BigDecimal percent() {
            return line == null ? extra.taxPercent() : line.taxPercent();
        }

        /** What is taxed as this row is, all of the invoice together (BG-23); null when the invoice was not reckoned. */
        InvoiceTax rate() {
            String category = InvoiceSums.category(category(), percent());
            return invoice.taxes().stream()
                    .filter(t -> Objects.equals(t.category(), category))
                    .filter(t -> t.percent() != null
                            && percent() != null
                            && t.percent().compareTo(percent()) == 0)
                    .findFirst()
                    .orElse(null);
        }

        Optional<Invoice.Preceding> preceding() {
            return invoice.preceding().stream().findFirst();
        }

        /** What stands in the amount beside quantity times price. */
        BigDecimal extras() {
            return line == null || line.allowanceCharges().isEmpty()
                    ? null
                    : line.allowanceCharges().stream()
                            .map(e -> e.effect().amount())
                            .reduce(BigDecimal.ZERO, BigDecimal::add);
        }

        String words() {
            if (line != null) {
                return line.item().description();
            }
            return extra.reason() == null ? extra.code() : extra.reason();
        }
    }

    static final Table<Invoice, Row> TABLE = new Table<>(
            "Invoice",
            Stream.of(document(), lines(), money(), references(), rates(), added(), preceding())
                    .flatMap(List::stream)
                    .toList(),
            invoice -> Stream.concat(
                            invoice.lines().stream().map(l -> new Row(invoice, l, null)),
                            invoice.allowanceCharges().stream().map(e -> new Row(invoice, null, e)))
                    .toList(),
            row -> row.line() == null ? "charge" : "line " + row.line().number());

    private InvoiceTable() {}

    private static List<Column<Row>> document() {
        return List.of(
                Column.text("invoice", "INVOICE", 60, r -> r.invoice().number().value()),
                Column.text("kind", "KIND", 11, r -> r.invoice().kind().name()),
                Column.date("issued_on", "ISSUEDON", r -> r.invoice().issuedOn()),
                Column.date("due_on", "DUEON", r -> r.invoice().dueOn()),
                Column.text("order", "ORDER", 60, Row::order),
                Column.text("despatch", "DESPATCH", 60, Row::despatch),
                Column.date("delivered_on", "DELIVDATE", r -> r.invoice().deliveredOn()),
                Column.text("buyer_reference", "BUYERREF", 60, r -> r.invoice().buyerReference()));
    }

    private static List<Column<Row>> lines() {
        return List.of(
                Column.text(
                        "line",
                        "LINE",
                        20,
                        r -> r.line() == null ? null : r.line().number()),
                Column.text(
                        "order_line",
                        "ORDERLINE",
                        20,
                        r -> r.line() == null ? null : r.line().orderLine()),
                Column.text(
                        "article",
                        "ARTICLE",
                        40,
                        r -> r.line() == null ? null : r.line().item().sellersId()),
                Column.text(
                        "buyers_article",
                        "BUYERSART",
                        40,
                        r -> r.line() == null ? null : r.line().item().buyersId()),
                Column.text(
                        "gtin",
                        "GTIN",
                        14,
                        r -> r.line() == null ? null : r.line().item().gtin()),
                Column.words("description", "DESCRIPT", 254, Shortening.Kind.DESCRIPTION, Row::words),
                Column.number(
                        "quantity",
                        "QUANTITY",
                        18,
                        PLACES,
                        r -> r.line() == null ? null : r.line().quantity().value()),
                Column.text(
                        "unit",
                        "UNIT",
                        3,
                        r -> r.line() == null
                                ? null
                                : r.line().quantity().unit().value()),
                Column.number(
                        "price",
                        "PRICE",
                        18,
                        PLACES,
                        r -> r.line() == null ? null : r.line().price().amount().amount()),
                Column.number(
                        "price_unit",
                        "PRICEUNIT",
                        12,
                        PLACES,
                        r -> r.line() == null ? null : r.line().price().baseQuantity()),
                Column.number("charges", "CHARGES", 18, CENTS, Row::extras),
                Column.number("amount", "AMOUNT", 18, CENTS, Row::amount),
                Column.text("vat_category", "VATCAT", 3, Row::category),
                Column.number("vat_percent", "VATPCT", 7, CENTS, Row::percent),
                Column.longText("note", r -> r.line() == null ? null : r.line().note()));
    }

    private static List<Column<Row>> money() {
        return List.of(
                Column.text("currency", "CURRENCY", 3, r -> r.invoice().currency()),
                total("total_net", "TOTALNET", r -> r.invoice().totals().net()),
                total("total_vat", "TOTALVAT", r -> r.invoice().totals().tax()),
                total("total_gross", "TOTALGROSS", r -> r.invoice().totals().gross()),
                total("payable", "PAYABLE", r -> r.invoice().totals().payable()),
                Column.text(
                        "payment_reference",
                        "PAYREF",
                        40,
                        r -> r.invoice().payment() == null
                                ? null
                                : r.invoice().payment().reference()),
                Column.text(
                        "iban",
                        "IBAN",
                        34,
                        r -> r.invoice().payment() == null
                                ? null
                                : r.invoice().payment().iban()));
    }

    /** At the end, so that whoever reads columns by their number still finds the others. */
    private static List<Column<Row>> rates() {
        return List.of(
                Column.number("rate_net", "RATENET", 18, CENTS, r -> amount(r.rate(), InvoiceTax::taxable)),
                Column.number("rate_vat", "RATEVAT", 18, CENTS, r -> amount(r.rate(), InvoiceTax::tax)),
                Column.text(
                        "vat_exemption",
                        "VATEXEMPT",
                        30,
                        r -> r.rate() == null ? null : r.rate().exemption()),
                Column.longText(
                        "vat_reason", r -> r.rate() == null ? null : r.rate().reason()));
    }

    /** At the end, so that nobody who counts columns has to count anew. */
    private static List<Column<Row>> added() {
        return List.of(
                Column.text("cart", "CART", 254, r -> r.references(Reference.Kind.CART)),
                Column.text(
                        "ship_to_gln",
                        "SHIPGLN",
                        13,
                        r -> r.invoice().shipTo() == null
                                ? null
                                : r.invoice().shipTo().gln()));
    }

    /** What a credit note gives back, or an invoice follows: the first of them. */
    private static List<Column<Row>> preceding() {
        return List.of(
                Column.text(
                        "preceding",
                        "PRECEDING",
                        60,
                        r -> r.preceding().map(p -> p.number().value()).orElse(null)),
                Column.date(
                        "preceding_on",
                        "PRECEDDATE",
                        r -> r.preceding().map(Invoice.Preceding::issuedOn).orElse(null)));
    }

    private static BigDecimal amount(InvoiceTax rate, Function<InvoiceTax, Money> which) {
        return rate == null || which.apply(rate) == null
                ? null
                : which.apply(rate).amount();
    }

    private static Column<Row> total(String name, String field, Function<Row, Money> which) {
        return Column.number(name, field, 18, CENTS, r -> which.apply(r).amount());
    }

    private static List<Column<Row>> references() {
        return List.of(
                Column.text("cost_centre", "COSTCENTRE", 254, r -> r.references(Reference.Kind.ACCOUNTING)),
                Column.text("project", "PROJECT", 100, r -> r.invoice().project()),
                Column.text("requisition", "REQUISIT", 254, r -> r.references(Reference.Kind.REQUISITION)),
                Column.text("contract", "CONTRACT", 254, r -> r.references(Reference.Kind.CONTRACT)),
                Column.text("sales_order", "SALESORDER", 254, r -> r.references(Reference.Kind.SUPPLIER_ORDER)),
                Column.longText("other_references", r -> r.references(Reference.Kind.OTHER)),
                Column.text(
                        "ship_to",
                        "SHIPTO",
                        60,
                        r -> r.invoice().shipTo() == null
                                ? null
                                : r.invoice().shipTo().id()),
                Column.text("test", "TEST", 1, r -> r.invoice().test() ? "Y" : "N"));
    }
}
