package org.koppel.codec.report;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.koppel.codec.report.ReportRow.Sums;
import org.koppel.codec.report.ReportRow.TaxCells;
import org.koppel.codec.report.ReportRow.TotalCells;
import org.koppel.document.AllowanceCharge;
import org.koppel.document.Invoice;
import org.koppel.document.InvoiceLine;
import org.koppel.document.InvoiceTax;
import org.koppel.document.InvoiceTotals;
import org.koppel.document.Item;
import org.koppel.document.Price;
import org.koppel.document.Reference;
import org.koppel.shared.Money;

/** The lines of an invoice, its VAT by rate at the left and its totals at the right. */
final class InvoiceRows {
    private final Invoice invoice;
    private final ReportTexts texts;
    private final Figures figures;

    InvoiceRows(Invoice invoice, ReportTexts texts, Figures figures) {
        this.invoice = invoice;
        this.texts = texts;
        this.figures = figures;
    }

    ReportRow.Charged of(InvoiceLine line) {
        return new ReportRow.Charged(
                "LINE",
                line.number(),
                line.item().description(),
                numbers(line.item()),
                figures.quantity(line.quantity()),
                figures.amount(line.price().amount()),
                base(line.price(), line),
                rate(line.taxCategory(), line.taxPercent()),
                figures.amount(line.amount()),
                remarks(line));
    }

    private String numbers(Item item) {
        return Parties.joined(
                "\u00a0· ",
                labelled("article.sellersId", item.sellersId()),
                labelled("article.buyersId", item.buyersId()),
                Parties.joined(" ", item.manufacturer(), item.manufacturersId()),
                labelled("article.gtin", item.gtin()));
    }

    private String base(Price price, InvoiceLine line) {
        return price.baseQuantity().compareTo(BigDecimal.ONE) == 0
                ? null
                : texts.get(
                        "line.per",
                        figures.quantity(
                                price.baseQuantity(), line.quantity().unit().value()));
    }

    private String remarks(InvoiceLine line) {
        Stream<String> extras = line.allowanceCharges().stream().map(e -> words(e) + ": " + figures.amount(e.effect()));
        String ordered = Parties.joined(
                ", ",
                line.order() == null ? null : texts.get("reference.order") + " " + line.order(),
                line.orderLine() == null ? null : texts.get("invoice.orderLine", line.orderLine()),
                line.despatch() == null ? null : texts.get("invoice.despatch") + " " + line.despatch(),
                line.deliveredOn() == null ? null : texts.get("line.delivery", figures.date(line.deliveredOn())));
        Stream<String> references =
                line.references().stream().map(r -> ReferenceRows.label(texts, r) + ": " + shown(r));
        return Stream.of(extras, Stream.of(ordered), Stream.ofNullable(line.note()), references)
                .flatMap(s -> s)
                .filter(text -> text != null && !text.isBlank())
                .collect(Collectors.joining("\n"));
    }

    private static String shown(Reference reference) {
        return reference.kind() == Reference.Kind.ATTACHMENT ? reference.name() : reference.value();
    }

    List<Sums> sums() {
        List<TaxCells> taxes = taxes();
        List<TotalCells> totals = totals();
        List<Sums> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(taxes.size(), totals.size()); i++) {
            rows.add(new Sums(
                    i < taxes.size() ? taxes.get(i) : TaxCells.NONE,
                    i < totals.size() ? totals.get(i) : TotalCells.NONE));
        }
        return rows;
    }

    private List<TaxCells> taxes() {
        List<TaxCells> taxes = new ArrayList<>();
        taxes.add(new TaxCells(texts.get("tax.rate"), texts.get("tax.base"), texts.get("tax.tax"), "HEAD"));
        for (InvoiceTax tax : invoice.taxes()) {
            taxes.add(new TaxCells(
                    rate(tax.category(), tax.percent()),
                    figures.amount(tax.taxable()),
                    figures.amount(tax.tax()),
                    "PLAIN"));
        }
        return taxes;
    }

    private List<TotalCells> totals() {
        InvoiceTotals sums = invoice.totals();
        List<TotalCells> totals = new ArrayList<>();
        if (!invoice.allowanceCharges().isEmpty()) {
            totals.add(plain("invoice.total.lines", sums.lines()));
            for (AllowanceCharge extra : invoice.allowanceCharges()) {
                totals.add(new TotalCells(words(extra), figures.total(extra.effect()), "PLAIN"));
            }
        }
        totals.add(plain("total.net", sums.net()));
        totals.add(plain("total.tax", sums.tax()));
        boolean more = sums.prepaid() != null || sums.rounding() != null;
        if (more) {
            totals.add(plain("total.gross", sums.gross()));
        }
        if (sums.prepaid() != null) {
            totals.add(plain("invoice.total.prepaid", sums.prepaid()));
        }
        if (sums.rounding() != null) {
            totals.add(plain("invoice.total.rounding", sums.rounding()));
        }
        totals.add(new TotalCells(
                texts.get(InvoiceContent.key("total.payable", invoice)), figures.total(sums.payable()), "GRAND"));
        return totals;
    }

    private TotalCells plain(String key, Money amount) {
        return new TotalCells(texts.get(key), figures.total(amount), "PLAIN");
    }

    private String words(AllowanceCharge extra) {
        if (extra.reason() != null && !extra.reason().isBlank()) {
            return extra.reason();
        }
        String known = texts.find("invoice.extra." + extra.code());
        return known == null ? texts.get("invoice.extra." + extra.kind()) : known;
    }

    /** Categories of UNCL 5305 that have no rate say their name. */
    private String rate(String category, BigDecimal percent) {
        return switch (category == null ? "" : category) {
            case "AE" -> texts.get("tax.reverse");
            case "E" -> texts.get("tax.exempt");
            case "K", "G", "O" -> texts.get("invoice.rate." + category);
            default -> figures.percent(percent);
        };
    }

    private String labelled(String key, String value) {
        return value == null || value.isBlank() ? null : texts.get(key, value).replace(' ', '\u00a0');
    }
}
