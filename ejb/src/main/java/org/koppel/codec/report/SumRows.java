package org.koppel.codec.report;

import java.util.ArrayList;
import java.util.List;
import org.koppel.codec.report.ReportRow.Sums;
import org.koppel.codec.report.ReportRow.TaxCells;
import org.koppel.codec.report.ReportRow.TotalCells;
import org.koppel.document.OrderResponse;
import org.koppel.document.TaxSubtotal;

/** VAT by rate at the left, the three totals at the right. */
final class SumRows {
    private final ReportTexts texts;
    private final Figures figures;

    SumRows(ReportTexts texts, Figures figures) {
        this.texts = texts;
        this.figures = figures;
    }

    List<Sums> of(OrderResponse response) {
        List<TaxCells> taxes = taxes(response);
        List<TotalCells> totals = List.of(
                new TotalCells(texts.get("total.net"), figures.total(response.net()), "PLAIN"),
                new TotalCells(texts.get("total.tax"), figures.total(response.tax()), "PLAIN"),
                new TotalCells(texts.get("total.gross"), figures.total(response.gross()), "GRAND"));
        List<Sums> rows = new ArrayList<>();
        for (int i = 0; i < Math.max(taxes.size(), totals.size()); i++) {
            rows.add(new Sums(
                    i < taxes.size() ? taxes.get(i) : TaxCells.NONE,
                    i < totals.size() ? totals.get(i) : TotalCells.NONE));
        }
        return rows;
    }

    private List<TaxCells> taxes(OrderResponse response) {
        List<TaxCells> taxes = new ArrayList<>();
        if (!response.taxSubtotals().isEmpty()) {
            taxes.add(new TaxCells(texts.get("tax.rate"), texts.get("tax.base"), texts.get("tax.tax"), "HEAD"));
        }
        for (TaxSubtotal subtotal : response.taxSubtotals()) {
            taxes.add(new TaxCells(
                    rate(subtotal), figures.amount(subtotal.taxable()), figures.amount(subtotal.tax()), "PLAIN"));
        }
        return taxes;
    }

    /** Categories of UNCL 5305: AE is reverse charge, E exempt; the others show their rate. */
    private String rate(TaxSubtotal subtotal) {
        return switch (subtotal.category() == null ? "" : subtotal.category()) {
            case "AE" -> texts.get("tax.reverse");
            case "E" -> texts.get("tax.exempt");
            default -> figures.percent(subtotal.percent());
        };
    }
}
